// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/marks.h"

#include <algorithm>
#include <numeric>

namespace caseward::ui {

bool samePlace(const Mark &one, const Mark &other)
{
    return one.page == other.page && one.range == other.range && one.area == other.area;
}

std::vector<int> assignLanes(const std::vector<Mark> &marks)
{
    std::vector<std::size_t> order(marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&marks](std::size_t a, std::size_t b) {
        return marks[a].range.start < marks[b].range.start;
    });
    std::vector<int> lanes(marks.size(), laneLimit);
    std::vector<std::uint32_t> freeFrom(laneLimit, 0);
    for (const std::size_t index : order) {
        const TextRange range = marks[index].range;
        for (std::size_t lane = 0; lane < freeFrom.size(); ++lane) {
            if (freeFrom[lane] <= range.start) {
                freeFrom[lane] = std::max(range.end, range.start + 1);
                lanes[index] = static_cast<int>(lane);
                break;
            }
        }
    }
    return lanes;
}

std::vector<MarkChip> placeChips(const std::vector<double> &tops, const std::vector<int> &lanes, double left,
                             const std::vector<double> &widths, double height, double bottom)
{
    constexpr double space = 3;
    std::vector<std::size_t> order(tops.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&tops](std::size_t a, std::size_t b) { return tops[a] < tops[b]; });
    std::vector<MarkChip> chips;
    double free = -1e9;
    for (const std::size_t index : order) {
        const bool hidden = lanes[index] >= laneLimit;
        if (hidden && !chips.empty() && chips.back().more > 0) {
            ++chips.back().more;
            continue;
        }
        const double top = std::max(tops[index], free);
        chips.push_back({index, hidden ? 1 : 0, QRectF(left, top, widths[index], height)});
        free = top + height + space;
    }
    // From the bottom up, so that the last chips of a page do not stand beside the next page.
    double limit = bottom;
    for (auto chip = chips.rbegin(); chip != chips.rend() && chip->rect.bottom() > limit; ++chip) {
        chip->rect.moveBottom(limit);
        limit = chip->rect.top() - space;
    }
    return chips;
}

} // namespace caseward::ui
