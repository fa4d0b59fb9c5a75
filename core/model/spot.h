// SPDX-License-Identifier: GPL-3.0-or-later
// A place on a page as a person marks it: words of its text layer, or a part of its picture where there are no words to
// quote. Plain values; any thread; nothing here fails.
#pragma once

#include "core/model/events.h"

namespace caseward::model {

struct Spot {
    Span span;                     // of words; of a part of the picture only `page` says something, the rest is 0
    std::optional<Rect> area;      // points; nothing: the words of the span

    Spot() = default;
    Spot(const Span &words) : span(words) {}   // words are what places mostly are: no cast wanted
    Spot(std::uint32_t page, std::uint32_t start, std::uint32_t end) : span{page, start, end} {}
    Spot(std::uint32_t page, const Rect &part) : span{page, 0, 0}, area(part) {}
    bool operator==(const Spot &) const = default;
};

// An anchor without words: a part of the picture of a page (formats/case-events.md, "Anchor").
[[nodiscard]] bool isArea(const Anchor &anchor);
[[nodiscard]] Spot spotOf(const Anchor &anchor);
[[nodiscard]] bool samePlace(const Anchor &one, const Anchor &other);
// The quote; of a part of the picture "[part of the picture]", in brackets as it is nobody's words.
[[nodiscard]] std::string quoteWords(const Anchor &anchor);

} // namespace caseward::model
