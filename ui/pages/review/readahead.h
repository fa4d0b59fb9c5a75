// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages a view asks for, most urgent first: what is seen, then what is scrolled to, then a little behind. A page that is not here
// yet is stood in for by a coarse image of it, which is made in a fraction of the time, so that scrolling never shows blank paper.
// Pure arithmetic; any thread; never fails.
#pragma once

#include <cstdint>
#include <vector>

namespace caseward::ui {

struct ReadAhead {
    std::uint32_t pages = 0;                 // of the document
    std::uint32_t first = 1, last = 1;       // in sight
    std::uint32_t current = 1;               // of these the one that is read
    int direction = 0;                       // of the last scroll: 1 down, -1 up, 0 not scrolled since it was sent somewhere
    bool fast = false;                       // it goes faster than sharp images can be made
};

struct PageWish {
    std::uint32_t page = 1;
    bool sharp = true;                       // at the view's scale; false: coarse, and only when there is nothing yet
    bool operator==(const PageWish &) const = default;
};

inline constexpr double coarseDpi = 36;      // half a megabyte a page
inline constexpr std::uint32_t sharpAhead = 3, coarseAhead = 10;

[[nodiscard]] std::vector<PageWish> pagesToAskFor(const ReadAhead &view);

} // namespace caseward::ui
