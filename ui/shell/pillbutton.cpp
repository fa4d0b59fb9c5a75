// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pillbutton.h"

#include "ui/base/chip.h"

#include <QPainter>

namespace caseward::ui {

PillButton::PillButton(Theme *theme, const QString &name, QWidget *parent) : QPushButton(parent), m_theme(theme)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(theme, &Theme::changed, this, [this] { updateGeometry(); update(); });
}

QSize PillButton::sizeHint() const { return chipSize(*m_theme, text(), ChipKind::Neutral, ChipShape::Pill); }

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), *m_theme, text(), ChipKind::Neutral, ChipShape::Pill);
    if (!hasFocus() && !underMouse())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme->tokens().accent : m_theme->tokens().edge, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
}

} // namespace caseward::ui
