// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of one page and where they stand: hit testing, words, sentences, lines and the rectangles of a span.
// Positions are boundaries between Unicode code points of the stored text layer, 0…size(); coordinates are points of the
// page. Immutable after construction; share as shared_ptr<const>; any thread. Never fails: a page without text has no lines.
#pragma once

#include "core/model/page.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace caseward::ui {

struct TextRange {
    std::uint32_t start = 0, end = 0;
    bool operator==(const TextRange &) const = default;
    [[nodiscard]] bool isEmpty() const { return end <= start; }
};

class PageGlyphs final {
public:
    // One visible line: [start, end) without its line break.
    struct Line {
        std::uint32_t start = 0, end = 0;
        QRectF rect;
    };

    // `text` is UTF-8; `boxes` one a code point (others are treated as a page without boxes, hence without lines).
    PageGlyphs(const std::string &text, std::vector<model::Rect> boxes);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_text.size()); }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] QString text(TextRange range) const;
    [[nodiscard]] const QString &wholeText() const { return m_utf16; }
    [[nodiscard]] QRectF textBounds() const { return m_bounds; }

    // The boundary nearest to a point of the page, and whether the point is on a character.
    [[nodiscard]] std::uint32_t positionAt(QPointF point) const;
    [[nodiscard]] bool isOverText(QPointF point) const;

    // From the first to the last word that `area` touches, in the order of the text; empty when it touches none.
    [[nodiscard]] TextRange wordsIn(const QRectF &area) const;
    [[nodiscard]] TextRange wordAt(std::uint32_t position) const;
    [[nodiscard]] TextRange sentenceAt(std::uint32_t position) const;
    // Line of a boundary; the last line for the end of the text. Nothing on a page without lines.
    [[nodiscard]] std::optional<std::size_t> lineOf(std::uint32_t position) const;
    // Number, from 1, of the line of the stored text (as cited: "lines 24–28").
    [[nodiscard]] int citedLine(std::uint32_t position) const;

    [[nodiscard]] std::uint32_t nextWord(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t previousWord(std::uint32_t position) const;
    // The boundary one visible line below (+1) or above (-1) nearest to x; the same position at the edge of the page.
    [[nodiscard]] std::uint32_t verticalMove(std::uint32_t position, int lines, double x) const;

    [[nodiscard]] QRectF caretRect(std::uint32_t position) const;
    // One rectangle a line, trimmed to 6 %–92 % of the height: boxes of neighbouring lines overlap.
    [[nodiscard]] std::vector<QRectF> rects(TextRange range) const;

    // Same positions counted in UTF-16 units of wholeText() (accessibility, boundary finding).
    [[nodiscard]] qsizetype toUtf16(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t fromUtf16(qsizetype unit) const;

private:
    void findLines();
    [[nodiscard]] QRectF box(std::uint32_t position) const;
    [[nodiscard]] bool startsNewLine(std::uint32_t position, const QRectF &line) const;
    std::u32string m_text;
    QString m_utf16;
    std::vector<std::uint32_t> m_unitOf;   // code point -> UTF-16 unit; one more for the end
    std::vector<model::Rect> m_boxes;
    std::vector<Line> m_lines;
    QRectF m_bounds;
};

} // namespace caseward::ui
