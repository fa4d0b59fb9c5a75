// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/keycap.h"

#include <QFontMetrics>
#include <QPainter>

namespace caseward::ui {

QSize keyCapSize(const Theme &theme, const QString &key)
{
    const QFontMetrics metrics(theme.font(Theme::Text::Small, QFont::Medium));
    return {qMax(metrics.horizontalAdvance(key) + 11, metrics.height() + 5), metrics.height() + 4};
}

void paintKeyCap(QPainter &painter, const QRect &rect, const Theme &theme, const QString &key)
{
    const Tokens &t = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.rule, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(t.text2);
    painter.setFont(theme.font(Theme::Text::Small, QFont::Medium));
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

KeyCap::KeyCap(Theme *theme, const QString &key, QWidget *parent) : QWidget(parent), m_theme(theme), m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(key);
    connect(theme, &Theme::changed, this, [this] { updateGeometry(); update(); });
}

void KeyCap::setKey(const QString &key)
{
    m_key = key;
    setAccessibleName(key);
    updateGeometry();
    update();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), *m_theme, m_key);
}

} // namespace caseward::ui
