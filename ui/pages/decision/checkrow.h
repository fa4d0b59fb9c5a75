// SPDX-License-Identifier: GPL-3.0-or-later
// One check of the gate: ✗ blocks, ⚠ needs an explanation, ✓ passed; [Go] to its place and, for ⚠, [Explain…] with a
// field that opens below. GUI thread.
#pragma once

#include "core/rules/completeness.h"
#include "ui/base/themedlabel.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace caseward::ui {

class RecordedText;

class CheckRow final : public QWidget {
    Q_OBJECT
public:
    CheckRow(Theme *theme, const QString &name, const rules::Check &check, QWidget *parent = nullptr);
    void setWhyNot(const QString &sentence);     // not empty: nothing can be explained now
    [[nodiscard]] const rules::Check &check() const { return m_check; }
    [[nodiscard]] QWidget *first() const;        // null: nothing to press
    [[nodiscard]] static QString nameOf(const QString &prefix, const rules::Check &check);

signals:
    void goWanted(const caseward::rules::Target &target);
    void explained(const caseward::rules::Check &check, const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addExplanation(const QString &name, QVBoxLayout *column, QHBoxLayout *buttons);
    Theme *m_theme;
    rules::Check m_check;
    QPushButton *m_go = nullptr, *m_explain = nullptr;
    RecordedText *m_words = nullptr;
};

} // namespace caseward::ui
