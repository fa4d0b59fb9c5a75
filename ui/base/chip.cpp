// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/chip.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace caseward::ui {

namespace {

struct Colours { QColor ink, fill, edge; };

Colours coloursOf(const Tokens &t, ChipKind kind)
{
    switch (kind) {
    case ChipKind::Neutral: return {t.text2, t.raised, t.rule};
    case ChipKind::Accent: return {t.accent, t.accentBg, t.accent};
    case ChipKind::Disqualifying: return {t.dq, t.dqBg, t.dq};
    case ChipKind::Mitigating: return {t.mc, t.mcBg, t.mc};
    case ChipKind::Warning: return {t.warn, t.warnBg, t.warn};
    case ChipKind::Integrity: return {t.integrity, t.surface, t.integrity};
    case ChipKind::Done: return {t.mc, t.mcBg, t.mc};
    }
    return {t.text2, t.raised, t.rule};
}

QFont chipFont(const Theme &theme, ChipShape shape)
{
    return theme.font(shape == ChipShape::Pill ? Theme::Text::Label : Theme::Text::Small, QFont::DemiBold);
}

bool hasMark(ChipKind kind) { return kind == ChipKind::Disqualifying || kind == ChipKind::Mitigating; }

constexpr int markWidth = 11; // triangle and the space after it

void paintMark(QPainter &painter, const QRectF &box, bool up)
{
    const QPointF centre = box.center();
    const qreal sign = up ? 1 : -1;
    QPainterPath path(QPointF(centre.x(), centre.y() - 3.0 * sign));
    path.lineTo(centre.x() + 3.5, centre.y() + 3.0 * sign);
    path.lineTo(centre.x() - 3.5, centre.y() + 3.0 * sign);
    path.closeSubpath();
    painter.fillPath(path, painter.pen().color());
}

} // namespace

QSize chipSize(const Theme &theme, const QString &text, ChipKind kind, ChipShape shape)
{
    const QFontMetrics metrics(chipFont(theme, shape));
    const int side = shape == ChipShape::Pill ? 11 : shape == ChipShape::Tag ? 7 : 6;
    const int width = metrics.horizontalAdvance(text) + 2 * side + (hasMark(kind) ? markWidth : 0);
    const int height = metrics.height() + (shape == ChipShape::Pill ? 7 : shape == ChipShape::Tag ? 4 : 3);
    return {shape == ChipShape::Count ? qMax(width, height + 4) : width, height};
}

void paintChip(QPainter &painter, const QRect &rect, const Theme &theme, const QString &text, ChipKind kind,
               ChipShape shape, bool strong)
{
    const Colours colours = coloursOf(theme.tokens(), kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = shape == ChipShape::Tag ? 4.0 : box.height() / 2;
    QPen pen = Qt::NoPen;
    if (shape == ChipShape::Tag || kind == ChipKind::Neutral || kind == ChipKind::Integrity)
        pen = QPen(colours.edge, 1, kind == ChipKind::Mitigating && !strong ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(pen);
    painter.setBrush(strong ? colours.ink : colours.fill);
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(strong ? theme.tokens().surface : colours.ink);
    painter.setFont(chipFont(theme, shape));
    QRect words = rect;
    if (hasMark(kind)) {
        paintMark(painter, QRectF(rect.left() + 6, rect.top(), 9, rect.height()), kind == ChipKind::Disqualifying);
        words.setLeft(rect.left() + 6 + markWidth);
        words.setRight(rect.right() - 6);
    }
    painter.drawText(words, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

Chip::Chip(Theme *theme, const QString &text, ChipKind kind, ChipShape shape, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_text(text), m_kind(kind), m_shape(shape)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(theme, &Theme::changed, this, [this] { updateGeometry(); update(); });
}

void Chip::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setKind(ChipKind kind)
{
    m_kind = kind;
    update();
}

QSize Chip::sizeHint() const { return chipSize(*m_theme, m_text, m_kind, m_shape); }

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), *m_theme, m_text, m_kind, m_shape);
}

} // namespace caseward::ui
