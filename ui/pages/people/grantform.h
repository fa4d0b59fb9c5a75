// SPDX-License-Identifier: GPL-3.0-or-later
// Giving somebody of this vault a case: who, why, until when. GUI thread.
#pragma once

#include "core/session/access.h"
#include "ui/base/formcard.h"

class QComboBox;
class QLineEdit;

namespace caseward::ui {

class FormField;

class GrantForm final : public FormCard {
    Q_OBJECT
public:
    enum class Halves { None, Ask };     // Ask: the case needs two people, and the form asks on which side
    GrantForm(Theme *theme, const CaseId &id, const std::vector<session::Contact> &members, Halves halves, QWidget *anywhere);

signals:
    void wanted(const caseward::session::Grant &grant);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    CaseId m_case;
    QComboBox *m_person, *m_half = nullptr;
    QLineEdit *m_reason, *m_until;
};

} // namespace caseward::ui
