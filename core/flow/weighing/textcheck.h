// SPDX-License-Identifier: GPL-3.0-or-later
// What people write into entries: texts, UTF-8 and within the bound of a note, said where they must be; and the dates of a conduct, in
// their order. Private to core/flow/weighing.
// Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <string>

namespace caseward::flow {

[[nodiscard]] Status checkWords(const std::string &text, const char *what);   // Malformed, TooLarge
[[nodiscard]] Status needWords(const std::string &text, const char *what);    // also Malformed where there is nothing but white space
[[nodiscard]] Status checkConduct(const std::string &from, const std::string &to); // Malformed where the end is alone or before the beginning
[[nodiscard]] Fault notFound(const std::string &what);                        // what an entry names and the case has not

} // namespace caseward::flow
