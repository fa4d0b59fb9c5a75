// SPDX-License-Identifier: GPL-3.0-or-later
// The card for a new case: reference, subject, kind, access, marking, due day, checklist. Faults stay in the card. GUI
// thread; the case is created on the worker.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/overlay.h"
#include "ui/work/worker.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace caseward::ui {

class FaultNote;
class FormField;

class NewCaseForm final : public Overlay {
    Q_OBJECT
public:
    NewCaseForm(Theme *theme, Worker *worker, QWidget *window);

signals:
    void created(const caseward::CaseId &id);

private:
    void buildFields(QGridLayout *grid);
    QLineEdit *addLine(QGridLayout *grid, int row, int column, const char *name, const QString &label, const QString &help);
    void readPacks();
    void check();
    void create();
    Theme *m_theme;
    Worker *m_worker;
    QLineEdit *m_reference = nullptr, *m_subject = nullptr, *m_access = nullptr, *m_due = nullptr, *m_marking = nullptr;
    QComboBox *m_type = nullptr, *m_pack = nullptr;
    FormField *m_dueField = nullptr;
    FaultNote *m_fault = nullptr;
    QPushButton *m_create = nullptr;
    bool m_busy = false;
};

} // namespace caseward::ui
