// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated values (RFC 4180, with comma, semicolon or tab between) as lines of text: a record a line, cells between bars. Nothing is
// computed: a cell that looks like a formula is its own words. Pure.
#pragma once

#include "app/reader/document.h"

namespace caseward::reader {

// NotText when the bytes are not text; TooLarge.
Outcome<std::u32string> csvText(BytesView table);

} // namespace caseward::reader
