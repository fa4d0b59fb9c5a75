// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/progressline.h"

#include <QPainter>

namespace caseward::ui {

void paintProgress(QPainter &painter, const QRect &rect, const Theme &theme, quint64 done, quint64 total)
{
    const Tokens &t = theme.tokens();
    const qreal radius = rect.height() / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.rule);
    painter.drawRoundedRect(rect, radius, radius);
    if (total > 0 && done > 0) {
        const qreal share = qMin(1.0, static_cast<qreal>(done) / static_cast<qreal>(total));
        QRectF filled(rect);
        filled.setWidth(qMax(static_cast<qreal>(rect.height()), rect.width() * share));
        painter.setBrush(done >= total ? t.mc : t.accent);
        painter.drawRoundedRect(filled, radius, radius);
    }
    painter.restore();
}

ProgressLine::ProgressLine(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setProgress(quint64 done, quint64 total)
{
    m_done = done;
    m_total = total;
    setAccessibleName(tr("%1 of %2").arg(done).arg(total));
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintProgress(painter, rect(), *m_theme, m_done, m_total);
}

} // namespace caseward::ui
