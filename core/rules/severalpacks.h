// SPDX-License-Identifier: GPL-3.0-or-later
// A case with several packs: the gate asks what each of them asks, and nothing is merged. Pure; any thread.
#pragma once

#include "core/rules/completeness.h"

namespace caseward::rules {

// The packs of the case, the one that leads first: the outcome is one of its outcomes, the record and the reasons are asked for once.
// Concerns, mitigation and factors are asked for under each pack; what is said of a further one begins with its id. Besides: every
// passage and finding is on a condition that one of the packs has ("condition-gone"), or it is explained.
[[nodiscard]] Gate completeness(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs);

// What is recorded on conditions none of `packs` has: passages, and conditions found.
struct GoneConditions { std::vector<PassageId> passages; std::vector<model::ConditionRef> found; };
[[nodiscard]] GoneConditions goneConditions(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs);

} // namespace caseward::rules
