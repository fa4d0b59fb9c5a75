// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/screening/screeningmodel.h"

#include "ui/base/plaintable.h"

#include <algorithm>

namespace caseward::ui {

namespace {

QVariant headOf(const QString &words, Qt::Orientation orientation, int role)
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(words) : QVariant();
}

} // namespace

void ScreeningModel::setRows(std::vector<ScreeningRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ScreeningModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &ScreeningRow::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ScreeningModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int ScreeningModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ScreeningModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ScreeningRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == PlainToneRole)
        return static_cast<int>(index.column() == Group || index.column() == Said ? Tone::Secondary : index.column() == State ? row.tone : Tone::Primary);
    if (role == PlainIconRole)
        return index.column() == State ? row.icon : QString();
    if (role == Qt::AccessibleTextRole && index.column() == Group)
        return tr("%1, %2: %3, %4").arg(row.group, row.title, row.state, row.said);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Group: return row.group;
    case Title: return row.title;
    case State: return row.state;
    default: return row.said;
    }
}

QVariant ScreeningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString words[] = {tr("Part"), tr("What"), tr("State"), tr("Judged")};
    return headOf(section < ColumnCount ? words[section] : QString(), orientation, role);
}

void HintModel::setRows(std::vector<HintRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HintModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int HintModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant HintModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HintRow &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == PlainToneRole)
        return static_cast<int>(index.column() == Page || !row.open ? Tone::Secondary : index.column() == State ? Tone::Warning : Tone::Primary);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case What: return row.text;
    case Page: return row.page;
    default: return row.state;
    }
}

QVariant HintModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString words[] = {tr("What was seen"), tr("Page"), tr("State")};
    return headOf(section < ColumnCount ? words[section] : QString(), orientation, role);
}

} // namespace caseward::ui
