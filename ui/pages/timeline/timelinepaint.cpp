// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline looks. What is certain has a firm end, what is about has a soft one; gaps are hatched; shape and words say what
// colour says.
#include "ui/pages/timeline/timelineview.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr qreal radius = 3, symbol = 10, wordsInset = 6;

QString elided(const QPainter &painter, const QString &words, qreal width)
{
    return painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(width));
}

QColor faded(QColor colour, qreal share)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * share));
    return colour;
}

// Full where every reading has it, fading out to where only the widest has.
QBrush feathered(const QColor &colour, const QRectF &rect, qreal sureLeft, qreal sureRight)
{
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    const qreal width = std::max(1.0, rect.width());
    // A day or a month that is missing is a sliver at this scale: the end is soft over 14 pixels at least.
    constexpr qreal least = 14;
    qreal from = (sureLeft - rect.left()) / width, to = (sureRight - rect.left()) / width;
    from = from > 0 ? std::max(from, least / width) : 0;
    to = to < 1 ? std::min(to, 1 - least / width) : 1;
    if (from > to)
        from = to = 0.5;
    const qreal faint = 0.12;
    gradient.setColorAt(0, from > 0 ? faded(colour, faint) : colour);
    gradient.setColorAt(std::clamp(from, 0.0, 1.0), colour);
    gradient.setColorAt(std::clamp(to, 0.0, 1.0), colour);
    gradient.setColorAt(1, to < 1 ? faded(colour, faint) : colour);
    return gradient;
}

} // namespace

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme->font(Theme::Text::Label));
    const Tokens &tokens = m_theme->tokens();
    painter.fillRect(viewport()->rect(), tokens.surface);
    if (m_items.empty())
        return;
    paintLanes(painter);
    painter.save();
    painter.setClipRect(viewport()->rect().adjusted(m_layout.titles(), m_layout.axis(), 0, 0));
    painter.translate(-offset());
    for (std::size_t item = 0; item < m_items.size(); ++item)
        paintItem(painter, item);
    painter.restore();
    paintAxis(painter);
}

void TimelineView::paintLanes(QPainter &painter) const
{
    const Tokens &tokens = m_theme->tokens();
    const int dy = offset().y();
    painter.setPen(QPen(tokens.rule, 1));
    for (const TimelineLayout::Tick &tick : m_layout.ticks()) {
        const qreal at = std::floor(tick.x - offset().x()) + 0.5;
        if (at >= m_layout.titles())
            painter.drawLine(QPointF(at, m_layout.axis()), QPointF(at, std::min(viewport()->height(), m_layout.size().height() - dy)));
    }
    for (const TimelineLayout::Lane &lane : m_layout.lanes()) {
        const int top = lane.top - dy;
        painter.setPen(QPen(tokens.rule, 1));
        painter.drawLine(QPointF(0, top + lane.height - 0.5), QPointF(viewport()->width(), top + lane.height - 0.5));
        painter.setPen(tokens.text2);
        painter.setFont(m_theme->font(Theme::Text::Label, QFont::DemiBold));
        painter.drawText(QRectF(16, top, m_layout.titles() - 16, lane.height), Qt::AlignLeft | Qt::AlignVCenter, lane.title);
    }
    painter.setFont(m_theme->font(Theme::Text::Label));
    const qreal today = std::floor(m_layout.x(m_asOf + 1) - offset().x()) + 0.5;
    if (today >= m_layout.titles()) {
        painter.setPen(QPen(tokens.text2, 1, Qt::DashLine));
        painter.drawLine(QPointF(today, m_layout.axis()), QPointF(today, std::min(viewport()->height(), m_layout.size().height() - dy)));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const Tokens &tokens = m_theme->tokens();
    const int height = m_layout.axis();
    painter.fillRect(QRect(0, 0, viewport()->width(), height), tokens.surface);
    painter.setPen(tokens.text2);
    for (const TimelineLayout::Tick &tick : m_layout.ticks()) {
        const qreal at = tick.x - offset().x();
        if (at >= m_layout.titles() - 1)
            painter.drawText(QRectF(at, 0, 120, height), Qt::AlignLeft | Qt::AlignVCenter, tick.words);
    }
    painter.setPen(QPen(tokens.rule, 1));
    painter.drawLine(QPointF(0, height - 0.5), QPointF(viewport()->width(), height - 0.5));
    painter.drawLine(QPointF(m_layout.titles() - 0.5, 0), QPointF(m_layout.titles() - 0.5, viewport()->height()));
}

void TimelineView::paintItem(QPainter &painter, std::size_t index) const
{
    const TimelineItem &item = m_items[index];
    const QRectF rect = m_layout.rect(index);
    if (rect.right() < offset().x() || rect.left() > offset().x() + viewport()->width())
        return;
    const Tokens &tokens = m_theme->tokens();
    switch (item.kind) {
    case TimelineItem::Kind::Gap:
        paintGap(painter, item, rect);
        break;
    case TimelineItem::Kind::Stretch:
        paintStretch(painter, item, rect);
        break;
    case TimelineItem::Kind::Point:
        paintPoint(painter, item, rect);
        break;
    case TimelineItem::Kind::Undated:
        painter.setPen(tokens.text);
        painter.drawText(rect.adjusted(wordsInset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         elided(painter, laneTitle(item.lane) + QStringLiteral(": ") + item.label, rect.width()));
        break;
    }
    if (static_cast<int>(index) == m_current) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.edge, hasFocus() ? 2 : 1));
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 1, radius + 1);
    }
}

