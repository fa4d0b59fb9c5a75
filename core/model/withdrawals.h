// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: which entries of a history have no effect. Private to core/model. Pure; any thread.
#pragma once

#include "core/model/events.h"

namespace caseward::model {

// effective[i] is false when entry i is withdrawn by an effective entry.withdrawn, so that withdrawing a
// withdrawal brings the first entry back. HistoryBroken when one names itself, a later entry or an entry of a kind
// that may not be withdrawn.
[[nodiscard]] Result<std::vector<bool>> effectiveEntries(const std::vector<Event> &events);

// What entry `index` is about in the end: the index itself, or for an entry.withdrawn the first entry that its
// chain of withdrawals leads to. The events have passed effectiveEntries().
[[nodiscard]] std::vector<std::size_t> rootsOfWithdrawals(const std::vector<Event> &events);

} // namespace caseward::model
