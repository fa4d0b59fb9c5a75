// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/passageline.h"

#include "ui/base/chip.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int barLeft = 4, wordsLeft = 16, chipGap = 8, padding = 4, rows = 2;

ChipKind kindOf(const PassageFacts &facts) { return facts.disqualifying ? ChipKind::Disqualifying : ChipKind::Mitigating; }

} // namespace

PassageLine::PassageLine(Theme *theme, const QString &name, const PassageFacts &facts, Show show, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_facts(facts), m_show(show)
{
    setObjectName(name);
    setAccessibleName(tr("Passage %1, %2").arg(facts.spoken(120), under()));
    setToolTip(QStringLiteral("<qt>%1<br>%2%3</qt>")
                   .arg(facts.spoken(facts.quote.size()).toHtmlEscaped(), under().toHtmlEscaped(),
                        facts.note.isEmpty() ? QString() : QStringLiteral("<br>") + facts.note.toHtmlEscaped()));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

int PassageLine::left() const
{
    if (m_show == Show::Quote || m_facts.label.isEmpty())
        return wordsLeft;
    // As wide as most chips need, so that quotes of several conditions begin in one line.
    const int usual = chipSize(*m_theme, QStringLiteral("M 22(m)"), kindOf(m_facts), ChipShape::Tag).width();
    return wordsLeft + std::max(usual, chipSize(*m_theme, m_facts.label, kindOf(m_facts), ChipShape::Tag).width()) + chipGap;
}

QString PassageLine::under() const
{
    return m_facts.weight.isEmpty() ? m_facts.place : m_facts.place + QStringLiteral("  ·  ") + m_facts.weight;
}

QuoteRoom PassageLine::roomIn(int width) const { return {width - left() - 8, rows}; }

int PassageLine::heightForWidth(int width) const
{
    const QFontMetrics caption(m_theme->font(Theme::Text::Caption));
    const QFont font = m_theme->font(Theme::Text::Label);
    const int words = m_facts.isPart ? QFontMetrics(font).boundingRect(QRect(0, 0, roomIn(width).width, QWIDGETSIZE_MAX), Qt::TextWordWrap, m_facts.quote).height()
                                     : fittedQuoteHeight(m_facts.quote, font, roomIn(width)); // as it is painted: a part has no quotation marks
    return words + caption.lineSpacing() + 2 * padding;
}

QSize PassageLine::sizeHint() const { return {320, heightForWidth(std::max(width(), 240))}; }
QSize PassageLine::minimumSizeHint() const { return {160, heightForWidth(std::max(width(), 240))}; }

void PassageLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? t.accentBg : t.raised);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    const bool classed = !m_facts.label.isEmpty();
    QPen bar(!classed ? t.edge : m_facts.disqualifying ? t.dq : t.mc, 3);
    bar.setCapStyle(Qt::FlatCap);
    if (classed && !m_facts.disqualifying)
        bar.setDashPattern({1.6, 1.0});
    painter.setPen(bar);
    painter.drawLine(QPointF(barLeft + 1.5, padding), QPointF(barLeft + 1.5, height() - padding));

    if (m_show == Show::ChipAndQuote && classed) {
        const QSize size = chipSize(*m_theme, m_facts.label, kindOf(m_facts), ChipShape::Tag);
        paintChip(painter, QRect(QPoint(wordsLeft, padding), size), *m_theme, m_facts.label, kindOf(m_facts), ChipShape::Tag);
    }
    const QFontMetrics caption(m_theme->font(Theme::Text::Caption));
    const QRect words = rect().adjusted(left(), padding, -8, -padding);
    painter.setFont(m_theme->font(Theme::Text::Label));
    painter.setPen(t.text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_facts.isPart ? m_facts.quote : fittedQuote(m_facts.quote, painter.font(), roomIn(width())));
    painter.setFont(m_theme->font(Theme::Text::Caption));
    painter.setPen(t.text2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom, caption.elidedText(under(), Qt::ElideRight, words.width()));
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void PassageLine::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    // Not every layout above asks for height by width: two lines of quote must never be painted over the place.
    const int needed = heightForWidth(width());
    if (needed != minimumHeight())
        setFixedHeight(needed);
}

void PassageLine::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PassageLine::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace caseward::ui
