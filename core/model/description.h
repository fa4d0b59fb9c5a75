// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a document, ready to be corrected: the same starting point for the window and for the command line.
// Pure; any thread; never fails.
#pragma once

#include "core/model/events.h"

namespace caseward::model {

// As it is described now. Change what is wrong and record it whole.
[[nodiscard]] DocumentDescribed descriptionOf(const DocumentAdded &facts);
[[nodiscard]] bool saysTheSame(const DocumentDescribed &one, const DocumentDescribed &other);

} // namespace caseward::model
