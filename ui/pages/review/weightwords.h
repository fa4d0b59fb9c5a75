// SPDX-License-Identifier: GPL-3.0-or-later
// The three weights of a passage in words. Pure; any thread.
#pragma once

#include "core/model/events.h"

#include <QString>

namespace caseward::ui {

[[nodiscard]] QString weightWord(model::Weight weight);   // "Slight", "Moderate", "Substantial"

} // namespace caseward::ui
