// SPDX-License-Identifier: GPL-3.0-or-later
// Where words that a machine read in the picture of a page stand: a part of the picture, as nothing there can be quoted. Pure; any
// thread; never fails.
#pragma once

#include "core/model/page.h"
#include "core/model/spot.h"

namespace caseward::model {

// The part that all characters of `words` cover; without their boxes the page alone, and no part of it.
[[nodiscard]] Spot spotInScan(const PageText &machineRead, const Span &words);

} // namespace caseward::model
