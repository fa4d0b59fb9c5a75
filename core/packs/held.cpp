// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/held.h"

#include <algorithm>

namespace caseward::packs {

const Pack *heldPack(const std::vector<PackPtr> &packs, std::string_view id)
{
    const auto found = std::ranges::find_if(packs, [id](const PackPtr &pack) { return pack->id == id; });
    return found == packs.end() ? nullptr : found->get();
}

PackPtr heldOrLeading(const std::vector<PackPtr> &packs, std::string_view id)
{
    const auto found = std::ranges::find_if(packs, [id](const PackPtr &pack) { return pack->id == id; });
    return found != packs.end() ? *found : packs.empty() ? nullptr : packs.front();
}

const Condition *heldCondition(const std::vector<PackPtr> &packs, std::string_view pack, std::string_view condition)
{
    const Pack *held = heldPack(packs, pack);
    return held ? held->condition(condition) : nullptr;
}

} // namespace caseward::packs
