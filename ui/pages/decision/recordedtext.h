// SPDX-License-Identifier: GPL-3.0-or-later
// Words that go into the record: a text field that grows with what is written, knows what is on disk, and asks to be
// saved on Ctrl+Enter and when the focus leaves it. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QPlainTextEdit>

#include <optional>

namespace caseward::ui {

class RecordedText final : public QPlainTextEdit {
    Q_OBJECT
public:
    RecordedText(Theme *theme, const QString &name, const QString &spoken, QWidget *parent = nullptr);
    void setLines(int least, int most);
    // What is on disk. Replaces what is shown, unless the person has written something else since.
    void setRecorded(const QString &words);
    void reset(const QString &words);            // shows it whatever was written: another case
    [[nodiscard]] QString words() const { return toPlainText().trimmed(); }
    [[nodiscard]] bool isChanged() const { return words() != m_recorded; }
    // Words on their way to disk are asked for once: sent() when recording them, refused() when that failed.
    [[nodiscard]] bool isUnsent() const { return isChanged() && m_sent != words(); }
    void sent() { m_sent = words(); }
    void refused() { m_sent.reset(); }
    void setWhyNot(const QString &sentence);     // not empty: read-only, and the sentence is the tool tip
    void setNote(const QString &words);          // what is said beside it: spoken with it until it is taken back

signals:
    void commitWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    QString m_recorded;
    std::optional<QString> m_sent;
    QString m_whyNot, m_note;
    int m_least = 1, m_most = 8;
};

} // namespace caseward::ui
