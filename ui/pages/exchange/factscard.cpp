// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/factscard.h"

#include "ui/base/iconlabel.h"

#include <QGridLayout>

namespace caseward::ui {

FactsCard::FactsCard(Theme *theme, const QString &name, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_icon(new IconLabel(theme, QStringLiteral("package"), Tone::Secondary, 18, this)),
      m_title(new ThemedLabel(theme, {}, {Theme::Text::Base, QFont::DemiBold, Tone::Primary, false}, this)),
      m_body(new QWidget(this)), m_grid(new QGridLayout(m_body))
{
    setObjectName(name);
    setProperty("cls", "panel");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_grid->setContentsMargins(26, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_body);
    m_title->setObjectName(name + QStringLiteral(".title"));
    hide();
}

void FactsCard::show(const QString &icon, Tone tone, const QString &title, const QList<Fact> &facts)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_icon->setIcon(icon, tone);
    m_title->setText(title);
    int row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            continue;
        auto *value = new ThemedLabel(m_theme, fact.value, {fact.mono ? Theme::Text::Caption : Theme::Text::Label, QFont::Normal, fact.tone, fact.mono});
        value->setFit(ThemedLabel::Fit::Wrap);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(new ThemedLabel(m_theme, fact.name, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}), row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row++, 1);
    }
    setAccessibleName(title);
    setVisible(true);
}

} // namespace caseward::ui
