// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/unlock/warningcard.h"

#include "ui/base/iconlabel.h"
#include "ui/base/themedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace caseward::ui {

WarningCard::WarningCard(Theme *theme, QWidget *parent)
    : QFrame(parent), m_text(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::Normal, Tone::Primary, false})),
      m_accept(new QPushButton(tr("I understand and agree"), this))
{
    setObjectName(QStringLiteral("unlock.warning"));
    setProperty("cls", "card");
    setFixedWidth(600);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(32, 28, 32, 28);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(new IconLabel(theme, QStringLiteral("shield-alert"), Tone::Accent, 30, this), 0, Qt::AlignVCenter);
    head->addWidget(new ThemedLabel(theme, tr("Before you sign in"), {Theme::Text::Title, QFont::DemiBold, Tone::Primary, false}, this), 1);
    column->addLayout(head);
    m_text->setObjectName(QStringLiteral("unlock.warning.text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFit(ThemedLabel::Fit::Wrap);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Warning"));
    scroll->setMinimumHeight(120);
    scroll->setMaximumHeight(320);
    auto *content = new QWidget;
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 8, 0);
    inner->addWidget(m_text);
    inner->addStretch(1);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    auto *decline = new QPushButton(tr("Not now"), this);
    decline->setObjectName(QStringLiteral("unlock.warning.decline"));
    decline->setAccessibleName(tr("Do not sign in now"));
    m_accept->setObjectName(QStringLiteral("unlock.warning.accept"));
    m_accept->setAccessibleName(m_accept->text());
    m_accept->setProperty("cls", "primary");
    m_accept->setMinimumHeight(34);
    m_accept->setAutoDefault(true);      // Enter as well as Space
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(decline);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(m_accept, &QPushButton::clicked, this, &WarningCard::acknowledged);
    connect(decline, &QPushButton::clicked, this, &WarningCard::declined);
}

void WarningCard::setText(const QString &text) { m_text->setText(text); }

QWidget *WarningCard::first() const { return m_accept; }

} // namespace caseward::ui
