// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on reciprocity in a history that came from outside, held against the rules that refuse them here: each as the case stood just
// before it, on its own day. Private to core/session; worker thread.
// Failure: HistoryBroken with the entry and the sentence of the rule; TooLarge for more of them than any case has.
#pragma once

#include "core/model/entry.h"
#include "core/packs/pack.h"
#include "core/packs/reciprocity.h"

#include <functional>
#include <vector>

namespace caseward::session {

using PackSource = std::function<Result<packs::PackPtr>(const model::PackRef &)>;

// `rules`: the questions this station has, or null. A decision by other questions is held against what any questions ask.
[[nodiscard]] Status checkReciprocity(const std::vector<model::Entry> &history, const PackSource &packFor, const packs::ReciprocityRulesPtr &rules);

} // namespace caseward::session
