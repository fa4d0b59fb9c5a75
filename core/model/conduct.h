// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the dates of a conduct, whose two ends may be known to the year, the month or the day. Pure; any thread.
#pragma once

#include <string_view>

namespace caseward::model {

enum class ConductDates { Sound, NoBeginning, EndsFirst };

// Each is YYYY, YYYY-MM, YYYY-MM-DD or empty; they are compared as far as both say something.
[[nodiscard]] ConductDates judgeConduct(std::string_view from, std::string_view to);

} // namespace caseward::model
