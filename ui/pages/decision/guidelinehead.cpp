// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/guidelinehead.h"

#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int height0 = 44, badge = 22, gap = 12;
}

GuidelineHead::GuidelineHead(Theme *theme, const QString &letter, const QString &title, const QString &concern, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_letter(letter), m_title(title)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(concern.toHtmlEscaped()));
    setAccessibleName(tr("Guideline %1, %2").arg(letter, title));
    setAccessibleDescription(concern);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void GuidelineHead::setDetail(const QString &detail)
{
    m_detail = detail;
    update();
}

QSize GuidelineHead::sizeHint() const
{
    return {400, std::max(height0, QFontMetrics(m_theme->font(Theme::Text::Large)).height() + 24)};
}

void GuidelineHead::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF square(0, (height() - badge) / 2.0, badge, badge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawRoundedRect(square, 4, 4);
    painter.setPen(t.surface);
    painter.setFont(m_theme->font(Theme::Text::Label, QFont::Bold));
    painter.drawText(square, Qt::AlignCenter, m_letter);

    const QFontMetrics detail(m_theme->font(Theme::Text::Label));
    const int detailWidth = m_detail.isEmpty() ? 0 : detail.horizontalAdvance(m_detail);
    const QFont bold = m_theme->font(Theme::Text::Large, QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(t.text);
    const QRect words = rect().adjusted(badge + gap, 0, -detailWidth - gap, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, words.width()));
    painter.setFont(m_theme->font(Theme::Text::Label));
    painter.setPen(t.text2);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_detail);
    painter.fillRect(0, height() - 1, width(), 1, t.edge);
}

} // namespace caseward::ui
