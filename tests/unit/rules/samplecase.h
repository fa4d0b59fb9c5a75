// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier under the committed SEAD 4 pack in which nothing is missing, so that a test can take one thing away.
// Guideline E is raised by 16(a) and found against the subject; the outcome is to deny.
#pragma once

#include "core/base/random.h"
#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace samplecase {

using namespace caseward;

template <typename IdType>
IdType newId(std::uint64_t number)
{
    SeededRandom random(number);
    return IdType::make(FixedClock(Instant{1'763'800'000'000}), random);
}

inline PersonId adjudicator() { return newId<PersonId>(1); }
inline PersonId reviewer() { return newId<PersonId>(2); }

inline model::Trace by(const PersonId &person) { return model::Trace{1, Instant{1'763'800'000'000}, person}; }

inline packs::PackPtr pack()
{
    static const packs::PackPtr loaded = [] {
        auto all = packs::loadPacks(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs");
        return all.ok() && !all->empty() ? packs::newestOf(*all, "us-sead4-2017") : std::make_shared<const packs::Pack>();
    }();
    return loaded;
}

inline model::ConditionRef ref(const std::string &condition) { return {pack()->id, condition}; }

inline model::Tie tie(std::uint64_t number, const std::string &condition)
{
    model::Tie it;
    it.id = newId<PassageId>(number);
    it.condition = ref(condition);
    it.tied = it.changed = by(adjudicator());
    return it;
}

inline model::DocumentState document(std::uint64_t number, const std::string &title, std::uint32_t pages)
{
    model::DocumentState it;
    it.facts.document = newId<DocumentId>(number);
    it.facts.title = title;
    it.facts.name = "scan.pdf";
    it.facts.pages = pages;
    it.added = by(adjudicator());
    for (std::uint32_t page = 1; page <= pages; ++page)
        it.displayed.insert(page);
    return it;
}

inline void findCondition(model::Dossier &dossier, const std::string &id, model::ConditionFinding finding)
{
    dossier.conditions[ref(id)] = {finding, "because", by(adjudicator())};
}

inline void findGuideline(model::Dossier &dossier, const std::string &letter, model::GuidelineFinding finding)
{
    dossier.guidelines[{pack()->id, letter}] = {finding, "because", by(adjudicator())};
}

inline void propose(model::Dossier &dossier, const std::string &outcome, const std::string &exception = {})
{
    dossier.proposal = model::Proposal{{outcome, exception, {}}, by(adjudicator())};
}

inline model::Dossier complete()
{
    model::Dossier it;
    it.facts.pack = pack()->ref();
    it.opened = by(adjudicator());
    it.documents = {document(10, "Report of investigation", 4), document(11, "Bank deposit slips", 4)};
    it.documents[1].displayed.erase(4);
    it.documents[1].waived[4] = "blank reverse";
    it.ties = {tie(20, "16(a)"), tie(21, "17(a)")};
    it.contradictions.push_back({newId<ContradictionId>(30), {}, {}, "questionnaire and slips", "the slips are right",
                                 by(adjudicator()), by(adjudicator())});
    it.gaps.push_back({newId<GapId>(40), "employment", "2020-01", "2020-05", {}, "", "travelled", by(adjudicator()),
                       by(adjudicator())});
    findCondition(it, "16(a)", model::ConditionFinding::Established);
    findCondition(it, "17(a)", model::ConditionFinding::DoesNotApply);
    for (const char *id : {"17(b)", "17(c)", "17(d)", "17(e)", "17(f)", "17(g)"})
        findCondition(it, id, model::ConditionFinding::NoEvidence);
    findGuideline(it, "E", model::GuidelineFinding::AgainstSubject);
    for (const packs::Factor &factor : pack()->factors)
        if (factor.required)
            it.factors[{pack()->id, factor.id}] = {"considered", by(adjudicator())};
    it.reasons = {{"He left it out.", {it.ties[0].id}}, {"He corrected it late, and the whole person does not outweigh it.", {it.ties[1].id, it.ties[0].id}}};
    it.reasonsWritten = by(adjudicator());
    propose(it, "deny");
    it.explained[{"adverse-without-statement", "deny"}] = "served under the rules before these";
    it.explained[{"review-levels", "deny"}] = "S. Senior; advice of L. Legal";
    return it;
}

} // namespace samplecase
