// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/iconlabel.h"

#include <QPainter>

namespace caseward::ui {

IconLabel::IconLabel(Theme *theme, const QString &icon, Tone tone, int size, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(icon), m_tone(tone), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setIcon(const QString &icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme->icon(m_icon, toneColour(m_theme->tokens(), m_tone)).paint(&painter, rect());
}

} // namespace caseward::ui
