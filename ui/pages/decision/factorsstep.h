// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4: what the whole-person concept asks to be considered, one field each; the factors for people who are already
// eligible are folded away. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <map>
#include <string>

class QPushButton;

namespace caseward::ui {

class RecordedText;

class FactorsStep final : public DecisionStep {
    Q_OBJECT
public:
    FactorsStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void forget() override;

private:
    void build();
    void addFactor(const packs::Factor &factor, QVBoxLayout *layout);
    void showNote(const std::string &id);                  // why an emptied factor is not recorded, or nothing
    [[nodiscard]] QString recorded(const std::string &id) const;
    QWidget *m_content = nullptr, *m_eligible = nullptr;
    QPushButton *m_toggle = nullptr;
    std::map<std::string, RecordedText *> m_fields;
    std::map<std::string, ThemedLabel *> m_notes;
};

} // namespace caseward::ui
