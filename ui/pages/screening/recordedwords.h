// SPDX-License-Identifier: GPL-3.0-or-later
// A few lines that are offered when the person leaves them or presses Ctrl+Enter. GUI thread.
#pragma once

#include <QPlainTextEdit>

namespace caseward::ui {

class RecordedWords final : public QPlainTextEdit {
    Q_OBJECT
public:
    RecordedWords(const QString &name, const QString &spoken, QWidget *parent = nullptr);
    void setWords(const QString &words);                 // what is on disk
    [[nodiscard]] QString words() const { return toPlainText().trimmed(); }

signals:
    void offered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_recorded;
};

} // namespace caseward::ui
