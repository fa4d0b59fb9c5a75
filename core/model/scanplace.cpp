// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/scanplace.h"

#include <algorithm>

namespace caseward::model {

namespace {

bool isEmpty(const Rect &box) { return !(box.width > 0 && box.height > 0); }

Rect united(const Rect &one, const Rect &other)
{
    if (isEmpty(one) || isEmpty(other))
        return isEmpty(one) ? other : one;
    const double x = std::min(one.x, other.x), y = std::min(one.y, other.y);
    return {x, y, std::max(one.x + one.width, other.x + other.width) - x, std::max(one.y + one.height, other.y + other.height) - y};
}

} // namespace

Spot spotInScan(const PageText &machineRead, const Span &words)
{
    Rect area;
    const std::size_t end = std::min<std::size_t>(words.end, machineRead.boxes.size());
    for (std::size_t at = words.start; at < end; ++at)
        area = united(area, machineRead.boxes[at]);
    return isEmpty(area) ? Spot(words.page, 0, 0) : Spot(words.page, area);
}

} // namespace caseward::model
