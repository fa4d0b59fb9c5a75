// SPDX-License-Identifier: GPL-3.0-or-later
// Word processor documents as running text: Office Open XML (ECMA-376, WordprocessingML) and OpenDocument text (ISO/IEC 26300).
// Paragraphs are lines, cells are tabbed, list items have a mark; notes, comments and what was deleted under change tracking stand
// in brackets where they are, headers and footers in brackets behind the text, because an adjudicator must not miss them. Macros,
// fields and links are not followed; how many pictures there are is said at the end. Inside the child, after lock-down.
#pragma once

#include "app/reader/zipmembers.h"

namespace caseward::reader {

Outcome<std::u32string> docxText(const ZipMembers &zip);
Outcome<std::u32string> odtText(const ZipMembers &zip);

class FlowText;
// Says at the end how many pictures the document has that no text shows.
void addPicturesNote(FlowText &out, std::size_t pictures);

} // namespace caseward::reader
