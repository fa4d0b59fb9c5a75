// SPDX-License-Identifier: GPL-3.0-or-later
// The document view to assistive technology: a read-only document whose text is the stored text of the current page, with
// caret and selection. GUI thread.
#pragma once

namespace caseward::ui {

void installPageViewAccessibility();   // once is enough; more calls do nothing

} // namespace caseward::ui
