// SPDX-License-Identifier: GPL-3.0-or-later
// The packs one case is held against, the one that leads first: nothing is looked up under another one's name. Pure; any thread.
#pragma once

#include "core/packs/pack.h"

#include <string_view>
#include <vector>

namespace caseward::packs {

// Null: the case is not held against that pack.
[[nodiscard]] const Pack *heldPack(const std::vector<PackPtr> &packs, std::string_view id);
// That pack, or the one that leads where the case is not held against it; null without packs.
[[nodiscard]] PackPtr heldOrLeading(const std::vector<PackPtr> &packs, std::string_view id);
// Null: it is not held against that pack, or that pack has no such condition.
[[nodiscard]] const Condition *heldCondition(const std::vector<PackPtr> &packs, std::string_view pack, std::string_view condition);

} // namespace caseward::packs
