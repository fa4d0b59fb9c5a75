// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/selection.h"

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr double leastArea = 4;      // points

TextRange unitAt(const PageGlyphs &glyphs, std::uint32_t position, Selection::Unit unit)
{
    switch (unit) {
    case Selection::Unit::Word:
        return glyphs.wordAt(position);
    case Selection::Unit::Sentence:
        return glyphs.sentenceAt(position);
    case Selection::Unit::Character:
        break;
    }
    return {position, position};
}

} // namespace

TextRange Selection::range() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret)};
}

model::Spot Selection::spot() const
{
    if (!range().isEmpty() || !m_area)
        return span();
    return {m_page, model::roundedToHundredths({m_area->x(), m_area->y(), m_area->width(), m_area->height()})};
}

void Selection::clear()
{
    m_anchor = m_caret;
    m_area.reset();
    m_goal = -1;
}

void Selection::setCaret(std::uint32_t page, std::uint32_t position)
{
    m_page = page;
    m_anchor = m_caret = position;
    m_area.reset();
    m_goal = -1;
}

void Selection::select(std::uint32_t page, TextRange range)
{
    m_page = page;
    m_anchor = range.start;
    m_caret = range.end;
    m_area.reset();
    m_goal = -1;
}

void Selection::begin(const PageGlyphs &glyphs, std::uint32_t page, std::uint32_t position, Unit unit)
{
    m_page = page;
    m_unit = unit;
    m_origin = unitAt(glyphs, position, unit);
    m_anchor = m_origin.start;
    m_caret = m_origin.end;
    m_area.reset();
    m_goal = -1;
}

void Selection::dragTo(const PageGlyphs &glyphs, std::uint32_t position)
{
    const TextRange here = unitAt(glyphs, position, m_unit);
    // The word or sentence the drag began with stays selected whichever way the mouse goes.
    if (here.start < m_origin.start) {
        m_anchor = m_origin.end;
        m_caret = here.start;
    } else {
        m_anchor = m_origin.start;
        m_caret = std::max(here.end, m_origin.end);
    }
    m_goal = -1;
}

void Selection::extendTo(std::uint32_t position)
{
    m_caret = position;
    m_unit = Unit::Character;
    m_origin = {m_anchor, m_anchor};
    m_area.reset();
    m_goal = -1;
}

void Selection::beginArea(std::uint32_t page, QPointF corner)
{
    *this = Selection();
    m_page = page;
    m_corner = corner;
}

void Selection::dragAreaTo(const PageGlyphs &glyphs, QPointF point, QSizeF paper)
{
    m_area = QRectF(m_corner, point).normalized() & QRectF(QPointF(0, 0), paper);
    const TextRange words = glyphs.wordsIn(*m_area);
    m_anchor = words.start;
    m_caret = words.end;
}

void Selection::finishArea(Keep keep)
{
    const bool meant = m_area && m_area->width() >= leastArea && m_area->height() >= leastArea;
    if (!range().isEmpty() || !meant || keep == Keep::WordsOnly)
        m_area.reset();
    m_origin = {m_anchor, m_anchor};
}

void Selection::selectArea(std::uint32_t page, const QRectF &area)
{
    beginArea(page, area.topLeft());
    m_area = area;
}

void Selection::nudgeArea(QPointF by, Mode mode, QSizeF paper)
{
    if (!m_area)
        return;
    QRectF area = *m_area;
    if (mode == Mode::Extend) {
        area.setRight(std::clamp(area.right() + by.x(), area.left() + leastArea, std::max(area.left() + leastArea, paper.width())));
        area.setBottom(std::clamp(area.bottom() + by.y(), area.top() + leastArea, std::max(area.top() + leastArea, paper.height())));
    } else {
        area.moveLeft(std::clamp(area.left() + by.x(), 0.0, std::max(0.0, paper.width() - area.width())));
        area.moveTop(std::clamp(area.top() + by.y(), 0.0, std::max(0.0, paper.height() - area.height())));
    }
    m_area = area;
}

std::uint32_t Selection::target(const PageGlyphs &glyphs, Move move)
{
    const std::uint32_t size = glyphs.size();
    switch (move) {
    case Move::Left:
        return m_caret > 0 ? m_caret - 1 : 0;
    case Move::Right:
        return std::min(m_caret + 1, size);
    case Move::WordLeft:
        return glyphs.previousWord(m_caret);
    case Move::WordRight:
        return glyphs.nextWord(m_caret);
    case Move::Up:
    case Move::Down:
        if (m_goal < 0)
            m_goal = glyphs.caretRect(m_caret).left();
        return glyphs.verticalMove(m_caret, move == Move::Up ? -1 : 1, m_goal);
    case Move::LineStart:
    case Move::LineEnd: {
        const auto line = glyphs.lineOf(m_caret);
        if (!line)
            return m_caret;
        const PageGlyphs::Line &here = glyphs.lines()[*line];
        if (move == Move::LineStart)
            return here.start;
        // The end of a wrapped line is also the start of the next one, where the caret would be drawn: stop before it.
        const bool wrapped = *line + 1 < glyphs.lines().size() && glyphs.lines()[*line + 1].start == here.end;
        return wrapped && here.end > here.start ? here.end - 1 : here.end;
    }
    case Move::PageStart:
        return 0;
    case Move::PageEnd:
        return size;
    }
    return m_caret;
}

bool Selection::move(const PageGlyphs &glyphs, Move move, Mode mode)
{
    const bool vertical = move == Move::Up || move == Move::Down;
    if (!vertical)
        m_goal = -1;
    const double goal = m_goal;
    const TextRange before = range();
    const std::uint32_t old = m_caret;
    // As in every editor: Left or Right on a selection first drops it, to its near end.
    if (mode == Mode::MoveCaret && !before.isEmpty() && (move == Move::Left || move == Move::Right)) {
        m_anchor = m_caret = move == Move::Left ? before.start : before.end;
        return true;
    }
    m_caret = target(glyphs, move);
    m_area.reset();
    if (mode == Mode::MoveCaret)
        m_anchor = m_caret;
    if (!vertical)
        m_goal = goal;
    m_unit = Unit::Character;
    m_origin = {m_anchor, m_anchor};
    return m_caret != old || move == Move::LineStart || move == Move::LineEnd || move == Move::PageStart || move == Move::PageEnd;
}

} // namespace caseward::ui