void TimelineView::paintStretch(QPainter &painter, const TimelineItem &item, const QRectF &rect) const
{
    const Tokens &tokens = m_theme->tokens();
    const qreal sureLeft = item.about ? m_layout.x(item.sureFirst) : rect.left(), sureRight = item.about ? m_layout.x(item.sureLast + 1) : rect.right();
    QPainterPath shape;
    shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(shape, feathered(tokens.accentBg, rect, sureLeft, sureRight));
    painter.setPen(QPen(feathered(tokens.accent, rect, sureLeft, sureRight), 1));
    painter.drawPath(shape);
    const qreal left = std::max(rect.left(), static_cast<qreal>(offset().x() + m_layout.titles())) + wordsInset; // words stay in sight
    const qreal room = rect.right() - wordsInset - left;
    constexpr qreal fewest = 28;
    if (room >= fewest) {
        painter.setPen(tokens.text);
        painter.drawText(QRectF(left, rect.top(), room, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, elided(painter, item.label, room));
    }
}

void TimelineView::paintGap(QPainter &painter, const TimelineItem &item, const QRectF &rect) const
{
    const Tokens &tokens = m_theme->tokens();
    const QColor colour = item.explained ? tokens.text2 : tokens.warn;
    QPainterPath shape;
    shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(shape, item.explained ? tokens.surface : tokens.warnBg);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(faded(colour, 0.45), 1));
    constexpr qreal distance = 7;
    const qreal from = std::max(rect.left(), static_cast<qreal>(offset().x())) - rect.height();
    const qreal until = std::min(rect.right(), static_cast<qreal>(offset().x() + viewport()->width()));
    for (qreal at = std::floor(from / distance) * distance; at < until; at += distance)
        painter.drawLine(QPointF(at, rect.bottom()), QPointF(at + rect.height(), rect.top()));
    painter.restore();
    painter.setPen(QPen(colour, 1, item.explained ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(shape);
    const qreal left = std::max(rect.left(), static_cast<qreal>(offset().x() + m_layout.titles()));
    const qreal wanted = painter.fontMetrics().horizontalAdvance(item.label) + 2 * wordsInset;
    if (rect.right() - left >= wanted) { // on a patch of its own, or the hatching makes the words hard to read
        const QRectF patch(left + (rect.right() - left - wanted) / 2, rect.top() + 3, wanted, rect.height() - 6);
        painter.fillRect(patch, item.explained ? tokens.surface : tokens.warnBg);
        painter.setPen(item.explained ? tokens.text2 : tokens.warn);
        painter.drawText(patch, Qt::AlignCenter, item.label);
    }
}

void TimelineView::paintPoint(QPainter &painter, const TimelineItem &item, const QRectF &rect) const
{
    const Tokens &tokens = m_theme->tokens();
    const bool wordsBefore = (m_layout.x(item.first) + m_layout.x(item.last + 1)) / 2 > rect.center().x();
    const QPointF middle(wordsBefore ? rect.right() - symbol * 0.8 : rect.left() + symbol * 0.8, rect.center().y());
    const qreal half = symbol / 2;
    QPolygonF shape;
    if (item.contradicts)
        shape << middle + QPointF(0, -half) << middle + QPointF(half, half * 0.8) << middle + QPointF(-half, half * 0.8);
    else
        shape << middle + QPointF(0, -half) << middle + QPointF(half, 0) << middle + QPointF(0, half) << middle + QPointF(-half, 0);
    const QColor colour = item.contradicts ? tokens.warn : tokens.accent;
    painter.setPen(QPen(colour, 1.4, item.about ? Qt::DotLine : Qt::SolidLine));
    painter.setBrush(item.about ? QBrush(Qt::NoBrush) : QBrush(item.contradicts ? tokens.warnBg : tokens.accentBg));
    painter.drawPolygon(shape);
    const QRectF words = wordsBefore ? rect.adjusted(0, 0, -2 * symbol, 0) : rect.adjusted(2 * symbol, 0, 0, 0);
    if (words.width() < symbol) // a full lane shows the sign alone
        return;
    painter.setPen(tokens.text);
    painter.drawText(words, (wordsBefore ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, elided(painter, item.label, words.width()));
}

} // namespace caseward::ui
