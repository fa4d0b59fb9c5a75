// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/sectionscreening.h"

#include "core/rules/sectiondates.h"
#include "core/rules/timelinegaps.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::Answer;

class SectionScreener {
public:
    SectionScreener(const FormView &view, const packs::AskedSection &asked)
        : m_view(view), m_asked(asked), m_section(*view.input.forms.section(asked.section))
    {
    }
    SectionResult run();

private:
    void collect();
    void questions();
    void entries();
    void verifiers(const SectionEntry &entry);
    void gaps();
    void judged();
    void hint(const std::string &kind, const std::string &key, std::string text, std::string why, std::vector<HintPlace> places);
    [[nodiscard]] bool asks(const packs::FormQuestion &question) const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] bool isShared() const;

    const FormView &m_view;
    const packs::AskedSection &m_asked;
    const packs::FormSection &m_section;
    SectionAnswers m_answers;
    SectionResult m_result;
};

void SectionScreener::hint(const std::string &kind, const std::string &key, std::string text, std::string why, std::vector<HintPlace> places)
{
    Hint made;
    made.id = m_view.questionnaire.document.text() + "/" + kind + "/" + key;
    made.kind = kind;
    made.text = std::move(text);
    made.why = std::move(why);
    made.places = std::move(places);
    made.note = kind == "outside";
    settle(made, m_view.input.dossier);
    if (m_result.hints.size() >= mostHints) {
        ++m_result.more;
        return;
    }
    m_result.hints.push_back(std::move(made));
}

bool SectionScreener::asks(const packs::FormQuestion &question) const
{
    return std::ranges::find(m_asked.without, question.path) == m_asked.without.end();
}

// Another section is read from the same element: then only its own questions say that this one was answered.
bool SectionScreener::isShared() const
{
    return std::ranges::any_of(m_view.input.forms.sections, [&](const packs::FormSection &other) {
        return other.id != m_section.id && std::ranges::any_of(other.names, [&](const std::string &name) { return std::ranges::find(m_section.names, name) != m_section.names.end(); });
    });
}

bool SectionScreener::isAnswered() const
{
    if (!isShared())
        return !m_answers.answers.empty();
    if (!m_answers.entries.empty())
        return true;
    return std::ranges::any_of(m_section.questions, [&](const packs::FormQuestion &question) { return m_answers.answered(question.path); });
}

void SectionScreener::collect()
{
    m_answers = answersOf(m_section, m_view.questionnaire.answers, m_view.input.asOf);
    m_result.answers = static_cast<std::uint32_t>(m_answers.answers.size());
    m_result.entries = static_cast<std::uint32_t>(m_answers.entries.size());
    if (!m_answers.answers.empty())
        m_result.place = placeOf(m_view.questionnaire.document, *m_answers.answers.front());
}

void SectionScreener::questions()
{
    for (const packs::FormQuestion &question : m_section.questions)
        if (asks(question) && !m_answers.answered(question.path))
            hint("question", m_section.id + "/" + question.path, "No answer to: " + question.title + ".", "The form asks it of everybody.",
                 m_result.place ? std::vector{*m_result.place} : std::vector<HintPlace>());
}

void SectionScreener::verifiers(const SectionEntry &entry)
{
    if (m_section.verifier.empty() || !entry.lasts || m_view.form.verifierYears == 0)
        return;
    const DayNumber since = yearsBefore(m_view.input.asOf, static_cast<int>(m_view.form.verifierYears));
    if (entry.lasts->last < since || entry.hasBelow(m_section.verifier))
        return;
    const std::string years = std::to_string(m_view.form.verifierYears);
    const HintPlace place = entry.place(m_view);
    hint("verifier", entry.path, "Nobody is named who can confirm: " + place.label + ".",
         "A stay of the last " + years + " years needs somebody who can confirm it.", {place});
}

void SectionScreener::entries()
{
    if (m_section.entries.empty())
        return;
    if (m_result.entries < m_section.least)
        hint("entries", m_section.id, "At least " + std::to_string(m_section.least) + (m_section.least == 1 ? " entry is" : " entries are") + " asked for; there " +
                 (m_result.entries == 1 ? "is 1." : "are " + std::to_string(m_result.entries) + "."),
             {}, m_result.place ? std::vector{*m_result.place} : std::vector<HintPlace>());
    for (const SectionEntry &entry : m_answers.entries) {
        if (!m_section.lane.empty() && !entry.dated)
            hint("no-date", entry.path, "An entry says neither from when nor to when: " + entry.place(m_view).label + ".", "It covers no time as long as it says none.", {entry.place(m_view)});
        verifiers(entry);
    }
}

