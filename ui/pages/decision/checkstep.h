// SPDX-License-Identifier: GPL-3.0-or-later
// Step 6: the gate in full, passed checks too, in the order of the wizard. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

namespace caseward::ui {

class GateList;

class CheckStep final : public DecisionStep {
    Q_OBJECT
public:
    CheckStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &) override { return false; }
    [[nodiscard]] GateList *list() const { return m_list; }

private:
    GateList *m_list;
};

} // namespace caseward::ui
