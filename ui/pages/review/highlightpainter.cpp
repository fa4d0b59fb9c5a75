// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/highlightpainter.h"

#include <QPainter>

namespace caseward::ui {

namespace {

// Scanned and printed paper is light in both themes, so its tints and lines do not follow the theme.
const QColor paperDq(0x9C, 0x3A, 0x0B), paperMc(0x0B, 0x64, 0x72);
const QColor paperDqTint(0xFB, 0xDD, 0xC4), paperDqStrong(0xF6, 0xB8, 0x86);
const QColor paperMcTint(0xCB, 0xEB, 0xEF), paperMcStrong(0x8F, 0xD3, 0xDC);
const QColor paperFrame(0x1D, 0x5F, 0xA6);
const QColor paperSelection(0xB4, 0xD3, 0xF5), paperPlace(0xFF, 0xF0, 0xB3), paperPlaceChosen(0xFF, 0xD2, 0x4D);

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](float x, float y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

HighlightPainter::HighlightPainter(const Tokens &tokens, Theme::Scheme scheme, Paper paper)
    : m_tokens(tokens), m_dark(scheme == Theme::Scheme::Dark), m_paper(paper)
{
}

void HighlightPainter::fill(QPainter &painter, const std::vector<QRectF> &rects, const QColor &colour) const
{
    painter.save();
    if (m_paper == Paper::Image)
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const QRectF &rect : rects)
        painter.fillRect(rect, colour);
    painter.restore();
}

void HighlightPainter::passageTint(QPainter &painter, const std::vector<QRectF> &rects, bool disqualifying, Emphasis emphasis) const
{
    const bool chosen = emphasis == Emphasis::Chosen;
    if (m_paper == Paper::LaidOut && m_dark) {
        const QColor hue = disqualifying ? m_tokens.dq : m_tokens.mc;
        const QColor tint = disqualifying ? m_tokens.dqBg : m_tokens.mcBg;
        fill(painter, rects, mixed(tint, hue, chosen ? 0.28 : 0.08));
        return;
    }
    if (disqualifying)
        fill(painter, rects, chosen ? paperDqStrong : paperDqTint);
    else
        fill(painter, rects, chosen ? paperMcStrong : paperMcTint);
}

QPen HighlightPainter::linePen(bool disqualifying, Emphasis emphasis) const
{
    const bool themed = m_paper == Paper::LaidOut && m_dark;
    const QColor hue = disqualifying ? (themed ? m_tokens.dq : paperDq) : (themed ? m_tokens.mc : paperMc);
    QPen pen(hue, emphasis == Emphasis::Chosen ? 2.0 : 1.25);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    if (!disqualifying)
        pen.setDashPattern({4, 2});
    return pen;
}

void HighlightPainter::areaFrame(QPainter &painter, const QRectF &area, bool disqualifying, Emphasis emphasis) const
{
    painter.save();
    painter.setPen(linePen(disqualifying, emphasis));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(area.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void HighlightPainter::selectionFrame(QPainter &painter, const QRectF &area) const
{
    painter.save();
    painter.setPen(QPen(m_paper == Paper::LaidOut ? m_tokens.accent : paperFrame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(area.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void HighlightPainter::passageLine(QPainter &painter, const std::vector<QRectF> &rects, bool disqualifying, Emphasis emphasis) const
{
    painter.save();
    painter.setPen(linePen(disqualifying, emphasis));
    for (const QRectF &rect : rects) {
        const double y = rect.bottom() - 0.5;
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    painter.restore();
}

void HighlightPainter::selection(QPainter &painter, const std::vector<QRectF> &rects) const
{
    fill(painter, rects, m_paper == Paper::LaidOut ? m_tokens.selection : paperSelection);
}

void HighlightPainter::place(QPainter &painter, const std::vector<QRectF> &rects, Emphasis emphasis) const
{
    const bool chosen = emphasis == Emphasis::Chosen;
    if (m_paper == Paper::LaidOut && m_dark)
        fill(painter, rects, mixed(m_tokens.warnBg, m_tokens.warn, chosen ? 0.45 : 0.12));
    else
        fill(painter, rects, chosen ? paperPlaceChosen : paperPlace);
}

void HighlightPainter::stripe(QPainter &painter, const QRectF &area, int lane, bool disqualifying, Emphasis emphasis) const
{
    const QColor hue = disqualifying ? m_tokens.dq : m_tokens.mc;
    const double width = emphasis == Emphasis::Chosen ? 4 : 3;
    const QRectF bar(area.left() + lane * laneWidth, area.top(), width, area.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    if (disqualifying) {
        painter.drawRoundedRect(bar, 1.5, 1.5);
    } else {
        // Dashes, so that the class shows without colour.
        for (double y = bar.top(); y < bar.bottom(); y += 7)
            painter.drawRoundedRect(QRectF(bar.left(), y, width, std::min(5.0, bar.bottom() - y)), 1.5, 1.5);
    }
    painter.restore();
}

} // namespace caseward::ui
