// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a document as the rest of the program sees them: text with one box a character. Offsets everywhere are
// Unicode code points of `text`; page numbers are 1-based. Plain values; any thread.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace caseward::model {

// A rectangle in points (1/72 inch), origin at the top left of the page as displayed.
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect &) const = default;
};

// What an anchor stores: every number rounded to 0.01 pt. Whoever makes an anchor calls this; the codec is exact.
[[nodiscard]] Rect roundedToHundredths(const Rect &rect);

struct PageSize {
    double width = 0, height = 0; // points
    bool operator==(const PageSize &) const = default;
};

// One page of a text layer. boxes is empty (plain text: the view lays it out) or has one Rect per code point;
// the box of a line break or of a space that the engine made up may have zero width.
struct PageText {
    std::string text; // UTF-8, lines separated by '\n'
    std::vector<Rect> boxes;
    bool operator==(const PageText &) const = default;
};

// What a document is, by its content. Questionnaire: answers as XML. Unknown: kept unread, as nothing here opens it.
enum class MediaType { Pdf, PlainText, Png, Jpeg, Tiff, Mail, Docx, Odt, Rtf, Csv, Html, Zip, Questionnaire, Unknown };

[[nodiscard]] std::string_view mediaTypeName(MediaType type);              // IANA: "application/pdf", "message/rfc822", …
[[nodiscard]] Result<MediaType> parseMediaType(std::string_view name);
// Its pages are pictures that the reader child paints. Else they are text that the view lays out.
[[nodiscard]] bool isPictured(MediaType type);

// Where a passage is: page and [start, end) in code points of that page's stored text layer.
struct Span {
    std::uint32_t page = 1;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    auto operator<=>(const Span &) const = default;
};

} // namespace caseward::model
