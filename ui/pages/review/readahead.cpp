// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/readahead.h"

#include <algorithm>

namespace caseward::ui {

std::vector<PageWish> pagesToAskFor(const ReadAhead &view)
{
    std::vector<PageWish> wishes;
    const auto want = [&](std::int64_t page, bool sharp) {
        const PageWish wish{static_cast<std::uint32_t>(std::max<std::int64_t>(0, page)), sharp};
        if (page >= 1 && page <= view.pages && std::find(wishes.begin(), wishes.end(), wish) == wishes.end())
            wishes.push_back(wish);
    };
    const std::int64_t step = view.direction < 0 ? -1 : 1;
    const std::int64_t front = step > 0 ? view.last : view.first, back = step > 0 ? view.first : view.last;
    const auto inSight = [&](bool sharp) {
        want(view.current, sharp);
        for (std::int64_t page = view.first; page <= view.last; ++page)
            want(page, sharp);
    };
    const auto coarse = [&] {
        for (std::int64_t ahead = 1; ahead <= coarseAhead; ++ahead)
            want(front + step * ahead, false);
    };
    if (view.fast) {
        inSight(false);
        coarse();
    }
    inSight(true);
    want(front + step, true);
    // Sent somewhere and not scrolled: the next page and the one before are enough until somebody reads on.
    if (view.direction == 0) {
        want(back - step, true);
        return wishes;
    }
    coarse();
    for (std::int64_t ahead = 2; ahead <= sharpAhead; ++ahead)
        want(front + step * ahead, true);
    want(back - step, true);
    return wishes;
}

} // namespace caseward::ui
