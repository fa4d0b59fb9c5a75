// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page a view shows at this moment. Plain value; any thread.
#pragma once

#include <cstdint>

namespace caseward::ui {

// A page whose content (not a placeholder) is on the screen.
struct ShownPage {
    std::uint32_t page = 1;
    double visible = 0;           // share of the page's height inside the viewport, 0…1
    bool fillsView = false;       // nothing else is in the viewport
};

} // namespace caseward::ui
