// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a plain text to code points: a byte order mark decides, else valid UTF-8, else Windows-1252 (which holds
// Latin-1's letters). Line ends become '\n'; form feeds stay; every other control character becomes U+FFFD. Pure.
#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace caseward::reader {

// Nothing when the bytes are not text: a NUL without a UTF-16 mark, or more than a tenth control characters.
std::optional<std::u32string> decodeText(BytesView bytes);

// A name or a field as received: UTF-8, else ASCII with U+FFFD for everything above. Control characters stay.
std::u32string decodeName(std::string_view received);

} // namespace caseward::reader
