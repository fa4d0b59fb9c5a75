// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/themedlabel.h"

#include <QEvent>
#include <QPainter>

namespace caseward::ui {

QColor toneColour(const Tokens &tokens, Tone tone)
{
    switch (tone) {
    case Tone::Primary: return tokens.text;
    case Tone::Secondary: return tokens.text2;
    case Tone::Accent: return tokens.accent;
    case Tone::Disqualifying: return tokens.dq;
    case Tone::Mitigating: return tokens.mc;
    case Tone::Warning: return tokens.warn;
    case Tone::Integrity: return tokens.integrity;
    }
    return tokens.text;
}

ThemedLabel::ThemedLabel(Theme *theme, const QString &text, Look look, QWidget *parent)
    : QLabel(text, parent), m_theme(theme), m_look(look)
{
    setTextFormat(Qt::PlainText);
    connect(theme, &Theme::changed, this, &ThemedLabel::apply);
    apply();
}

void ThemedLabel::setTone(Tone tone)
{
    m_look.tone = tone;
    apply();
}

void ThemedLabel::setFit(Fit fit)
{
    m_fit = fit;
    setWordWrap(fit == Fit::Wrap);
    if (fit == Fit::Elide)
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    updateGeometry();
}

QSize ThemedLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_fit == Fit::Elide ? QSize(fontMetrics().averageCharWidth() * 4, hint.height()) : hint;
}

void ThemedLabel::paintEvent(QPaintEvent *event)
{
    if (m_fit != Fit::Elide) {
        QLabel::paintEvent(event);
        return;
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), shown);
}

// Whatever polishes a label gives it back the font and the colours it had when it was made: a window part that moves to another parent, and the
// first showing of one that was made before the colours changed.
bool ThemedLabel::event(QEvent *event)
{
    const bool handled = QLabel::event(event);
    if ((event->type() == QEvent::StyleChange || event->type() == QEvent::Polish) && m_theme)
        apply();
    return handled;
}

void ThemedLabel::apply()
{
    setFont(m_look.mono ? m_theme->mono(m_look.size) : m_theme->font(m_look.size, m_look.weight));
    QPalette own = palette();
    own.setColor(QPalette::WindowText, toneColour(m_theme->tokens(), m_look.tone));
    own.setColor(QPalette::Disabled, QPalette::WindowText, m_theme->tokens().disabledText);
    setPalette(own);
}

} // namespace caseward::ui
