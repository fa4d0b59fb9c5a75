// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/letters/content.h"

#include "core/base/clock.h"
#include "core/model/statement.h"

#include <algorithm>
#include <array>
#include <set>

namespace caseward::letters {

namespace {

using model::AllegationState;

std::string joined(const std::vector<std::string> &list, const char *between)
{
    std::string text;
    for (const std::string &item : list)
        text += (text.empty() ? "" : between) + item;
    return text;
}

std::string whenWords(const model::Allegation &says)
{
    const std::string about = says.about && !says.from.empty() ? "about " : "";
    if (says.from.empty() || says.to.empty() || says.from == says.to)
        return about + says.from;
    return about + says.from + " to " + says.to;
}

std::string answerWords(const AllegationState &state)
{
    if (!state.answer)
        return {};
    switch (state.answer->first.answer) {
    case model::AllegationAnswer::Admitted: return "admitted";
    case model::AllegationAnswer::AdmittedInPart: return "admitted in part";
    case model::AllegationAnswer::Denied: return "denied";
    case model::AllegationAnswer::NotAnswered: break;
    }
    return "not answered";
}

std::string findingWords(const AllegationState &state)
{
    if (!state.finding)
        return {};
    switch (state.finding->first.finding) {
    case model::AllegationFinding::For: return "for the person";
    case model::AllegationFinding::Against: return "against the person";
    case model::AllegationFinding::Neither: break;
    }
    return "neither for nor against the person";
}

class Content {
public:
    Content(const model::Dossier &dossier, const packs::Pack &pack, const Wish &wish) : m_dossier(dossier), m_pack(pack), m_wish(wish) {}

    Facts facts(const Issuer &issuer)
    {
        Facts facts;
        facts.fields = {{"office", issuer.office}, {"case", m_dossier.facts.reference}, {"subject", m_dossier.facts.subject}, {"access", m_dossier.facts.access},
                        {"type", m_dossier.facts.type}, {"date", writtenDay(m_wish.on)}, {"addressee", m_wish.addressee}, {"days", m_wish.days}, {"words", m_wish.words},
                        {"signer", issuer.name}, {"role", issuer.role}, {"instrument", m_pack.instrument}};
        decision(facts);
        facts.lists["paragraphs"] = paragraphs();
        facts.lists["findings"] = findings();
        reasons(facts);
        facts.lists["questions"] = numbered("question", m_wish.questions);
        facts.lists["conditions"] = conditions();
        facts.lists["eligibility"] = eligibility();
        facts.lists["exhibits"] = exhibits(); // after whatever cites them
        return facts;
    }

private:
    static std::vector<Facts> numbered(const std::string &name, const std::vector<std::string> &texts)
    {
        std::vector<Facts> list;
        for (const std::string &text : texts)
            list.push_back({{{name + ".number", std::to_string(list.size() + 1)}, {name + ".text", text}}, {}});
        return list;
    }

    // "Ex. 4"; what has no label of its own is counted as it came in.
    [[nodiscard]] std::string nameOf(const DocumentId &id) const
    {
        std::size_t number = 0;
        for (const model::DocumentState &document : m_dossier.documents) {
            ++number;
            if (document.facts.document == id)
                return document.facts.exhibit.empty() ? "Document " + std::to_string(number) : document.facts.exhibit;
        }
        return {};
    }

    // "Ex. 4, page 2; Ex. 7, page 1", each place once.
    std::string cited(const std::vector<PassageId> &passages)
    {
        std::vector<std::string> places;
        for (const PassageId &id : passages) {
            const model::Tie *tie = m_dossier.tie(id);
            if (!tie)
                continue;
            m_cited.insert(tie->anchor.document);
            std::string place = nameOf(tie->anchor.document) + ", page " + std::to_string(tie->anchor.span.page);
            if (std::ranges::find(places, place) == places.end())
                places.push_back(std::move(place));
        }
        return joined(places, "; ");
    }

    void decision(Facts &facts) const
    {
        const packs::Outcome *outcome = m_dossier.proposal ? m_pack.outcome(m_dossier.proposal->outcome.outcome) : nullptr;
        if (m_dossier.decisions.empty() || !outcome)
            return;
        const model::SignedDecision &decision = m_dossier.decisions.back();
        const std::string &code = m_dossier.proposal->outcome.exception;
        const auto exception = std::ranges::find(m_pack.exceptions, code, &packs::ExceptionCode::code);
        // Said with the outcome, so that no template can leave it out.
        facts.fields["outcome"] = outcome->title + (decision.isAdministrative() ? " (" + std::string(model::administrativeWords) + ")" : "");
        facts.fields["exception"] = exception == m_pack.exceptions.end() ? code : exception->code + ", " + exception->name;
        facts.fields["decision.date"] = writtenDay(dayOf(decision.when.at));
        facts.fields["decision.digest"] = decision.what.digest.hex();
    }

