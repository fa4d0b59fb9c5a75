// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 without surprises: validation, and positions counted in Unicode code points, which is the unit of
// every offset in a text layer. Any thread.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace caseward {

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

// Decodes; Malformed when not UTF-8.
[[nodiscard]] Result<std::u32string> toCodePoints(std::string_view text);
[[nodiscard]] std::string toUtf8(std::u32string_view text);

// Number of code points; the text must be UTF-8.
[[nodiscard]] std::size_t codePointCount(std::string_view text);

// The code points [start, end), clipped to the text.
[[nodiscard]] std::string codePointSlice(std::string_view text, std::size_t start, std::size_t end);

} // namespace caseward
