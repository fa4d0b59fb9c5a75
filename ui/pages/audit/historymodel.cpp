// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/historymodel.h"

#include "ui/models/casewords.h"
#include "ui/models/entrywords.h"

#include <QLocale>

namespace caseward::ui {

void HistoryModel::setEntries(const std::vector<model::Entry> &entries, const session::DossierPtr &dossier)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(entries.size());
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        m_rows.push_back({entry->seq, momentWord(entry->at), dossier ? text(dossier->personName(entry->actor)) : text(entry->actor.text()),
                          kindWord(entry->kind), objectWords(*entry, dossier.get())});
    }
    endResetModel();
}

void HistoryModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int HistoryModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Object)
        return row.object;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number: return QLocale::c().toString(row.number);
    case Time: return row.time;
    case Who: return row.who;
    case What: return row.what;
    case Object: return row.object;
    default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString heads[] = {tr("Entry"), tr("Time"), tr("Who"), tr("What"), tr("Object")};
    return heads[section];
}

} // namespace caseward::ui