    std::vector<Facts> paragraphs()
    {
        std::vector<Facts> list;
        for (const model::StatementParagraph &paragraph : model::statementOf(m_dossier)) {
            std::vector<Facts> allegations;
            for (const AllegationState *state : paragraph.subparagraphs)
                if (state->isAlleged())
                    allegations.push_back(allegation(*state));
            const packs::Guideline *guideline = paragraph.pack == m_pack.id ? m_pack.guideline(paragraph.guideline) : nullptr;
            if (allegations.empty())
                continue;
            Facts facts;
            facts.fields = {{"paragraph.number", std::to_string(paragraph.number)}, {"paragraph.guideline", paragraph.guideline},
                            {"paragraph.title", guideline ? guideline->title : paragraph.pack}, {"paragraph.citation", guideline ? guideline->concernCitation : ""},
                            {"paragraph.concern", guideline ? guideline->concernText : ""}};
            facts.lists["allegations"] = std::move(allegations);
            list.push_back(std::move(facts));
        }
        return list;
    }

    Facts allegation(const AllegationState &state)
    {
        const model::Allegation &says = state.states;
        std::vector<std::string> repeats;
        for (const AllegationId &id : says.repeats)
            if (const AllegationState *other = m_dossier.allegation(id); other && other->isAlleged())
                repeats.push_back(other->states.label);
        return {{{"allegation.label", says.label}, {"allegation.text", says.text}, {"allegation.when", whenWords(says)}, {"allegation.conditions", joined(says.conditions, ", ")},
                 {"allegation.repeats", joined(repeats, ", ")}, {"allegation.exhibits", cited(says.evidence)}, {"allegation.answer", answerWords(state)},
                 {"allegation.finding", findingWords(state)}}, {}};
    }

    [[nodiscard]] std::vector<Facts> findings() const
    {
        std::vector<Facts> list;
        for (const packs::Guideline &guideline : m_pack.guidelines)
            if (const auto found = m_dossier.guidelines.find({m_pack.id, guideline.letter}); found != m_dossier.guidelines.end())
                list.push_back({{{"finding.guideline", guideline.letter}, {"finding.title", guideline.title},
                                 {"finding.words", found->second.finding == model::GuidelineFinding::ForSubject ? "for the person" : "against the person"}}, {}});
        return list;
    }

    void reasons(Facts &facts)
    {
        std::vector<Facts> released, internal;
        for (const model::Paragraph &paragraph : m_dossier.reasons) {
            if (!paragraph.internal)
                released.push_back({{{"reason.number", std::to_string(released.size() + 1)}, {"reason.text", paragraph.text}, {"reason.exhibits", cited(paragraph.cites)}}, {}});
            else if (!model::isReleased(m_wish.kind))
                internal.push_back({{{"note.text", paragraph.text}, {"note.exhibits", cited(paragraph.cites)}}, {}});
        }
        facts.lists["reasons"] = std::move(released);
        facts.lists["notes"] = std::move(internal);
    }

    [[nodiscard]] std::vector<Facts> conditions() const
    {
        std::vector<Facts> list = numbered("condition", m_dossier.proposal ? m_dossier.proposal->outcome.conditions : std::vector<std::string>());
        for (Facts &facts : list)
            for (const auto &[key, lines] : m_dossier.proceedings.eligibility)
                for (const model::EligibilityCondition &condition : lines.back().recorded.conditions)
                    if (condition.text == facts.fields["condition.text"] && !condition.due.empty())
                        facts.fields["condition.due"] = writtenDay(condition.due);
        return list;
    }

    [[nodiscard]] std::vector<Facts> eligibility() const
    {
        std::vector<Facts> list;
        for (const auto &[key, lines] : m_dossier.proceedings.eligibility) {
            const model::EligibilityRecorded &it = lines.back().recorded;
            const std::string note = model::isAdministrative(it.status) ? " (" + std::string(model::administrativeWords) + ")" : "";
            list.push_back({{{"line.authority", it.authority}, {"line.access", it.access}, {"line.status", std::string(model::eligibilityStatusTitle(it.status)) + note},
                             {"line.since", writtenDay(it.since)}, {"line.until", writtenDay(it.until)}, {"line.exception", it.exception}}, {}});
        }
        return list;
    }

    [[nodiscard]] std::vector<Facts> exhibits() const
    {
        std::vector<Facts> list;
        for (const model::DocumentState &document : m_dossier.documents) {
            if (!m_cited.contains(document.facts.document))
                continue;
            const std::string date = writtenDay(document.facts.date), pages = std::to_string(document.facts.pages) + (document.facts.pages == 1 ? " page" : " pages");
            list.push_back({{{"exhibit.name", nameOf(document.facts.document)}, {"exhibit.title", document.facts.title}, {"exhibit.date", date}, {"exhibit.pages", pages},
                             {"exhibit.about", document.facts.title + (date.empty() ? "" : ", " + date) + ", " + pages}}, {}});
        }
        return list;
    }

    const model::Dossier &m_dossier;
    const packs::Pack &m_pack;
    const Wish &m_wish;
    std::set<DocumentId> m_cited;
};

} // namespace

Facts factsOf(const model::Dossier &dossier, const packs::Pack &pack, const Wish &wish, const Issuer &issuer)
{
    return Content(dossier, pack, wish).facts(issuer);
}

std::string writtenDay(const std::string &day)
{
    constexpr std::array months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    if (!isDay(day))
        return day;
    const auto month = static_cast<std::size_t>((day[5] - '0') * 10 + day[6] - '0');
    return (day[8] == '0' ? "" : day.substr(8, 1)) + day.substr(9) + " " + months.at(month - 1) + " " + day.substr(0, 4);
}

} // namespace caseward::letters
