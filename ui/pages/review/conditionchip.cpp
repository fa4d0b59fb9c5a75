// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/conditionchip.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace caseward::ui {

QSize conditionChipSize(const Theme &theme, const QString &label)
{
    return chipSize(theme, label, ChipKind::Disqualifying, ChipShape::Tag);
}

void paintTriangle(QPainter &painter, const QRectF &rect, bool up, const QColor &colour)
{
    const double width = std::min(rect.width(), rect.height() * 7 / 6);
    const double height = width * 6 / 7;
    const QPointF middle = rect.center();
    const double base = up ? middle.y() + height / 2 : middle.y() - height / 2;
    const double tip = up ? middle.y() - height / 2 : middle.y() + height / 2;
    QPainterPath path;
    path.moveTo(middle.x() - width / 2, base);
    path.lineTo(middle.x() + width / 2, base);
    path.lineTo(middle.x(), tip);
    path.closeSubpath();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, colour);
    painter.restore();
}

void paintConditionChip(QPainter &painter, const QRect &rect, const ConditionChip &chip, const Theme &theme)
{
    if (chip.state != ChipState::Quiet) {
        const ChipKind kind = chip.disqualifying ? ChipKind::Disqualifying : ChipKind::Mitigating;
        paintChip(painter, rect, theme, chip.label, kind, ChipShape::Tag, chip.state == ChipState::Chosen);
        return;
    }
    // Nothing tied yet: same shape, no colour.
    const Tokens &tokens = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.rule, 1, chip.disqualifying ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintTriangle(painter, QRectF(rect.left() + 7, rect.top(), 7, rect.height()), chip.disqualifying, tokens.text2);
    painter.setFont(theme.font(Theme::Text::Small, QFont::DemiBold));
    painter.setPen(tokens.text2);
    painter.drawText(rect.adjusted(17, 0, -6, 0), Qt::AlignCenter | Qt::TextSingleLine, chip.label);
    painter.restore();
}

} // namespace caseward::ui
