// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: the keyboard. Letters are left to the page around the view.
#include "ui/pages/review/pageview.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (m_layout.pageCount() == 0 || !(areaKey(event) || caretKey(event) || scrollKey(event)))
        event->ignore();
}

// A rectangle is moved by the arrows, and made larger or smaller with Shift; Ctrl goes in large steps.
bool PageView::areaKey(QKeyEvent *event)
{
    if (!m_selection.area())
        return false;
    const double step = event->modifiers() & Qt::ControlModifier ? 24 : 4;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left: by.setX(-step); break;
    case Qt::Key_Right: by.setX(step); break;
    case Qt::Key_Up: by.setY(-step); break;
    case Qt::Key_Down: by.setY(step); break;
    default: return false;
    }
    const std::uint32_t page = m_selection.page();
    m_selection.nudgeArea(by, event->modifiers() & Qt::ShiftModifier ? Selection::Mode::Extend : Selection::Mode::MoveCaret, m_layout.size(page));
    selectionMoved();
    reveal(m_selection.spot());
    return true;
}

// Arrows belong to the caret in caret mode; with Shift they move the boundary of the selection in any mode.
bool PageView::caretKey(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier, control = event->modifiers() & Qt::ControlModifier;
    if (!m_caretMode && !(shift && m_selection.page() != 0))
        return false;
    std::optional<Selection::Move> move;
    switch (event->key()) {
    case Qt::Key_Left: move = control ? Selection::Move::WordLeft : Selection::Move::Left; break;
    case Qt::Key_Right: move = control ? Selection::Move::WordRight : Selection::Move::Right; break;
    case Qt::Key_Up: move = Selection::Move::Up; break;
    case Qt::Key_Down: move = Selection::Move::Down; break;
    case Qt::Key_Home: move = control ? Selection::Move::PageStart : Selection::Move::LineStart; break;
    case Qt::Key_End: move = control ? Selection::Move::PageEnd : Selection::Move::LineEnd; break;
    default: return false;
    }
    moveCaret(*move, shift ? Selection::Mode::Extend : Selection::Mode::MoveCaret);
    return true;
}

void PageView::moveCaret(Selection::Move move, Selection::Mode mode)
{
    load(m_selection.page());
    const auto here = glyphs(m_selection.page());
    if (!here)
        return;
    const bool stayed = m_selection.move(*here, move, mode);
    if (!stayed && mode == Selection::Mode::MoveCaret) {
        const bool back = move == Selection::Move::Left || move == Selection::Move::WordLeft || move == Selection::Move::Up;
        const std::uint32_t next = back ? m_selection.page() - 1 : m_selection.page() + 1;
        if (next < 1 || next > pageCount())
            return;
        load(next);
        if (const auto there = glyphs(next))
            m_selection.setCaret(next, back ? there->size() : 0);
    }
    showCaret();
    selectionMoved();
}

void PageView::showCaret()
{
    const auto here = glyphs(m_selection.page());
    if (!here)
        return;
    const QRectF caret = m_layout.fromPage(m_selection.page(), here->caretRect(m_selection.caret()));
    const int top = verticalScrollBar()->value(), height = viewport()->height();
    if (caret.top() < top + 12)
        verticalScrollBar()->setValue(static_cast<int>(caret.top()) - 12);
    else if (caret.bottom() > top + height - 12)
        verticalScrollBar()->setValue(static_cast<int>(std::ceil(caret.bottom())) + 12 - height);
}

bool PageView::scrollKey(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    QScrollBar *down = verticalScrollBar();
    const int screen = std::max(40, viewport()->height() - 48);
    switch (event->key()) {
    case Qt::Key_Up: down->setValue(down->value() - down->singleStep()); return true;
    case Qt::Key_Down: down->setValue(down->value() + down->singleStep()); return true;
    case Qt::Key_Left: horizontalScrollBar()->setValue(horizontalScrollBar()->value() - 40); return !control;
    case Qt::Key_Right: horizontalScrollBar()->setValue(horizontalScrollBar()->value() + 40); return !control;
    case Qt::Key_PageUp:
        if (control)
            goToPage(std::max(1u, currentPage() - 1));
        else
            down->setValue(down->value() - screen);
        return true;
    case Qt::Key_PageDown:
        if (control)
            goToPage(currentPage() + 1);
        else
            down->setValue(down->value() + screen);
        return true;
    case Qt::Key_Space: down->setValue(down->value() + (event->modifiers() & Qt::ShiftModifier ? -screen : screen)); return true;
    case Qt::Key_Home: down->setValue(0); return true;
    case Qt::Key_End: down->setValue(down->maximum()); return true;
    default: return false;
    }
}

} // namespace caseward::ui
