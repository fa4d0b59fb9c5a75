// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anything is said: text of white space alone counts as none. Any thread.
#pragma once

#include <string_view>

namespace caseward {

[[nodiscard]] inline bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

} // namespace caseward
