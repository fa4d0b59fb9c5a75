// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a section of formal findings: what announces a paragraph, a guideline, a sub-paragraph; labels, ranges and
// separators; findings; what stands in brackets; other words. Any thread; tokenise() never fails.
#pragma once

#include "tests/doha/formalfindings.h"

#include <string>
#include <string_view>
#include <vector>

namespace caseward::doha {

struct Token {
    enum class Kind { Paragraph, SubParagraph, Guideline, Label, Letters, Nested, Number, Range, Separator, Colon, Except, Remaining, Decided, Note, Word };
    Kind kind = Kind::Word;
    std::size_t line = 0;
    bool first = false; // first on its line
    std::string text; // Letters, Nested: as the label has them; Note, Word: as written; Guideline: its letter or nothing
    Label label; // Label
    int number = 0; // Number
    Finding finding = Finding::For; // Decided
};

[[nodiscard]] std::vector<Token> tokenise(std::string_view findings);

} // namespace caseward::doha
