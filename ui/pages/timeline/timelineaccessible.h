// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline for assistive technology: a list whose items have a name (the whole sentence), a place, and can be chosen. GUI thread.
#pragma once

namespace caseward::ui {

class TimelineView;

void installTimelineAccessibility();                  // once; further calls do nothing
void tellTimelineFocus(TimelineView *view, int item); // the item has the focus now

} // namespace caseward::ui
