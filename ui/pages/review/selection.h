// SPDX-License-Identifier: GPL-3.0-or-later
// The selection and caret of one document view: words, or a part of the page's picture where a rectangle touches none. A
// passage lies on one page, so a selection never leaves the page it began on. Plain value, GUI thread; never fails.
#pragma once

#include "core/model/spot.h"
#include "ui/pages/review/pageglyphs.h"

namespace caseward::ui {

class Selection final {
public:
    enum class Unit { Character, Word, Sentence };
    enum class Move { Left, Right, WordLeft, WordRight, Up, Down, LineStart, LineEnd, PageStart, PageEnd };
    enum class Mode { MoveCaret, Extend };

    [[nodiscard]] bool isEmpty() const { return range().isEmpty() && !m_area; }
    [[nodiscard]] std::uint32_t page() const { return m_page; }     // 0: nowhere yet
    [[nodiscard]] std::uint32_t caret() const { return m_caret; }
    [[nodiscard]] TextRange range() const;
    [[nodiscard]] model::Span span() const { return {m_page, range().start, range().end}; }
    // The rectangle, in points of the page: what is being drawn, or the part of the picture that is selected.
    [[nodiscard]] const std::optional<QRectF> &area() const { return m_area; }
    [[nodiscard]] model::Spot spot() const;                         // of words, once there are some

    void clear();                                                   // keeps the caret
    void reset() { *this = Selection(); }
    void setCaret(std::uint32_t page, std::uint32_t position);
    void select(std::uint32_t page, TextRange range);

    // Mouse: begin at a boundary by character, word or sentence, then drag; Shift+click extends.
    void begin(const PageGlyphs &glyphs, std::uint32_t page, std::uint32_t position, Unit unit);
    void dragTo(const PageGlyphs &glyphs, std::uint32_t position);
    void extendTo(std::uint32_t position);

    // A rectangle from a corner to the pointer, kept on a page of `paper` points; the words it touches are selected with it.
    void beginArea(std::uint32_t page, QPointF corner);
    void dragAreaTo(const PageGlyphs &glyphs, QPointF point, QSizeF paper);
    // Let go: words win over the rectangle they were touched by; what is too small to be meant, or `WordsOnly`, leaves nothing.
    enum class Keep { WordsOnly, WordsOrArea };
    void finishArea(Keep keep);
    void selectArea(std::uint32_t page, const QRectF &area);
    // Keyboard: moves the area by `by` points, or with Extend its lower right corner.
    void nudgeArea(QPointF by, Mode mode, QSizeF paper);

    // Keyboard. False when the move would leave the page, so that the view can go on to the next page.
    bool move(const PageGlyphs &glyphs, Move move, Mode mode);

private:
    [[nodiscard]] std::uint32_t target(const PageGlyphs &glyphs, Move move);
    std::uint32_t m_page = 0;
    std::uint32_t m_anchor = 0, m_caret = 0;
    TextRange m_origin;          // the word or sentence a drag began with
    Unit m_unit = Unit::Character;
    std::optional<QRectF> m_area;
    QPointF m_corner;            // where the rectangle began
    double m_goal = -1;          // x that Up and Down aim at, points
};

} // namespace caseward::ui
