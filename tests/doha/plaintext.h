// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a decision as lines of ASCII that the grammar can read: typographic dashes, soft hyphens (a converter writes
// them for dashes), quotes and spaces become the plain ones, zero-width characters go, Windows-1252 bytes are understood where the text is no UTF-8, and tags of a
// page of HTML become line ends. A pilcrow becomes kPilcrow. Anything else outside ASCII becomes '?'. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace caseward::doha {

inline constexpr char kPilcrow = '\x14';

[[nodiscard]] std::string plainText(std::string_view bytes);

// Text that came without line ends, as some converters give it: a new line before each word that begins a row or a heading. Text with
// lines comes back as it is.
[[nodiscard]] std::string withLines(std::string text);

// One space for every run of white space, none at the ends; kPilcrow becomes "par.".
[[nodiscard]] std::string flat(std::string_view text);

[[nodiscard]] std::string lowered(std::string_view text); // ASCII only

} // namespace caseward::doha
