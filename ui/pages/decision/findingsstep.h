// SPDX-License-Identifier: GPL-3.0-or-later
// Steps 1 and 2: for each guideline raised, its disqualifying conditions and the guideline as a whole, or its mitigating
// conditions. GUI thread.
#pragma once

#include "ui/pages/decision/decisionstep.h"
#include "ui/pages/decision/findingrow.h"

#include <QSet>

#include <map>

class QPushButton;

namespace caseward::ui {

class GuidelineHead;

class FindingsStep final : public DecisionStep {
    Q_OBJECT
public:
    enum class Side { Concerns, Mitigation };
    FindingsStep(Theme *theme, CaseModel *model, Side side, QWidget *parent);

    void refresh() override;
    bool reveal(const rules::Target &target) override;
    void refused() override;
    void forget() override;

private:
    struct Group { GuidelineHead *head = nullptr; QList<FindingRow *> rows; };
    [[nodiscard]] QString prefix() const { return m_side == Side::Concerns ? QStringLiteral("concerns") : QStringLiteral("mitigation"); }
    [[nodiscard]] std::vector<const packs::Condition *> conditionsOf(const packs::Guideline &guideline, bool all) const;
    [[nodiscard]] QStringList wantedRows() const;
    void rebuild(const QStringList &wanted);
    void addGuideline(const packs::Guideline &guideline);
    FindingRow *conditionRow(const packs::Condition &condition);
    FindingRow *guidelineRow(const packs::Guideline &guideline);
    void addOthers(const packs::Guideline &guideline);
    void showCondition(const packs::Condition &condition, FindingRow *row) const;
    Side m_side;
    int m_head = 0;                                 // items of the column that stand before the first guideline
    QStringList m_built;                          // keys of the rows, in order
    std::map<QString, FindingRow *> m_rows;       // "16(a)", and "guideline E"
    std::map<QString, Group> m_groups;            // by letter
    QSet<QString> m_opened;                       // letters whose conditions without passages are shown
    QList<QWidget *> m_extras;                    // heads, links, the empty sentence: made anew each time
};

} // namespace caseward::ui
