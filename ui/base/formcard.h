// SPDX-License-Identifier: GPL-3.0-or-later
// A form on a card over the window: title, fields, a fault inside, Cancel and one verb. The derived form fills fields(),
// says whether it is complete, and does its work when accepted. Owned by the window; GUI thread.
#pragma once

#include "ui/base/overlay.h"

#include <functional>

class QPushButton;
class QVBoxLayout;

namespace caseward { struct Fault; }

namespace caseward::ui {

class FaultNote;
class FormField;

class FormCard : public Overlay {
    Q_OBJECT
public:
    struct Words { QString title, lead, accept; };  // lead may be empty
    // Object names: <name>, <name>.accept, <name>.cancel, <name>.fault.
    FormCard(Theme *theme, const QString &name, const Words &words, QWidget *anywhere);
    void fail(const Fault &fault);           // shown inside; the form can be tried again

protected:
    [[nodiscard]] Theme *theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    FormField *addField(const QString &label, QWidget *input, const QString &help = {}); // appended to fields()
    void sideBySide(FormField *left, FormField *right);  // two fields of fields() in one row, where the first stood
    [[nodiscard]] virtual QString whyNot() const = 0;  // what is missing; empty: complete
    virtual void accept() = 0;                         // complete, and wanted
    void setBusy(bool busy);
    void check();                            // asks whyNot() again

private:
    void tryToAccept();
    Theme *m_theme;
    QVBoxLayout *m_fields;
    FaultNote *m_fault;
    QPushButton *m_accept;
    bool m_busy = false;
};

} // namespace caseward::ui
