// SPDX-License-Identifier: GPL-3.0-or-later
// PageView: the mouse. Selecting is the only mode: words, or with Alt and on pages without words a rectangle.
#include "ui/pages/review/pageview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>
#include <cmath>

namespace caseward::ui {

PageView::Hit PageView::hit(QPointF viewportPoint) const
{
    const QPointF content = viewportPoint + QPointF(offset());
    const std::uint32_t page = m_layout.pageAt(content.y());
    return page == 0 ? Hit{} : Hit{page, m_layout.toPage(page, content)};
}

std::string PageView::chipAt(QPoint viewportPoint)
{
    if (m_layout.pageCount() == 0)
        return {};
    const QPointF content = QPointF(viewportPoint) + QPointF(offset());
    const auto range = m_layout.visible(offset().y(), offset().y() + viewport()->height());
    for (std::uint32_t page = range.first; page <= range.last; ++page) {
        const Decor &marks = decor(page);
        for (const MarkChip &chip : marks.chips) {
            if (chip.rect.contains(content))
                return m_marks[marks.marks[chip.mark]].id;
        }
    }
    return {};
}

// Chips first, then the passages under the pointer; a second click on overlapping ones takes the next.
std::string PageView::markAt(QPoint viewportPoint)
{
    if (const std::string chip = chipAt(viewportPoint); !chip.empty() || m_layout.pageCount() == 0)
        return chip;
    const Hit at = hit(viewportPoint);
    std::vector<std::string> under;
    const Decor &marks = decor(at.page);
    for (std::size_t i = 0; i < marks.marks.size(); ++i) {
        const bool inside = std::any_of(marks.rects[i].begin(), marks.rects[i].end(), [&at](const QRectF &rect) { return rect.contains(at.point); });
        if (inside)
            under.push_back(m_marks[marks.marks[i]].id);
    }
    if (under.empty())
        return {};
    const auto current = std::find(under.begin(), under.end(), m_currentMark);
    return current == under.end() || current + 1 == under.end() ? under.front() : *(current + 1);
}

// ---- mouse ----------------------------------------------------------------------------------------------------------

bool PageView::pressExtra(QMouseEvent *event)
{
    if (!m_source)
        return true;
    if (m_source->state() == PageSource::State::Failed) {
        m_source->retry();
        return true;
    }
    const Hit at = hit(event->position());
    if (at.page == 0)
        return true;
    const auto problem = m_problems.find(at.page);
    if (problem == m_problems.end())
        return false;
    if (retryRect(m_layout.paper(at.page)).contains(event->position() + QPointF(offset()))) {
        m_problems.clear();        // what stopped one page stopped the reader: all of them are tried again
        m_source->retry();
        refresh();
    }
    return true;
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || pressExtra(event))
        return;
    m_pressed = event->pos();
    m_moved = false;
    m_pressedChip = chipAt(event->pos());
    if (!m_pressedChip.empty())
        return;
    const Hit at = hit(event->position());
    const auto here = glyphs(at.page);
    const bool beside = event->position().x() + offset().x() > m_layout.paper(at.page).right();
    if (!here || beside)
        return;
    const std::uint32_t position = here->positionAt(at.point);
    const bool third = m_sinceDoubleClick.isValid() && m_sinceDoubleClick.elapsed() < QApplication::doubleClickInterval()
        && (event->pos() - m_doubleClicked).manhattanLength() < QApplication::startDragDistance();
    if (third) {
        m_selection.begin(*here, at.page, position, Selection::Unit::Sentence);
        m_selecting = true;
        m_moved = true;
        return selectionMoved();
    }
    if ((event->modifiers() & Qt::ShiftModifier) && m_selection.page() == at.page) {
        m_selection.extendTo(position);
        m_selecting = true;
        m_moved = true;
        return selectionMoved();
    }
    if (const auto &area = m_selection.area(); area && m_selection.page() == at.page && area->contains(at.point)) {
        m_mayDrag = true;
        return;
    }
    // On a page without words there is only the picture; Alt says so on any page.
    if ((takesAreas() && here->lines().empty()) || (event->modifiers() & Qt::AltModifier)) {
        m_selection.beginArea(at.page, at.point);
        m_selecting = m_framing = true;
        return selectionMoved();
    }
    const TextRange range = m_selection.range();
    m_mayDrag = m_selection.page() == at.page && !range.isEmpty() && position >= range.start && position < range.end && here->isOverText(at.point);
    if (m_mayDrag)
        return;
    m_selection.begin(*here, at.page, position, Selection::Unit::Character);
    m_selecting = true;
    selectionMoved();
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || pressExtra(event))
        return;
    const Hit at = hit(event->position());
    const auto here = glyphs(at.page);
    if (!here || !here->isOverText(at.point))
        return;
    m_selection.begin(*here, at.page, here->positionAt(at.point), Selection::Unit::Word);
    m_selecting = true;
    m_moved = true;
    m_mayDrag = false;
    m_sinceDoubleClick.start();
    m_doubleClicked = event->pos();
    selectionMoved();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_source || m_layout.pageCount() == 0)
        return;
    if (!(event->buttons() & Qt::LeftButton)) {
        updateCursor(event->pos());
        return;
    }
    if ((event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_moved = true;
    if (m_mayDrag || !m_pressedChip.empty()) {
        if (m_moved) {
            const bool copies = m_mayDrag || (event->modifiers() & Qt::ControlModifier);
            viewport()->setCursor(copies ? Qt::DragCopyCursor : Qt::DragMoveCursor);
            emit selectionDragged(event->globalPosition().toPoint());
        }
        return;
    }
    if (!m_selecting)
        return;
    const auto here = glyphs(m_selection.page());
    if (!here)
        return;
    const QPointF content = event->position() + QPointF(offset());
    dragSelection(*here, content);
    const bool outside = event->pos().y() < 0 || event->pos().y() > viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(40, this);
    else if (!outside)
        m_autoScroll.stop();
    selectionMoved();
}

void PageView::dragSelection(const PageGlyphs &here, QPointF content)
{
    const QPointF point = m_layout.toPage(m_selection.page(), content);
    if (m_framing)
        m_selection.dragAreaTo(here, point, m_layout.size(m_selection.page()));
    else
        m_selection.dragTo(here, here.positionAt(point));
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_autoScroll.stop();
    const bool clicked = !m_moved;
    if (m_mayDrag && clicked) {
        const Hit at = hit(event->position());
        if (const auto here = glyphs(at.page))
            m_selection.setCaret(at.page, here->positionAt(at.point));
        selectionMoved();
    }
    if (m_mayDrag && !clicked) {
        updateCursor(event->pos());
        emit selectionDropped(event->globalPosition().toPoint());
    }
    const std::string chip = std::exchange(m_pressedChip, {});
    if (!chip.empty() && !clicked) {
        updateCursor(event->pos());
        emit chipDropped(chip, event->globalPosition().toPoint(), event->modifiers() & Qt::ControlModifier);
    }
    if (m_framing) {
        m_selection.finishArea(takesAreas() ? Selection::Keep::WordsOrArea : Selection::Keep::WordsOnly);
        selectionMoved();
    }
    m_selecting = m_framing = m_mayDrag = false;
    if (!clicked || !m_source || m_layout.pageCount() == 0)
        return;
    const std::string mark = markAt(event->pos());
    if (!mark.empty())
        emit markActivated(mark);
}

void PageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId())
        return QAbstractScrollArea::timerEvent(event);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const int past = pointer.y() < 0 ? pointer.y() : std::max(0, pointer.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(past, -60, 60));
    if (const auto here = glyphs(m_selection.page())) {
        dragSelection(*here, QPointF(pointer) + QPointF(offset()));
        selectionMoved();
    }
}

