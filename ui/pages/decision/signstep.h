// SPDX-License-Identifier: GPL-3.0-or-later
// Step 7: the outcome, the recap and the signature; afterwards what is signed. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

namespace caseward::ui {

class OutcomeForm;
class SignForm;
class SignedCard;

class SignStep final : public DecisionStep {
    Q_OBJECT
public:
    SignStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void refused() override;
    void forget() override;

private:
    SignedCard *m_signed;
    QWidget *m_work;
    OutcomeForm *m_outcome;
    SignForm *m_sign;
};

} // namespace caseward::ui
