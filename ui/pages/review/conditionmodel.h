// SPDX-License-Identifier: GPL-3.0-or-later
// The guidelines of the case's pack and their conditions, with counts of tied passages. Two levels; either the guidelines
// raised or all, and those that match the filter. GUI thread; keeps the pack alive.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

#include <QAbstractItemModel>

#include <set>
#include <vector>

namespace caseward::ui {

struct ConditionRow {
    const packs::Condition *condition = nullptr;
    std::uint32_t passages = 0;
    int greatest = 0;             // weight 1…3, 0 without a passage
    bool operator==(const ConditionRow &) const = default;
};

struct GuidelineRow {
    const packs::Guideline *guideline = nullptr;
    std::uint32_t disqualifying = 0, mitigating = 0;   // passages
    std::vector<ConditionRow> conditions;
    bool operator==(const GuidelineRow &) const = default;
};

class ConditionModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Show { Raised, All };
    using QAbstractItemModel::QAbstractItemModel;

    void setCase(const model::Dossier *dossier, packs::PackPtr pack);
    void setShow(Show show);
    void setFilter(const QString &words);
    [[nodiscard]] Show shown() const { return m_show; }
    [[nodiscard]] bool nothingRaised() const { return m_raised.empty(); }

    [[nodiscard]] bool isGuideline(const QModelIndex &index) const { return index.internalId() == 0; }
    [[nodiscard]] const GuidelineRow &guideline(const QModelIndex &index) const;    // of either kind of row
    [[nodiscard]] const ConditionRow &condition(const QModelIndex &index) const;
    [[nodiscard]] std::string conditionId(const QModelIndex &index) const;          // "" for a guideline
    [[nodiscard]] QModelIndex find(const std::string &conditionId) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();
    [[nodiscard]] GuidelineRow rowOf(const packs::Guideline &guideline, const std::set<std::string> &matching) const;
    packs::PackPtr m_pack;
    Show m_show = Show::Raised;
    QString m_filter;
    std::set<std::string> m_raised;
    std::map<std::string, ConditionRow> m_counts;
    std::vector<GuidelineRow> m_rows;
};

} // namespace caseward::ui
