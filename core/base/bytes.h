// SPDX-License-Identifier: GPL-3.0-or-later
// Byte strings and their text forms. Plain values; any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caseward {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

[[nodiscard]] Bytes toBytes(std::string_view text);
[[nodiscard]] BytesView viewOf(std::string_view text);
[[nodiscard]] std::string toText(BytesView bytes);
[[nodiscard]] std::string_view textView(BytesView bytes);

// Lower-case hexadecimal, two digits a byte; fromHex refuses upper case and odd length (Malformed).
[[nodiscard]] std::string toHex(BytesView bytes);
[[nodiscard]] Result<Bytes> fromHex(std::string_view text);

// RFC 4648 section 4 with padding, no line breaks; fromBase64 refuses anything else (Malformed).
[[nodiscard]] std::string toBase64(BytesView bytes);
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text);

} // namespace caseward
