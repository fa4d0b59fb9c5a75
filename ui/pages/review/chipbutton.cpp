// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/chipbutton.h"

#include "ui/base/fittedquote.h"

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
    m_quote = quote.simplified();
    m_part.clear();
    m_disqualifying = disqualifying;
    const QString whole = QStringLiteral("“%1”").arg(m_quote);
    setAccessibleName(whole);
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(whole.toHtmlEscaped()));
    updateGeometry();
    update();
}

void QuoteLabel::setPart(const QString &words, bool disqualifying)
{
    setQuote({}, disqualifying);
    m_part = words;
    setAccessibleName(words);
    setToolTip({});
}

int QuoteLabel::heightForWidth(int width) const
{
    if (!m_part.isEmpty())
        return QFontMetrics(m_theme->font(Theme::Text::Label)).lineSpacing() + 4;
    return fittedQuoteHeight(m_quote, m_theme->font(Theme::Text::Label), {width - quoteLeft, linesShown}) + 4;
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
    QPen line(m_disqualifying ? tokens.dq : tokens.mc, bar);
    line.setCapStyle(Qt::FlatCap);
    if (!m_disqualifying)
        line.setDashPattern({1.6, 1.0});
    painter.setPen(line);
    painter.drawLine(QPointF(bar / 2.0, 0), QPointF(bar / 2.0, height()));
    painter.setFont(m_theme->font(Theme::Text::Label));
    painter.setPen(tokens.text);
    if (!m_part.isEmpty()) {
        painter.drawText(rect().adjusted(quoteLeft, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_part);
        return;
    }
    painter.drawText(rect().adjusted(quoteLeft, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, fittedQuote(m_quote, m_theme->font(Theme::Text::Label), {width() - quoteLeft, linesShown}));
}

} // namespace caseward::ui
