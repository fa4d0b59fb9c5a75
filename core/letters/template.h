// SPDX-License-Identifier: GPL-3.0-or-later
// A letter's template: plain text with named fields and repeated blocks, which a site may change (core/design/formats/letter.md). Read
// strictly, whole or not at all; what a kind of letter is for can not be left out. Plain value; any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/model/letters.h"

#include <map>
#include <vector>

namespace caseward::letters {

// Bounds that only letters know.
namespace bounds {
inline constexpr std::size_t templateBytes = 64u << 10;
inline constexpr std::size_t lineBytes = 4'000;
inline constexpr std::size_t depth = 4;                    // blocks within blocks
inline constexpr std::size_t filledLines = 20'000;         // of one letter
} // namespace bounds

enum class LineKind { Title, Heading, Subheading, Paragraph, Bullet, Quote, Small, Row, Rule, PageBreak };

// A stretch of a line: words of the template, or the name of a field.
struct Piece { std::string text; bool isField = false, bold = false; };

struct Part {
    enum class What { Line, Each, If, Unless, Rights };
    What what = What::Line;
    LineKind kind = LineKind::Paragraph;
    std::vector<Piece> label, pieces;                      // label: the first cell of a Row
    std::string name;                                      // of a block: the list or field it asks for
    std::vector<Part> parts;
    std::size_t line = 0;                                  // where it stands, from 1
};

struct Template {
    model::LetterKind kind = model::LetterKind::StatementOfReasons;
    std::string version, title;
    std::vector<Part> parts;
    std::string text;                                      // as it was read
};

// Malformed with the line named: no template, an unknown field or block, a block that is not closed, or what its kind needs is missing;
// TooLarge.
[[nodiscard]] Result<Template> readTemplate(BytesView untrustedText);

// The names a template of that kind may use, for the manual: "case", "allegations: allegation.label, …".
[[nodiscard]] std::vector<std::string> fieldNames(model::LetterKind kind);

// What a letter is filled with: fields by name, lists of the same.
struct Facts {
    std::map<std::string, std::string> fields;
    std::map<std::string, std::vector<Facts>> lists;
};

struct Run { std::string text; bool bold = false; };
struct Line { LineKind kind = LineKind::Paragraph; std::vector<Run> label, runs; };

// What is filled in is never read as markup. A row, bullet or paragraph of which nothing is left is left out. TooLarge.
[[nodiscard]] Result<std::vector<Line>> fill(const Template &form, const Facts &facts);
[[nodiscard]] std::string plainText(const std::vector<Line> &lines);

} // namespace caseward::letters
