// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what the child answered into values the program may rely on. The child is assumed to be in the hands of the
// document: a number, a length, a code point or a box is believed only after it was checked here. Any breach is
// ReaderFailed (the child lies), a page beyond a bound is TooLarge. Pure but for the mapping of the memory.
#pragma once

#include "core/model/answer.h"
#include "core/reading/partfacts.h"
#include "core/reading/readerlink.h"

#include <span>

namespace caseward::reading {

// The sizes of all pages; there is at least one and fewer than limits::documentPages.
Result<std::vector<model::PageSize>> checkedPages(const Answer &untrusted);

// Valid UTF-8 without control characters but '\n' and '\t', boxes (none, or one per code point) finite and clipped.
Result<model::PageText> checkedText(const Answer &untrusted, const model::PageSize &page);

// The size must be what the page and the resolution make it, give or take a pixel of rounding; no memory comes along.
struct CheckedPixels {
    std::uint32_t width = 0, height = 0;
};
Result<CheckedPixels> checkedPixels(const Answer &untrusted, const model::PageSize &page, double dpi);

// That exactly the rows were copied that were asked for.
::caseward::Status checkedRows(const Answer &untrusted, std::uint32_t rows);

// At most limits::documentParts, each at most wire::largestAnswer, all together at most limits::documentBytes.
Result<std::vector<PartFacts>> checkedParts(const Answer &untrusted);

// The bytes of one part: exactly as many as the list said.
Result<Bytes> checkedPart(const Answer &untrusted, const PartFacts &listed);

// An answer of a questionnaire before its text is known: the path is checked, the place is on a page that there is, not
// empty, and behind the one before it. Whether the page's text is that long is for answersAt() to say.
struct FieldPlace {
    std::string path;
    model::Span span;
};
Result<std::vector<FieldPlace>> checkedFields(const Answer &untrusted, std::size_t pages);

// The answers of one page, with what stands at their places; ReaderFailed when a place is not within the text.
Result<std::vector<model::Answer>> answersAt(std::span<const FieldPlace> places, const std::string &text);

// The name of the engine: printable ASCII, not empty.
Result<std::string> checkedEngine(const Answer &untrusted);

// Width and height in pixels of a page at a resolution. TooLarge beyond limits::pagePixels and pagePixelsSide,
// Usage when dpi is not a positive number.
struct PixelSize {
    double width = 0, height = 0;
};
Result<PixelSize> pixelSizeOf(const model::PageSize &page, double dpi);

} // namespace caseward::reading
