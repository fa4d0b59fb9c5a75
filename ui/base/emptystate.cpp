// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/emptystate.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace caseward::ui {

EmptyState::EmptyState(Theme *theme, const QString &name, const QString &sentence, const QString &action,
                       QWidget *parent)
    : QWidget(parent),
      m_sentence(new ThemedLabel(theme, sentence, {Theme::Text::Base, QFont::Normal, Tone::Secondary, false}, this))
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    m_sentence->setFit(ThemedLabel::Fit::Wrap);
    m_sentence->setAlignment(Qt::AlignCenter);
    column->addStretch(2);
    column->addWidget(m_sentence);
    if (!action.isEmpty()) {
        auto *button = new QPushButton(action, this);
        button->setObjectName(name + QStringLiteral(".action"));
        button->setAccessibleName(action);
        connect(button, &QPushButton::clicked, this, &EmptyState::actionWanted);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

void EmptyState::setSentence(const QString &sentence) { m_sentence->setText(sentence); }

} // namespace caseward::ui
