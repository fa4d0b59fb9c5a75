// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/conditionmodel.h"

#include "ui/models/casewords.h"

#include <algorithm>

namespace caseward::ui {

void ConditionModel::setCase(const model::Dossier *dossier, packs::PackPtr pack)
{
    m_pack = std::move(pack);
    m_raised.clear();
    m_counts.clear();
    if (dossier && m_pack) {
        for (const model::Tie &tie : dossier->ties) {
            const packs::Condition *condition = m_pack->condition(tie.condition.id);
            if (!condition || tie.condition.pack != m_pack->id)
                continue;
            ConditionRow &row = m_counts[condition->id];
            row.condition = condition;
            ++row.passages;
            row.greatest = std::max(row.greatest, static_cast<int>(tie.weight));
            m_raised.insert(condition->guideline);
        }
        for (const auto &[key, state] : dossier->guidelines) {
            if (key.first == m_pack->id)
                m_raised.insert(key.second);
        }
    }
    rebuild();
}

void ConditionModel::setShow(Show show)
{
    m_show = show;
    rebuild();
}

void ConditionModel::setFilter(const QString &words)
{
    m_filter = words.simplified();
    rebuild();
}

GuidelineRow ConditionModel::rowOf(const packs::Guideline &guideline, const std::set<std::string> &matching) const
{
    GuidelineRow row;
    row.guideline = &guideline;
    for (const auto *list : {&guideline.disqualifying, &guideline.mitigating}) {
        for (const packs::Condition &condition : *list) {
            const auto counted = m_counts.find(condition.id);
            ConditionRow entry{&condition, 0, 0};
            if (counted != m_counts.end())
                entry = counted->second;
            (packs::isConcern(condition.kind) ? row.disqualifying : row.mitigating) += entry.passages;
            if (m_filter.isEmpty() || matching.contains(condition.id))
                row.conditions.push_back(entry);
        }
    }
    return row;
}

void ConditionModel::rebuild()
{
    std::vector<GuidelineRow> rows;
    std::set<std::string> matching;
    if (m_pack && !m_filter.isEmpty()) {
        for (const packs::Condition *condition : packs::rankConditions(*m_pack, m_filter.toStdString(), {}))
            matching.insert(condition->id);
    }
    for (std::size_t i = 0; m_pack && i < m_pack->guidelines.size(); ++i) {
        const packs::Guideline &guideline = m_pack->guidelines[i];
        // A filter looks everywhere: what is searched for may not be raised yet.
        if (m_show == Show::Raised && m_filter.isEmpty() && !m_raised.contains(guideline.letter))
            continue;
        GuidelineRow row = rowOf(guideline, matching);
        if (!row.conditions.empty())
            rows.push_back(std::move(row));
    }
    if (rows == m_rows)
        return;
    const bool sameShape = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const GuidelineRow &a, const GuidelineRow &b) {
        return a.guideline == b.guideline && a.conditions.size() == b.conditions.size()
            && std::equal(a.conditions.begin(), a.conditions.end(), b.conditions.begin(), [](const ConditionRow &x, const ConditionRow &y) { return x.condition == y.condition; });
    });
    if (!sameShape) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex parent = index(i, 0);
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent));
    }
}

const GuidelineRow &ConditionModel::guideline(const QModelIndex &index) const
{
    const auto row = isGuideline(index) ? static_cast<std::size_t>(index.row()) : static_cast<std::size_t>(index.internalId() - 1);
    return m_rows[row];
}

const ConditionRow &ConditionModel::condition(const QModelIndex &index) const
{
    return guideline(index).conditions[static_cast<std::size_t>(index.row())];
}

std::string ConditionModel::conditionId(const QModelIndex &index) const
{
    return index.isValid() && !isGuideline(index) ? condition(index).condition->id : std::string();
}

QModelIndex ConditionModel::find(const std::string &conditionId) const
{
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex parent = index(i, 0);
        for (int j = 0; j < rowCount(parent); ++j) {
            const QModelIndex child = index(j, 0, parent);
            if (condition(child).condition->id == conditionId)
                return child;
        }
    }
    return {};
}

// internalId is 0 for a guideline, else the guideline's row plus one.
QModelIndex ConditionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr{0});
}

QModelIndex ConditionModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isGuideline(child))
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int ConditionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    return isGuideline(parent) ? static_cast<int>(guideline(parent).conditions.size()) : 0;
}

int ConditionModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ConditionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (isGuideline(index)) {
        const GuidelineRow &row = guideline(index);
        const QString title = text(row.guideline->letter) + u' ' + text(row.guideline->title);
        if (role == Qt::DisplayRole)
            return title;
        if (role == Qt::AccessibleTextRole)
            return tr("Guideline %1, %2 disqualifying and %3 mitigating passages").arg(title).arg(row.disqualifying).arg(row.mitigating);
        if (role == Qt::ToolTipRole)
            return text(row.guideline->concernText);
        return {};
    }
    const ConditionRow &row = condition(index);
    const bool up = packs::isConcern(row.condition->kind);
    if (role == Qt::DisplayRole)
        return text(row.condition->id) + u' ' + text(row.condition->shortText);
    if (role == Qt::AccessibleTextRole)
        return (up ? tr("Disqualifying %1, %2, %3 passages") : tr("Mitigating %1, %2, %3 passages"))
            .arg(text(row.condition->id), text(row.condition->shortText)).arg(row.passages);
    if (role == Qt::ToolTipRole)
        return text(row.condition->citation) + u'\n' + text(row.condition->text);
    return {};
}

} // namespace caseward::ui
