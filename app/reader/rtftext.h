// SPDX-License-Identifier: GPL-3.0-or-later
// Rich Text Format as running text: paragraphs are lines, cells are tabbed. Notes and comments, what was deleted under change tracking
// and what is hidden stand in brackets where they are, because an adjudicator must not miss them; ticked boxes of forms show as
// such. Objects, pictures, links and headers are not followed; how many pictures there are is said at the end. Inside the child,
// after lock-down; openCharsets() before it.
#pragma once

#include "app/reader/document.h"

namespace caseward::reader {

// Damaged: no Rich Text, or cut off. TooLarge: beyond limits::rtfDepth or limits::textLayerBytes.
Outcome<std::u32string> rtfText(BytesView file);

} // namespace caseward::reader
