// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/recordedwords.h"

#include <QKeyEvent>

namespace caseward::ui {

RecordedWords::RecordedWords(const QString &name, const QString &spoken, QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(name);
    setAccessibleName(spoken);
    setTabChangesFocus(true);
}

void RecordedWords::setWords(const QString &words)
{
    const bool mine = toPlainText().trimmed() != m_recorded && hasFocus();   // somebody is writing: leave it
    m_recorded = words;
    if (!mine && this->words() != words)
        setPlainText(words);
}

void RecordedWords::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers().testFlag(Qt::ControlModifier))
        emit offered();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void RecordedWords::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (words() != m_recorded)
        emit offered();
}

} // namespace caseward::ui
