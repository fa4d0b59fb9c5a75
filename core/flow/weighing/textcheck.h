// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that people write into entries: UTF-8, within the bound of a note, and said where they must be. Private to core/flow/weighing.
// Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <string>

namespace caseward::flow {

[[nodiscard]] Status checkWords(const std::string &text, const char *what);   // Malformed, TooLarge
[[nodiscard]] Status needWords(const std::string &text, const char *what);    // also Malformed where there is nothing but white space

} // namespace caseward::flow
