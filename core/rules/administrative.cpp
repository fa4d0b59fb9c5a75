// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/administrative.h"

namespace caseward::rules {

const packs::Outcome *administrativeOutcome(const model::Dossier &dossier, const packs::Pack &leading)
{
    const packs::Outcome *outcome = dossier.proposal ? leading.outcome(dossier.proposal->outcome.outcome) : nullptr;
    return outcome != nullptr && outcome->outcomeClass == packs::OutcomeClass::Administrative ? outcome : nullptr;
}

} // namespace caseward::rules
