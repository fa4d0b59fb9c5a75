// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timeline.h"

#include "core/model/spot.h"
#include "core/rules/timelinegaps.h"

#include <algorithm>
#include <tuple>

namespace caseward::rules {

namespace {

constexpr std::size_t labelCharacters = 80;

// Valid UTF-8 stays valid: cut between characters only.
std::string shortened(const std::string &text)
{
    if (text.size() <= labelCharacters)
        return text;
    std::size_t end = labelCharacters;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

// Gives the mark its days, or says why it has none.
bool putInTime(Mark &mark, const std::optional<When> &begins, const std::optional<When> &ends, DayNumber asOf, bool single)
{
    if (!begins && !ends) {
        mark.trouble = mark.from.empty() && mark.to.empty() ? Trouble::NoDate : Trouble::Unreadable;
        return false;
    }
    const When from = begins ? *begins : *ends, to = ends ? *ends : *begins;
    mark.first = from.first;
    mark.last = to.last;
    mark.sureFirst = from.last;
    mark.sureLast = to.first;
    mark.aboutFrom = from.about || !begins;
    mark.aboutTo = to.about || (!ends && !single);
    if (from.first > asOf) {
        mark.trouble = Trouble::Future;
        mark.last = std::max(mark.last, mark.first);
    } else if (to.last < from.first) {
        mark.trouble = Trouble::Reversed;
        std::swap(mark.first, mark.last);
        mark.sureFirst = mark.first;
        mark.sureLast = mark.last;
    } else if (!begins) {
        mark.trouble = Trouble::NoBeginning;
    } else if (!ends && !single) {
        mark.trouble = Trouble::NoEnd;
    }
    return true;
}

class Builder {
public:
    Builder(const model::Dossier &dossier, const std::vector<Questionnaire> &questionnaires, DayNumber asOf)
        : m_dossier(dossier), m_questionnaires(questionnaires)
    {
        m_line.asOf = asOf;
    }
    Timeline build();

private:
    void add(Mark mark, bool dated) { (dated ? m_line.marks : m_line.undated).push_back(std::move(mark)); }
    void addAnswers(const Questionnaire &questionnaire, const FormFacts &facts);
    void addSubmission(const Questionnaire &questionnaire, const FormFacts &facts);
    void addDocuments();
    void addPassages();
    void addContradictions();
    [[nodiscard]] const Mark *markAt(const model::Anchor &anchor) const;

    const model::Dossier &m_dossier;
    const std::vector<Questionnaire> &m_questionnaires;
    Timeline m_line;
};

void Builder::addAnswers(const Questionnaire &questionnaire, const FormFacts &facts)
{
    for (const AnswerSpan &span : spansIn(questionnaire.answers, m_line.asOf)) {
        Mark mark;
        mark.kind = Mark::Kind::Claimed;
        mark.lane = span.lane;
        mark.label = shortened(span.label);
        mark.from = span.from;
        mark.to = span.to;
        mark.document = questionnaire.document;
        mark.place = span.place;
        const bool dated = putInTime(mark, span.begins, span.ends, m_line.asOf, span.single);
        if (dated && span.ends && span.ends->present && facts.submitted && *facts.submitted < m_line.asOf) {
            mark.aboutTo = true; // what it was on the day it was written is known, not what came after
            mark.sureLast = std::max(mark.sureFirst, *facts.submitted);
        }
        add(std::move(mark), dated);
    }
}

void Builder::addSubmission(const Questionnaire &questionnaire, const FormFacts &facts)
{
    const model::DocumentState *state = m_dossier.document(questionnaire.document);
    if (!facts.submitted || (state && state->facts.date == dayText(*facts.submitted)))
        return; // the document's own date says the same
    Mark mark;
    mark.kind = Mark::Kind::Document;
    mark.lane = Lane::Statements;
    mark.label = shortened((state ? state->facts.title : std::string("Questionnaire")) + ", submitted");
    mark.from = dayText(*facts.submitted);
    mark.first = mark.last = mark.sureFirst = mark.sureLast = *facts.submitted;
    mark.document = questionnaire.document;
    mark.place = facts.submittedAt;
    add(std::move(mark), true);
}

void Builder::addDocuments()
{
    for (const model::DocumentState &document : m_dossier.documents) {
        if (document.facts.date.empty())
            continue;
        Mark mark;
        mark.kind = Mark::Kind::Document;
        mark.lane = Lane::Statements;
        mark.label = shortened(document.facts.title);
        mark.from = document.facts.date;
        mark.document = document.facts.document;
        const auto when = whenOf(mark.from, m_line.asOf);
        const bool dated = putInTime(mark, when, when, m_line.asOf, true);
        add(std::move(mark), dated);
    }
}

void Builder::addPassages()
{
    for (const model::Tie &tie : m_dossier.ties) {
        const model::PassageAppraised &said = tie.appraisal;
        if (said.from.empty() && said.to.empty())
            continue;
        Mark mark;
        mark.kind = Mark::Kind::Passage;
        mark.lane = Lane::Conduct;
        mark.label = shortened(tie.condition.id + ": " + model::quoteWords(tie.anchor));
        mark.from = said.from;
        mark.to = said.to;
        mark.document = tie.anchor.document;
        mark.place = tie.anchor.span;
        mark.passage = tie.id;
        const auto begins = whenOf(said.from, m_line.asOf), ends = whenOf(said.to, m_line.asOf);
        const bool single = said.to.empty();
        const bool dated = putInTime(mark, begins, single ? begins : ends, m_line.asOf, single);
        mark.aboutFrom = mark.aboutFrom || said.about;
        mark.aboutTo = mark.aboutTo || said.about;
        add(std::move(mark), dated);
    }
}

// The mark whose place the anchor touches: a dated answer or a passage.
const Mark *Builder::markAt(const model::Anchor &anchor) const
{
    for (const Mark &mark : m_line.marks)
        if (mark.document == anchor.document && mark.place.page == anchor.span.page && mark.place.start < anchor.span.end
            && anchor.span.start < mark.place.end)
            return &mark;
    return nullptr;
}

// A contradiction has no date of its own: it stands where what was found is, else where what was claimed is, else on the date of the
// document that claims it.
void Builder::addContradictions()
{
    std::vector<Mark> made;
    for (const model::Contradiction &one : m_dossier.contradictions) {
        Mark mark;
        const Mark *found = markAt(one.found), *claimed = markAt(one.claimed);
        if (const Mark *at = found ? found : claimed)
            mark = *at;
        mark.kind = Mark::Kind::Contradiction;
        mark.lane = Lane::Contradictions;
        mark.label = shortened(model::quoteWords(one.claimed)) + " / " + shortened(model::quoteWords(one.found));
        mark.document = one.claimed.document;
        mark.place = one.claimed.span;
        mark.passage.reset();
        mark.contradiction = one.id;
        bool dated = found || claimed;
        if (const model::DocumentState *document = dated ? nullptr : m_dossier.document(one.claimed.document)) {
            mark.from = document->facts.date;
            const auto when = whenOf(mark.from, m_line.asOf);
            dated = putInTime(mark, when, when, m_line.asOf, true);
        }
        mark.trouble = dated ? Trouble::None : Trouble::NoSide;
        (dated ? made : m_line.undated).push_back(std::move(mark));
    }
    m_line.marks.insert(m_line.marks.end(), made.begin(), made.end());
}

Timeline Builder::build()
{
    FormFacts newest;
    for (const Questionnaire &questionnaire : m_questionnaires) {
        const FormFacts facts = factsOf(questionnaire.answers);
        addAnswers(questionnaire, facts);
        addSubmission(questionnaire, facts);
        if (newest.form.empty() || facts.submitted > newest.submitted)
            newest = facts;
    }
    addDocuments();
    addPassages();
    addContradictions();
    std::ranges::stable_sort(m_line.marks, {}, [](const Mark &mark) { return std::tuple(mark.lane, mark.first, mark.last); });
    std::ranges::stable_sort(m_line.undated, {}, &Mark::lane);
    addGaps(m_line, m_dossier, m_questionnaires.empty() ? nullptr : &newest);
    return std::move(m_line);
}

} // namespace

std::string_view troubleWords(Trouble trouble)
{
    switch (trouble) {
    case Trouble::NoDate:
        return "no date is given";
    case Trouble::Unreadable:
        return "its dates cannot be read";
    case Trouble::NoBeginning:
        return "the beginning is missing or cannot be read";
    case Trouble::NoEnd:
        return "the end is missing or cannot be read";
    case Trouble::Reversed:
        return "ends before it begins";
    case Trouble::Future:
        return "begins after the day of this timeline";
    case Trouble::NoSide:
        return "neither passage has a date";
    case Trouble::None:
        break;
    }
    return "";
}

std::pair<DayNumber, DayNumber> Timeline::reach() const
{
    std::pair<DayNumber, DayNumber> reach(asOf, asOf);
    const auto widen = [&](const auto &one) {
        reach.first = std::min(reach.first, one.first);
        reach.second = std::max(reach.second, one.last);
    };
    std::ranges::for_each(marks, widen);
    std::ranges::for_each(gaps, widen);
    return reach;
}

Timeline buildTimeline(const model::Dossier &dossier, const std::vector<Questionnaire> &questionnaires, DayNumber asOf)
{
    return Builder(dossier, questionnaires, asOf).build();
}

} // namespace caseward::rules
