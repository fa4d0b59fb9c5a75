// SPDX-License-Identifier: GPL-3.0-or-later
// Text cut into pages: the document that every kind without pixels becomes. A form feed ends a page, and so do sixty
// lines; a long line counts as the several lines it will fill on paper, but is never broken, because offsets count the
// characters as received. One thread.
#pragma once

#include "app/reader/document.h"

#include <functional>

namespace caseward::reader {

struct Answer;

// Gives the bytes of the part at a place in the list, from 0; exactly as many as the list says, or a status.
using PartReader = std::function<Outcome<Bytes>(std::uint32_t place)>;

// Lines end with '\n' only; any other control character becomes U+FFFD. No text at all is one empty page.
// TooManyPages, TooLarge (also for too many or too large parts).
OpenedDocument paginatedText(std::u32string text);
OpenedDocument paginatedText(std::u32string text, std::vector<Part> parts, PartReader readPart);
// `answers` in the order of the text, each within one line of it: they become the document's fields.
OpenedDocument paginatedText(std::u32string text, std::vector<Answer> answers);

} // namespace caseward::reader
