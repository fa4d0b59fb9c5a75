// SPDX-License-Identifier: GPL-3.0-or-later
// A sub-paragraph to be added: under which guideline, the label it will have, and what it says. What is not accepted stays
// written, with a note. GUI thread.
#pragma once

#include "ui/base/themedlabel.h"
#include "ui/models/casemodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace caseward::ui {

class StatesForm;

class NewAllegation final : public QWidget {
    Q_OBJECT
public:
    NewAllegation(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh(const QString &whyNot);
    void refused(const QString &why);
    void forget();
    [[nodiscard]] bool isWritten() const;        // something is in it
    [[nodiscard]] QWidget *first() const;

signals:
    void added(const caseward::AllegationId &id);
    void cancelled();

private:
    void showGuideline();
    void add();
    void say(const QString &words);
    [[nodiscard]] const packs::Guideline *guideline() const; // null: none to choose
    CaseModel *m_model;
    QComboBox *m_guideline;
    ThemedLabel *m_label, *m_note;
    StatesForm *m_states;
    QPushButton *m_add, *m_cancel;
    bool m_sent = false;
};

} // namespace caseward::ui
