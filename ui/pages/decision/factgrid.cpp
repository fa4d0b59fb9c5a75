// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/factgrid.h"

#include <QGridLayout>

namespace caseward::ui {

FactGrid::FactGrid(Theme *theme, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 120);
    grid->setColumnStretch(1, 1);
}

void FactGrid::show(const QList<Fact> &facts)
{
    QStringList wanted;
    for (const Fact &fact : facts)
        wanted << fact.name + QLatin1Char('\n') + fact.value;
    if (wanted == m_shown)
        return;
    m_shown = wanted;
    auto *grid = static_cast<QGridLayout *>(layout());
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        auto *name = new ThemedLabel(m_theme, facts[row].name, {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, this);
        auto *value = new ThemedLabel(m_theme, facts[row].value, {facts[row].mono ? Theme::Text::Label : Theme::Text::Base, QFont::Normal, Tone::Primary, facts[row].mono}, this);
        value->setFit(ThemedLabel::Fit::Wrap);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(facts[row].name, facts[row].value));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1);
    }
}

} // namespace caseward::ui