void SectionScreener::gaps()
{
    const int years = windowYears(m_view.form, m_section, m_asked.back, m_view.facts, m_view.input.asOf);
    const auto lane = laneNamed(m_section.lane);
    if (!lane || years == 0)
        return;
    for (const GapMark &gap : gapsIn(m_view.timeline.marks, *lane, {yearsBefore(m_view.input.asOf, years), m_view.input.asOf})) {
        std::vector<HintPlace> places;
        for (const auto &beside : {gap.after, gap.before}) // Enter goes to the one after: it begins too late
            if (beside)
                places.push_back({m_view.timeline.marks[*beside].document, m_view.timeline.marks[*beside].place, m_view.timeline.marks[*beside].label});
        const std::string since = gap.before ? dayText(gap.first) : std::string("start"), until = gap.tail ? std::string("now") : dayText(gap.last);
        hint("gap", m_section.lane + "/" + since + "/" + until, sentenceOf(gap, m_view.timeline) + ".", "More than " + std::to_string(toleratedDays) + " days inside the window, or any day up to now.", std::move(places));
        if (m_result.more != 0)
            return;
        for (const model::Gap &noted : m_view.input.dossier.gaps)
            if (!noted.explanation.empty() && isTheSame(noted, *lane, gap.first, gap.last))
                m_result.hints.back().settled = "explained: " + noted.explanation;
    }
}

void SectionScreener::judged()
{
    const auto &sections = m_view.input.dossier.screening.sections;
    m_result.judged.document = m_view.questionnaire.document;
    m_result.judged.section = m_section.id;
    if (const auto said = sections.find({m_view.questionnaire.document, m_section.id}); said != sections.end()) {
        m_result.judged = said->second.first;
        m_result.judgedBy = said->second.second;
    }
}

SectionResult SectionScreener::run()
{
    m_result.id = m_section.id;
    m_result.title = m_section.title;
    m_result.back = m_asked.back;
    judged();
    const int years = windowYears(m_view.form, m_section, m_asked.back, m_view.facts, m_view.input.asOf);
    if (years != 0)
        m_result.window = dayText(yearsBefore(m_view.input.asOf, years)) + " to " + dayText(m_view.input.asOf);
    if (m_view.questionnaire.answers.empty()) {
        m_result.state = SectionState::NotReadable;
        return std::move(m_result);
    }
    collect();
    if (!isAnswered()) {
        m_result.state = m_asked.required ? SectionState::Missing : SectionState::NotAsked;
        if (m_asked.required)
            hint("missing", m_section.id, "Section " + m_section.id + ", " + m_section.title + ": there is no answer.", "This form asks it of everybody.", {});
        return std::move(m_result);
    }
    questions();
    entries();
    gaps();
    for (DateHint &found : dateHints(m_view, m_asked, m_section, m_answers))
        hint(found.kind, found.key, std::move(found.text), std::move(found.why), {std::move(found.place)});
    return std::move(m_result);
}

} // namespace

bool standsUnder(std::string_view path, std::string_view parent)
{
    return path.starts_with(parent) && (path.size() == parent.size() || path[parent.size()] == '/' || path[parent.size()] == '[');
}

const Mark *FormView::markAt(const model::Span &place) const
{
    const auto found = claimed.find({place.page, place.start});
    return found == claimed.end() ? nullptr : found->second;
}

std::string_view lastNameOf(std::string_view path)
{
    const std::string_view last = path.substr(path.rfind('/') + 1); // npos + 1 is 0
    return last.substr(0, last.find('['));
}

int windowYears(const packs::Form &form, const packs::FormSection &section, const packs::LookBack &back, const FormFacts &facts, DayNumber asOf)
{
    if (back.ever || back.years == 0)
        return 0;
    const int years = static_cast<int>(back.years);
    if (!section.young || !facts.born || *facts.born > asOf)
        return years;
    return std::min(years, std::max(static_cast<int>(form.leastYears), wholeYears(*facts.born, asOf) - static_cast<int>(form.adultAge)));
}

SectionResult screenSection(const FormView &view, const packs::AskedSection &asked)
{
    return SectionScreener(view, asked).run();
}

} // namespace caseward::rules
