// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes in a character set that a document names. The converters are opened before lock-down, because glibc loads them as shared
// libraries; a name that is not on the list is not converted by guesswork. One thread.
#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>

namespace caseward::reader {

// Before lock-down; again: nothing.
void openCharsets();

// Nothing when the name is unknown or forbidden (UTF-7 could hide markup). What does not convert becomes U+FFFD.
std::optional<std::u32string> decodeCharset(BytesView bytes, const std::string &charset);

} // namespace caseward::reader
