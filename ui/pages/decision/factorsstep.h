// SPDX-License-Identifier: GPL-3.0-or-later
// Step 4: what the whole-person concept asks to be considered, one field each with the passages it cites; the factors for people who are already
// eligible are folded away. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"

#include <map>
#include <string>

class QPushButton;

namespace caseward::ui {

class CitedPassages;
class RecordedText;

class FactorsStep final : public DecisionStep {
    Q_OBJECT
public:
    FactorsStep(Theme *theme, CaseModel *model, QWidget *parent);
    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void forget() override;
    void refused() override;

private:
    void build();
    void addFactor(const packs::Factor &factor, QVBoxLayout *layout);
    struct Row {
        RecordedText *field = nullptr;
        CitedPassages *cites = nullptr;
        ThemedLabel *note = nullptr;
        bool waits = false;                                // citations that wait for words: the rules want some
    };
    void record(const std::string &id);
    void showCites(Row &row, const std::string &id);       // as recorded, but for those that wait
    void showNote(const std::string &id);                  // why nothing is recorded, or nothing
    [[nodiscard]] const model::FactorState *recorded(const std::string &id) const;
    QWidget *m_content = nullptr, *m_eligible = nullptr;
    QPushButton *m_toggle = nullptr;
    std::map<std::string, Row> m_rows;
};

} // namespace caseward::ui
