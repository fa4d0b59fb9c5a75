// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbutton.h"

#include "ui/base/keycap.h"

#include <QPainter>

namespace caseward::ui {

SearchButton::SearchButton(Theme *theme, QWidget *parent) : QPushButton(tr("Search or run a command"), parent), m_theme(theme)
{
    setObjectName(QStringLiteral("header.search"));
    setAccessibleName(text());
    setMaximumWidth(400);
    setFixedHeight(32);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? t.accent : t.edge, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? t.raised : t.surface);
    const qreal inset = hasFocus() ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    m_theme->icon(QStringLiteral("search")).paint(&painter, QRect(10, (height() - 16) / 2, 16, 16));
    const QString key = QStringLiteral("Ctrl+K");
    const QSize cap = keyCapSize(*m_theme, key);
    paintKeyCap(painter, QRect(QPoint(width() - cap.width() - 7, (height() - cap.height()) / 2), cap), *m_theme, key);
    painter.setPen(t.text2);
    painter.setFont(m_theme->font(Theme::Text::Base));
    const QRect words = rect().adjusted(34, 0, -cap.width() - 14, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace caseward::ui
