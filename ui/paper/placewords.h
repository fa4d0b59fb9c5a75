// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at a place of the record, as paper says it. Pure; any thread.
#pragma once

#include "core/model/spot.h"

#include <QString>

namespace caseward::ui {

// The quote on one line, as the line breaks of its page mean nothing on another; or which part of the page's picture, in millimetres, so
// that it is found with a ruler on a print of the page.
[[nodiscard]] QString saidAt(const model::Anchor &anchor);
[[nodiscard]] QString quotedAt(const model::Anchor &anchor);      // the same, words between quotation marks

} // namespace caseward::ui
