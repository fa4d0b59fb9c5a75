// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/chipbutton.h"

#include <QFontMetrics>
#include <QPainter>

namespace caseward::ui {

namespace {
constexpr int frame = 3, bar = 3, quoteLeft = 12, linesShown = 5;
}

ChipButton::ChipButton(Theme *theme, const ConditionChip &chip, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_chip(chip)
{
    setObjectName(name);
    setCheckable(true);
    setChecked(chip.state == ChipState::Chosen);
    setAccessibleName((chip.disqualifying ? tr("Disqualifying %1") : tr("Mitigating %1")).arg(chip.label));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ChipButton::sizeHint() const
{
    return conditionChipSize(*m_theme, m_chip.label) + QSize(2 * frame, 2 * frame);
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintConditionChip(painter, rect().adjusted(frame, frame, -frame, -frame), m_chip, *m_theme);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->tokens().accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

QuoteLabel::QuoteLabel(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void QuoteLabel::setQuote(const QString &quote, bool disqualifying)
{
    m_quote = QStringLiteral("“%1”").arg(quote.simplified());
    m_disqualifying = disqualifying;
    setAccessibleName(m_quote);
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(m_quote.toHtmlEscaped()));
    updateGeometry();
    update();
}

QString QuoteLabel::fitting(int width) const
{
    const QFontMetrics metrics(m_theme->font(Theme::Text::Label));
    const auto fits = [&](const QString &words) {
        return metrics.boundingRect(QRect(0, 0, std::max(40, width - quoteLeft), 10000), Qt::TextWordWrap, words).height() <= linesShown * metrics.lineSpacing() + 2;
    };
    if (fits(m_quote))
        return m_quote;
    qsizetype low = 0, high = m_quote.size();
    while (low + 1 < high) {
        const qsizetype middle = (low + high) / 2;
        (fits(m_quote.left(middle) + QStringLiteral("…”")) ? low : high) = middle;
    }
    return m_quote.left(low).trimmed() + QStringLiteral("…”");
}

int QuoteLabel::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_theme->font(Theme::Text::Label));
    return metrics.boundingRect(QRect(0, 0, std::max(40, width - quoteLeft), 10000), Qt::TextWordWrap, fitting(width)).height() + 4;
}

QSize QuoteLabel::sizeHint() const
{
    return {260, heightForWidth(std::max(width(), 200))};
}

QSize QuoteLabel::minimumSizeHint() const
{
    return {120, heightForWidth(std::max(width(), 200))};
}

void QuoteLabel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme->tokens();
    QPainter painter(this);
    painter.fillRect(0, 0, bar, height(), m_disqualifying ? tokens.dq : tokens.mc);
    painter.setFont(m_theme->font(Theme::Text::Label));
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(quoteLeft, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, fitting(width()));
}

} // namespace caseward::ui
