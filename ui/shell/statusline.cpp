// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"

#include "ui/base/iconlabel.h"
#include "ui/base/keycap.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace caseward::ui {

namespace {

constexpr ThemedLabel::Look small{Theme::Text::Caption, QFont::Normal, Tone::Secondary, false};
constexpr int mostHints = 5;

} // namespace

StatusLine::StatusLine(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_savedIcon(new IconLabel(theme, QStringLiteral("circle-check"), Tone::Mitigating, 15, this)),
      m_chainIcon(new IconLabel(theme, QStringLiteral("shield-check"), Tone::Mitigating, 15, this)),
      m_saved(new ThemedLabel(theme, {}, small, this)), m_chain(new ThemedLabel(theme, {}, small, this)),
      m_person(new ThemedLabel(theme, {}, small, this)),
      m_message(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Medium, Tone::Warning, false}, this)),
      m_hints(new QWidget(this)), m_hintRow(new QHBoxLayout(m_hints))
{
    setObjectName(QStringLiteral("status"));
    m_saved->setObjectName(QStringLiteral("status.saved"));
    m_chain->setObjectName(QStringLiteral("status.chain"));
    m_person->setObjectName(QStringLiteral("status.person"));
    m_message->setObjectName(QStringLiteral("status.message"));
    m_message->setFit(ThemedLabel::Fit::Elide);
    m_message->setAlignment(Qt::AlignCenter);
    m_hintRow->setContentsMargins(0, 0, 0, 0);
    m_hintRow->setSpacing(14);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 1, 16, 0);
    row->setSpacing(6);
    row->addWidget(m_savedIcon);
    row->addWidget(m_saved);
    row->addSpacing(12);
    row->addWidget(m_chainIcon);
    row->addWidget(m_chain);
    row->addStretch(1);
    row->addWidget(m_hints);
    row->addWidget(m_message, 4);
    row->addStretch(1);
    row->addWidget(m_person);
    m_message->hide();
    setSaved({});
    setChain({}, true);
    const auto fitHeight = [this, theme] {
        setFixedHeight(std::max(30, QFontMetrics(theme->font(Theme::Text::Caption)).height() + 12));
        fitHints();
    };
    connect(theme, &Theme::changed, this, fitHeight);
    fitHeight();
}

// Hints are there for those who have room for them: the last ones go first, but the key that shows all keys stays longest.
void StatusLine::fitHints()
{
    int room = width() - 2 * 16 - 2 * 12;
    for (const QWidget *other : std::initializer_list<const QWidget *>{m_savedIcon, m_saved, m_chainIcon, m_chain, m_person})
        room -= other->isVisibleTo(this) ? other->sizeHint().width() + 6 : 0;
    std::vector<QWidget *> order;
    for (QWidget *hint : m_shownHints)
        order.push_back(hint);
    if (order.size() > 1)
        std::rotate(order.begin(), order.end() - 1, order.end());
    for (QWidget *hint : order) {
        room -= hint->sizeHint().width() + 14;
        hint->setVisible(room >= 0);
    }
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHints();
}

void StatusLine::setSaved(const QString &clock)
{
    m_saved->setText(clock.isEmpty() ? QString() : tr("Saved %1").arg(clock));
    m_saved->setVisible(!clock.isEmpty());
    m_savedIcon->setVisible(!clock.isEmpty());
    fitHints();
}

void StatusLine::setChain(const QString &words, bool verified)
{
    m_chain->setText(words);
    m_chain->setTone(verified ? Tone::Secondary : Tone::Integrity);
    m_chainIcon->setIcon(verified ? QStringLiteral("shield-check") : QStringLiteral("shield-alert"),
                         verified ? Tone::Mitigating : Tone::Integrity);
    m_chain->setVisible(!words.isEmpty());
    m_chainIcon->setVisible(!words.isEmpty());
    fitHints();
}

void StatusLine::setHints(const QList<PageAction> &actions)
{
    clearMessage();
    for (QWidget *hint : std::exchange(m_shownHints, {})) {
        m_hintRow->removeWidget(hint);
        hint->hide();
        hint->deleteLater();
    }
    for (const PageAction &action : actions) {
        if (action.hint.isEmpty() || action.keys.isEmpty() || m_shownHints.size() == mostHints)
            continue;
        auto *hint = new QWidget(m_hints);
        auto *row = new QHBoxLayout(hint);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        row->addWidget(new KeyCap(m_theme, action.keys.toString(QKeySequence::NativeText), hint));
        row->addWidget(new ThemedLabel(m_theme, action.hint, small, hint));
        m_hintRow->addWidget(hint);
        m_shownHints.push_back(hint);
    }
    fitHints();
}

void StatusLine::setPerson(const QString &words)
{
    m_person->setText(words);
    fitHints();
}

void StatusLine::setMessage(const QString &words, Tone tone)
{
    m_message->setText(words);
    m_message->setTone(tone);
    m_message->setVisible(true);
    m_hints->setVisible(false);
}

void StatusLine::clearMessage()
{
    m_message->setText({});
    m_message->setVisible(false);
    m_hints->setVisible(true);
}

void StatusLine::forget()
{
    setSaved({});
    setChain({}, true);
    setHints({});
    setPerson({});
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->tokens().raised);
    painter.fillRect(0, 0, width(), 1, m_theme->tokens().rule);
}

} // namespace caseward::ui
