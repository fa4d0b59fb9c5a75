// SPDX-License-Identifier: GPL-3.0-or-later
// How a place in a document is named: "p. 8, lines 24–28", and as a deep link, "#p8:24-28". Pure; any thread.
#pragma once

#include "core/model/spot.h"
#include "ui/pages/review/pageglyphs.h"

#include <QString>

#include <optional>

namespace caseward::ui {

struct CitedLines { int first = 0, last = 0; };
[[nodiscard]] CitedLines citedLines(const PageGlyphs &glyphs, TextRange range);
// Without the page's text (not loaded yet) only the page is named.
[[nodiscard]] QString citation(std::uint32_t page, std::optional<CitedLines> lines);
[[nodiscard]] QString citation(const model::Spot &place);         // "p. 8", "p. 8, part of the picture"
// What is copied: “quote” (title, p. 8); of a part of the picture only where it is.
[[nodiscard]] QString citedWords(const QString &quote, const QString &title, const model::Spot &place);

// "document-id", "document-id#p8", "document-id#p8:24-28" or "document-id#p8:24".
struct DeepLink {
    std::string document;
    std::uint32_t page = 0;       // 0: not said
    int firstLine = 0, lastLine = 0;
};
[[nodiscard]] DeepLink parseDeepLink(const QString &link);
[[nodiscard]] QString deepLink(const DeepLink &link);
// The text of those lines of a page; empty when the page has fewer.
[[nodiscard]] TextRange rangeOfLines(const PageGlyphs &glyphs, int firstLine, int lastLine);

[[nodiscard]] int wordCount(const QString &text);

} // namespace caseward::ui
