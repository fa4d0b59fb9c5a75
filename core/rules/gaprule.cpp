// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/gaprule.h"

#include <algorithm>

namespace caseward::rules {

std::vector<Hole> findHoles(const std::vector<Cover> &covers, const Window &window)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < covers.size(); ++i)
        if (covers[i].from <= covers[i].to)
            order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return covers[i].from; });

    std::vector<Hole> holes;
    DayNumber covered = window.from - 1;     // every day of the window up to here is covered, or in a hole that was seen
    std::optional<std::size_t> lastToEnd;
    for (const std::size_t i : order) {
        const Cover &cover = covers[i];
        if (covered >= window.to || cover.from > window.to) {
            // Begins after the window: it does not cover, but it is what follows the tail.
            if (covered < window.to)
                holes.push_back({covered + 1, window.to, true, lastToEnd, i});
            return holes;
        }
        const Hole hole{covered + 1, cover.from - 1, false, lastToEnd, i};
        if (hole.days() > toleratedDays)
            holes.push_back(hole);
        if (!lastToEnd || cover.to > covers[*lastToEnd].to)
            lastToEnd = i;
        covered = std::max(covered, cover.to);
    }
    if (covered < window.to)
        holes.push_back({covered + 1, window.to, true, lastToEnd, std::nullopt});
    return holes;
}

} // namespace caseward::rules
