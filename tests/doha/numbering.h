// SPDX-License-Identifier: GPL-3.0-or-later
// Rows -> paragraphs: every sub-paragraph goes to the paragraph of its number. Judges copy headings and forget to change a number;
// where the paper itself settles what was meant, it is mended and said in the notices. Any thread.
#pragma once

#include "tests/doha/items.h"

#include <variant>
#include <vector>

namespace caseward::doha {

[[nodiscard]] std::variant<std::vector<FoundParagraph>, Refusal> gather(const std::vector<Item> &items, Notices &notices);

} // namespace caseward::doha
