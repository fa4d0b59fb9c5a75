// SPDX-License-Identifier: GPL-3.0-or-later
// The recap of what will be signed, the word to type, and [Sign] with the sentence that says why it is off. GUI thread.
#pragma once

#include "ui/models/casemodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace caseward::ui {

class FactGrid;
class FormField;
class Theme;
class ThemedLabel;

class SignForm final : public QWidget {
    Q_OBJECT
public:
    SignForm(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void refresh();
    void forget();
    void refused();                              // signing did not happen

signals:
    void finished();                             // signed

private:
    [[nodiscard]] const packs::Outcome *outcome() const;
    [[nodiscard]] QString whyNot() const;        // empty: may sign now
    void showState();
    void sign();
    Theme *m_theme;
    CaseModel *m_model;
    FactGrid *m_recap;
    ThemedLabel *m_wordLabel;
    QLineEdit *m_word;
    QPushButton *m_sign;
    ThemedLabel *m_why;
    bool m_signing = false;
};

} // namespace caseward::ui
