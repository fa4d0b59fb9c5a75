// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/casesearch.h"

#include "core/base/utf8.h"
#include "core/model/scanplace.h"

namespace caseward::evidence {

namespace {

constexpr std::uint32_t wordsBefore = 40, wordsAfter = 80;   // code points of context

void setWords(CaseHit &hit, std::string_view text, const WordsToFind::Place &place)
{
    hit.before = codePointSlice(text, place.start < wordsBefore ? 0 : place.start - wordsBefore, place.start);
    hit.match = codePointSlice(text, place.start, place.end);
    hit.after = codePointSlice(text, place.end, std::size_t{place.end} + wordsAfter);
}

// Goes through what is said, and keeps what has the words.
class Search {
public:
    Search(const WordsToFind &words, std::size_t most) : m_words(words), m_most(most) {}

    void look(HitIn in, const char *field, const std::string &said, const std::string &target, const model::Anchor *anchor = nullptr)
    {
        CaseHit hit;
        hit.in = in;
        hit.target = target;
        hit.field = field;
        if (anchor) {
            hit.document = anchor->document;
            hit.span = anchor->span;
        }
        keep(std::move(hit), said);
    }

    void look(const model::AllegationState &allegation, const char *field, const std::string &said)
    {
        CaseHit hit;
        hit.in = HitIn::Allegation;
        hit.label = allegation.states.label;
        hit.target = allegation.id.text();
        hit.field = field;
        keep(std::move(hit), said);
    }

    void look(const DocumentId &document, const char *field, const std::string &said)
    {
        CaseHit hit;
        hit.in = HitIn::Fact;
        hit.document = document;
        hit.field = field;
        keep(std::move(hit), said);
    }

    [[nodiscard]] std::vector<CaseHit> take() { return std::move(m_hits); }

private:
    void keep(CaseHit hit, const std::string &said)
    {
        if (m_hits.size() >= m_most || said.empty())
            return;
        const auto places = m_words.in(said, 1);
        if (places.empty())
            return;
        setWords(hit, said, places.front());
        m_hits.push_back(std::move(hit));
    }

    const WordsToFind &m_words;
    std::size_t m_most;
    std::vector<CaseHit> m_hits;
};

void lookAtDocuments(Search &search, const model::Dossier &dossier)
{
    for (const model::DocumentState &document : dossier.documents) {
        const model::DocumentAdded &facts = document.facts;
        for (const auto &[field, said] : {std::pair{"title", &facts.title}, std::pair{"exhibit", &facts.exhibit}, std::pair{"source", &facts.source},
                                          std::pair{"agency", &facts.agency}, std::pair{"date", &facts.date}, std::pair{"marking", &facts.marking},
                                          std::pair{"custody", &facts.custody}, std::pair{"name", &facts.name}, std::pair{"part", &facts.part}})
            search.look(facts.document, field, *said);
        for (const auto &[page, reason] : document.waived) {
            model::Anchor where;
            where.document = facts.document;
            where.span = {page, 0, 0};
            search.look(HitIn::Fact, "waived", reason, {}, &where);
        }
    }
}

void lookAtPassages(Search &search, const model::Dossier &dossier)
{
    for (const model::Tie &tie : dossier.ties)
        search.look(HitIn::Passage, "note", tie.note, tie.id.text(), &tie.anchor);
    for (const model::Contradiction &each : dossier.contradictions) {
        search.look(HitIn::Contradiction, "note", each.note, each.id.text(), &each.claimed);
        search.look(HitIn::Contradiction, "resolution", each.resolution, each.id.text(), &each.claimed);
    }
    for (const model::Gap &gap : dossier.gaps) {
        const model::Anchor *anchor = gap.anchor ? &*gap.anchor : nullptr;
        search.look(HitIn::Gap, "note", gap.note, gap.id.text(), anchor);
        search.look(HitIn::Gap, "explanation", gap.explanation, gap.id.text(), anchor);
    }
}

void lookAtStatement(Search &search, const model::Dossier &dossier)
{
    for (const model::AllegationState &state : dossier.allegations) {
        search.look(state, "text", state.states.text);
        if (state.dropped)
            search.look(state, "withdrawn", state.dropped->first);
        if (state.answer)
            search.look(state, "answer", state.answer->first.words);
        search.look(state, "view", state.appraisal.view);
        search.look(state, "recency", state.appraisal.recency);
        for (const auto &[condition, mitigator] : state.mitigators)
            search.look(state, "mitigator", mitigator.weighed.reason);
        if (state.finding)
            search.look(state, "finding", state.finding->first.reason);
    }
}

void lookAtReasons(Search &search, const model::Dossier &dossier)
{
    for (const auto &[condition, state] : dossier.conditions)
        search.look(HitIn::Finding, "condition", state.reason, condition.id);
    for (const auto &[guideline, state] : dossier.guidelines)
        search.look(HitIn::Finding, "guideline", state.reason, guideline.second);
    for (const auto &[factor, state] : dossier.factors)
        search.look(HitIn::Finding, "factor", state.text, factor.second);
    for (const auto &[check, words] : dossier.explained)
        search.look(HitIn::Finding, "explained", words, check.first);
    for (std::size_t i = 0; i < dossier.reasons.size(); ++i)
        search.look(HitIn::Reasons, "paragraph", dossier.reasons[i].text, std::to_string(i + 1));
    for (const model::Review &review : dossier.reviews) {
        search.look(HitIn::Review, "reason", review.reason, {});
        for (const model::ReviewNote &note : review.notes)
            search.look(HitIn::Review, "note", note.text, note.target);
    }
}

} // namespace

std::string_view hitInName(HitIn in)
{
    constexpr std::string_view names[] = {"page", "scan", "fact", "passage", "contradiction", "gap", "finding", "reasons", "review", "allegation"};
    return names[static_cast<std::size_t>(in)];
}

std::vector<CaseHit> findOnPage(const DocumentId &document, std::uint32_t number, std::string_view text, const WordsToFind &words, std::size_t most)
{
    std::vector<CaseHit> hits;
    for (const WordsToFind::Place &place : words.in(text, most)) {
        CaseHit hit;
        hit.document = document;
        hit.span = {number, place.start, place.end};
        setWords(hit, text, place);
        hits.push_back(std::move(hit));
    }
    return hits;
}

std::vector<CaseHit> findOnScan(const DocumentId &document, std::uint32_t number, const model::PageText &machineRead, const WordsToFind &words, std::size_t most)
{
    std::vector<CaseHit> hits = findOnPage(document, number, machineRead.text, words, most);
    for (CaseHit &hit : hits) {
        const model::Spot spot = model::spotInScan(machineRead, hit.span);
        hit.in = HitIn::Scan;
        hit.span = spot.span;
        hit.area = spot.area;
    }
    return hits;
}

std::vector<CaseHit> findInRecord(const model::Dossier &dossier, const WordsToFind &words, std::size_t most)
{
    Search search(words, words.isEmpty() ? 0 : most);
    lookAtDocuments(search, dossier);
    lookAtPassages(search, dossier);
    lookAtStatement(search, dossier);
    lookAtReasons(search, dossier);
    return search.take();
}

} // namespace caseward::evidence
