// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/severalpacks.h"

#include "core/packs/held.h"
#include "core/rules/administrative.h"
#include "core/rules/checks.h"

#include <algorithm>

namespace caseward::rules {

namespace {

bool isHeld(const model::ConditionRef &ref, const std::vector<packs::PackPtr> &packs)
{
    return packs::heldCondition(packs, ref.pack, ref.id) != nullptr;
}

std::string named(const model::ConditionRef &ref, const std::vector<packs::PackPtr> &packs)
{
    const packs::Pack *pack = packs::heldPack(packs, ref.pack);
    return pack ? ref.id + ", which " + ref.pack + " " + pack->version + " does not have" : ref.id + " of " + ref.pack + ", a pack this case has no longer";
}

void tell(Check &check, const std::string &pack)
{
    check.text = pack + ": " + check.text;
    check.target.pack = pack;
}

void checkGone(const Examined &it, const std::vector<packs::PackPtr> &packs)
{
    const GoneConditions gone = goneConditions(it.dossier, packs);
    for (const PassageId &id : gone.passages) {
        const model::Tie *tie = it.dossier.tie(id);
        it.needExplanation("condition-gone", {Target::Place::Passage, id.text(), tie->anchor.span.page}, true,
                           "A passage is tied to " + named(tie->condition, packs) + ": tie it to another condition, or explain", {});
    }
    for (const model::ConditionRef &ref : gone.found)
        it.needExplanation("condition-gone", {Target::Place::Condition, ref.id, 0}, true, "There is a finding on " + named(ref, packs) + ": find anew, or explain", {});
}

} // namespace

GoneConditions goneConditions(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    GoneConditions gone;
    for (const model::Tie &tie : dossier.ties)
        if (!isHeld(tie.condition, packs))
            gone.passages.push_back(tie.id);
    for (const auto &[ref, state] : dossier.conditions)
        if (!isHeld(ref, packs))
            gone.found.push_back(ref);
    return gone;
}

Gate completeness(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    Gate gate;
    if (packs.empty())
        return gate;
    std::vector<Examined> all;
    for (const packs::PackPtr &pack : packs)
        all.push_back({dossier, *pack, guidelinesRaised(dossier, *pack), gate.checks, administrativeOutcome(dossier, *packs.front())});
    const Examined &leading = all.front();
    // In the order of the wizard; what a further pack asks says whose question it is.
    for (const auto family : underEachPack) {
        for (const Examined &it : all) {
            const std::size_t before = gate.checks.size();
            family(it);
            for (std::size_t i = before; i < gate.checks.size() && &it != &leading; ++i)
                tell(gate.checks[i], it.pack.id);
        }
        if (family == underEachPack.front())
            checkGone(leading, packs);
    }
    checkReasons(leading);
    std::vector<const packs::Pack *> held;
    for (const Examined &it : all)
        held.push_back(&it.pack);
    checkDocumentation(dossier, held, gate.checks);
    checkRecord(leading);
    checkContradictions(leading);
    checkGaps(leading);
    checkOutcome(leading);
    for (auto further = all.begin() + 1; further != all.end(); ++further)
        checkOutcomeUnder(*further, leading.pack);
    checkProceedings(leading, packs);
    return gate;
}

} // namespace caseward::rules
