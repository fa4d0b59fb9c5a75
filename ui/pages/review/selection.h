// SPDX-License-Identifier: GPL-3.0-or-later
// The selection and caret of one document view. A passage lies on one page, so a selection never leaves the page it
// began on: it stops at the page's first or last character. Plain value, GUI thread; never fails.
#pragma once

#include "ui/pages/review/pageglyphs.h"

namespace caseward::ui {

class Selection final {
public:
    enum class Unit { Character, Word, Sentence };
    enum class Move { Left, Right, WordLeft, WordRight, Up, Down, LineStart, LineEnd, PageStart, PageEnd };
    enum class Mode { MoveCaret, Extend };

    [[nodiscard]] bool isEmpty() const { return range().isEmpty(); }
    [[nodiscard]] std::uint32_t page() const { return m_page; }     // 0: nowhere yet
    [[nodiscard]] std::uint32_t caret() const { return m_caret; }
    [[nodiscard]] TextRange range() const;
    [[nodiscard]] model::Span span() const { return {m_page, range().start, range().end}; }

    void clear();                                                   // keeps the caret
    void reset() { *this = Selection(); }
    void setCaret(std::uint32_t page, std::uint32_t position);
    void select(std::uint32_t page, TextRange range);

    // Mouse: begin at a boundary by character, word or sentence, then drag; Shift+click extends.
    void begin(const PageGlyphs &glyphs, std::uint32_t page, std::uint32_t position, Unit unit);
    void dragTo(const PageGlyphs &glyphs, std::uint32_t position);
    void extendTo(std::uint32_t position);

    // Keyboard. False when the move would leave the page, so that the view can go on to the next page.
    bool move(const PageGlyphs &glyphs, Move move, Mode mode);

private:
    [[nodiscard]] std::uint32_t target(const PageGlyphs &glyphs, Move move);
    std::uint32_t m_page = 0;
    std::uint32_t m_anchor = 0, m_caret = 0;
    TextRange m_origin;          // the word or sentence a drag began with
    Unit m_unit = Unit::Character;
    double m_goal = -1;          // x that Up and Down aim at, points
};

} // namespace caseward::ui