void PageView::updateCursor(QPoint viewportPoint)
{
    const Hit at = hit(viewportPoint);
    const auto here = glyphs(at.page);
    const bool text = here && here->isOverText(at.point);
    const bool beside = viewportPoint.x() + offset().x() > m_layout.paper(at.page).right();
    std::string mark = beside ? markAt(viewportPoint) : std::string();
    const bool picture = here && here->lines().empty() && takesAreas();
    viewport()->setCursor(!mark.empty() ? Qt::PointingHandCursor : beside ? Qt::ArrowCursor : picture ? Qt::CrossCursor : text ? Qt::IBeamCursor : Qt::ArrowCursor);
    if (mark != m_hoverMark) {
        m_hoverMark = std::move(mark);
        viewport()->update();
    }
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave && !m_hoverMark.empty()) {
        m_hoverMark.clear();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PageView::showToolTip(const QPoint &viewportPoint, const QPoint &global)
{
    const std::string id = markAt(viewportPoint);
    const auto mark = std::find_if(m_marks.begin(), m_marks.end(), [&id](const Mark &candidate) { return !id.empty() && candidate.id == id; });
    if (mark == m_marks.end())
        QToolTip::hideText();
    else
        QToolTip::showText(global, mark->label + QStringLiteral(" · ") + mark->detail, viewport());
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void PageView::contextMenuEvent(QContextMenuEvent *event)
{
    const QRect selected = selectionRect();
    const bool fromKeys = event->reason() == QContextMenuEvent::Keyboard;
    emit contextMenuWanted(fromKeys && !selected.isNull() ? mapToGlobal(selected.bottomLeft()) : event->globalPos());
}

void PageView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    emit focusChanged(true);
}

void PageView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
    emit focusChanged(false);
}

} // namespace caseward::ui
