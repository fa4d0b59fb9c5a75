// SPDX-License-Identifier: GPL-3.0-or-later
// Step 3: the whole-person factors in words, and, folded away, those for people who already hold eligibility. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <map>

class QPushButton;

namespace caseward::ui {

class AnswerRow;

class WholePersonStep final : public DecisionStep {
    Q_OBJECT
public:
    WholePersonStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void refused() override;
    void forget() override;

private:
    void build();
    AnswerRow *addFactor(const packs::Factor &factor);
    void showFold();
    std::map<std::string, AnswerRow *> m_rows;    // by factor
    QWidget *m_all = nullptr, *m_folded = nullptr;
    QPushButton *m_fold = nullptr;
    Digest m_pack;                                // what the rows were made for
    bool m_open = false;
};

} // namespace caseward::ui
