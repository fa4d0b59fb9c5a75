// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/faultnote.h"

#include "ui/base/faultwords.h"
#include "ui/base/iconlabel.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace caseward::ui {

FaultNote::FaultNote(Theme *theme, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new IconLabel(theme, QStringLiteral("circle-alert"), Tone::Warning, 18, this)),
      m_title(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_text(new ThemedLabel(theme, {}, {Theme::Text::Label, QFont::Normal, Tone::Primary, false}, this)),
      m_code(new ThemedLabel(theme, {}, {Theme::Text::Small, QFont::Normal, Tone::Secondary, true}, this)),
      m_action(new QPushButton(this))
{
    setObjectName(name);
    m_action->setObjectName(name + QStringLiteral(".action"));
    m_title->setObjectName(name + QStringLiteral(".title"));
    m_title->setFit(ThemedLabel::Fit::Wrap);
    m_text->setFit(ThemedLabel::Fit::Wrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 10, 12, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    m_text->setContentsMargins(0, 3, 0, 0); // a gap that goes with its row
    m_code->setContentsMargins(0, 3, 0, 0);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 1);
    grid->addWidget(m_code, 2, 1);
    grid->addWidget(m_action, 0, 2, 3, 1, Qt::AlignVCenter);
    grid->setColumnStretch(1, 1);
    connect(m_action, &QPushButton::clicked, this, &FaultNote::actionWanted);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void FaultNote::show(const Fault &fault, const QString &action)
{
    const FaultWords words = wordsOf(fault);
    m_fault = true;
    m_icon->setIcon(QStringLiteral("circle-alert"), Tone::Warning);
    m_title->setText(words.title);
    m_text->setText(QStringList{words.safe, words.advice}.join(QLatin1Char(' ')).trimmed());
    m_text->setVisible(true);
    m_code->setText(words.code);
    m_code->setVisible(true);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(words.title);
    setAccessibleDescription(m_text->text());
    setVisible(true);
    update();
}

void FaultNote::notice(const QString &title, const QString &text)
{
    m_fault = false;
    m_icon->setIcon(QStringLiteral("circle-check"), Tone::Mitigating);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_code->setVisible(false);
    m_action->setVisible(false);
    setAccessibleName(title);
    setAccessibleDescription(text);
    setVisible(true);
    update();
}

void FaultNote::clear()
{
    setVisible(false);
    for (ThemedLabel *label : {m_title, m_text, m_code})
        label->setText({});
    setAccessibleName({});
    setAccessibleDescription({});
}

void FaultNote::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_fault ? t.warn : t.mc, 1));
    painter.setBrush(m_fault ? t.warnBg : t.mcBg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace caseward::ui
