// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/timelineview.h"

#include "ui/pages/timeline/timelineaccessible.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {

constexpr double zoomStep = 1.25, mostZoom = 200;
constexpr int rowPadding = 8, wheelNotch = 120;

} // namespace

TimelineView::TimelineView(Theme *theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    installTimelineAccessibility();
    setObjectName(QStringLiteral("timeline.lanes"));
    setAccessibleName(tr("Timeline"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    connect(theme, &Theme::changed, this, [this] {
        arrange();
        viewport()->update();
    });
}

void TimelineView::setItems(std::vector<TimelineItem> items, std::pair<qint64, qint64> reach, qint64 asOf)
{
    const QString held = m_current >= 0 ? m_items[static_cast<std::size_t>(m_current)].words : QString();
    const int place = m_current;
    m_items = std::move(items);
    // A slip of the pen in a year must not press everything else into a corner.
    constexpr qint64 oldest = 36'500, furthest = 1'100;
    m_reach = {std::max(reach.first, asOf - oldest), std::min(reach.second, asOf + furthest)};
    m_asOf = asOf;
    const auto same = std::ranges::find(m_items, held, &TimelineItem::words);
    m_current = m_items.empty() ? -1 : same != m_items.end() ? static_cast<int>(same - m_items.begin()) : std::min(place, static_cast<int>(m_items.size()) - 1);
    arrange();
    viewport()->update();
    emit currentChanged(m_current);
}

void TimelineView::clear()
{
    m_items.clear();
    m_current = -1;
    m_zoom = 1;
    arrange();
    viewport()->update();
    emit currentChanged(m_current);
}

void TimelineView::setCurrent(int item)
{
    if (item < 0 || item >= static_cast<int>(m_items.size()))
        return;
    m_current = item;
    const QRect area = rectOf(item);
    const int left = m_layout.titles(), top = m_layout.axis();
    const int right = viewport()->width(), bottom = viewport()->height();
    if (area.left() < left + rowPadding || area.left() > right - 4 * rowPadding)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + area.left() - (left + (right - left) / 4));
    if (area.top() < top)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.top() - top - rowPadding);
    else if (area.bottom() > bottom)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + area.bottom() - bottom + rowPadding);
    viewport()->update();
    emit currentChanged(item);
    if (hasFocus())
        tellTimelineFocus(this, item);
}

QPoint TimelineView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QRect TimelineView::rectOf(int item) const
{
    if (item < 0 || item >= static_cast<int>(m_layout.count()))
        return {};
    return m_layout.rect(static_cast<std::size_t>(item)).translated(-QPointF(offset())).toAlignedRect();
}

int TimelineView::itemAt(const QPoint &point) const
{
    return point.x() < m_layout.titles() || point.y() < m_layout.axis() ? -1 : m_layout.at(QPointF(point + offset()));
}

void TimelineView::arrange()
{
    const QFontMetrics metrics(m_theme->font(Theme::Text::Label));
    m_layout.make(m_items, m_reach, m_zoom, {viewport()->width(), metrics.height() + rowPadding, [&](const QString &words) { return metrics.horizontalAdvance(words); }});
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.size().width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, m_layout.size().height() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
}

void TimelineView::setZoom(double zoom)
{
    const QRect held = rectOf(m_current);
    const bool inSight = m_current >= 0 && held.center().x() > m_layout.titles() && held.center().x() < viewport()->width();
    zoomAbout(zoom, inSight ? held.center().x() : (m_layout.titles() + viewport()->width()) / 2.0);
}

// The day under viewportX stays where it is.
void TimelineView::zoomAbout(double zoom, qreal viewportX)
{
    const qint64 day = m_layout.dayAt(viewportX + offset().x());
    m_zoom = std::clamp(zoom, 1.0, mostZoom);
    arrange();
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(m_layout.x(day) - viewportX)));
    viewport()->update();
    emit zoomChanged();
}

bool TimelineView::sameLane(std::size_t a, std::size_t b) const
{
    const bool first = m_items[a].kind == TimelineItem::Kind::Undated, second = m_items[b].kind == TimelineItem::Kind::Undated;
    return first == second && (first || m_items[a].lane == m_items[b].lane);
}

void TimelineView::step(int by)
{
    if (m_items.empty())
        return;
    setCurrent(m_current < 0 ? 0 : std::clamp(m_current + by, 0, static_cast<int>(m_items.size()) - 1));
}

// To the item of the next lane whose middle is nearest in time.
void TimelineView::stepLane(int by)
{
    if (m_current < 0) {
        step(by);
        return;
    }
    const auto from = static_cast<std::size_t>(m_current);
    const int count = static_cast<int>(m_items.size());
    int at = m_current;
    while (at >= 0 && at < count && sameLane(from, static_cast<std::size_t>(at)))
        at += by;
    if (at < 0 || at >= count)
        return;
    const auto lane = static_cast<std::size_t>(at);
    const qreal wanted = m_layout.rect(from).center().x();
    int best = at;
    for (; at >= 0 && at < count && sameLane(lane, static_cast<std::size_t>(at)); at += by) {
        const auto distance = [&](int item) { return std::abs(m_layout.rect(static_cast<std::size_t>(item)).center().x() - wanted); };
        if (distance(at) < distance(best))
            best = at;
    }
    setCurrent(best);
}

void TimelineView::stepToEnd(bool last)
{
    if (m_items.empty())
        return;
    std::size_t at = m_current < 0 ? 0 : static_cast<std::size_t>(m_current);
    const std::size_t from = at;
    while (last ? at + 1 < m_items.size() && sameLane(at + 1, from) : at > 0 && sameLane(at - 1, from))
        at = last ? at + 1 : at - 1;
    setCurrent(static_cast<int>(at));
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const auto plain = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (plain != Qt::NoModifier) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return stepLane(-1);
    case Qt::Key_Down:
        return stepLane(1);
    case Qt::Key_Home:
        return stepToEnd(false);
    case Qt::Key_End:
        return stepToEnd(true);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setZoom(m_zoom * zoomStep);
    case Qt::Key_Minus:
        return setZoom(m_zoom / zoomStep);
    case Qt::Key_0:
        return setZoom(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit opened(m_current);
        return;
    default:
        event->ignore();
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item >= 0)
        setCurrent(item);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && item >= 0)
        emit opened(item);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position().toPoint());
    viewport()->setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->setToolTip(item >= 0 ? m_items[static_cast<std::size_t>(item)].words : QString());
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAbout(m_zoom * std::pow(zoomStep, static_cast<double>(delta) / wheelNotch), event->position().x());
        event->accept();
        return;
    }
    const bool sideways = (event->modifiers() & Qt::ShiftModifier) || verticalScrollBar()->maximum() == 0 || event->angleDelta().y() == 0;
    QScrollBar *bar = sideways ? horizontalScrollBar() : verticalScrollBar();
    bar->setValue(bar->value() - delta);
    event->accept();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && !m_items.empty())
        setCurrent(0);
    else if (m_current >= 0)
        tellTimelineFocus(this, m_current);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent *) { arrange(); }

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void TimelineView::scrollContentsBy(int, int) { viewport()->update(); }

} // namespace caseward::ui
