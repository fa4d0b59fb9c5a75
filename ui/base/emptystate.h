// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty place says: one sentence and at most one action; no illustration. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"

#include <QWidget>

class QPushButton;

namespace caseward::ui {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    // `action` empty: no button. The button's object name is <name>.action.
    EmptyState(Theme *theme, const QString &name, const QString &sentence, const QString &action = {},
               QWidget *parent = nullptr);
    void setSentence(const QString &sentence);

signals:
    void actionWanted();

private:
    ThemedLabel *m_sentence;
};

} // namespace caseward::ui
