// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrixmodel.h"

#include "ui/models/casewords.h"

namespace caseward::ui {

void MatrixModel::show(MatrixSheet sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    endResetModel();
}

const MatrixLine *MatrixModel::line(int row) const
{
    return row >= 0 && row < rowCount() ? &m_sheet.lines[static_cast<std::size_t>(row)] : nullptr;
}

const std::vector<PassageId> *MatrixModel::cell(const QModelIndex &index) const
{
    const MatrixLine *at = line(index.row());
    const auto column = static_cast<std::size_t>(index.column() - 1);
    return at && index.column() > 0 && column < at->cells.size() ? &at->cells[column] : nullptr;
}

int MatrixModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_sheet.lines.size()); }

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_sheet.columns.size()) + (m_sheet.asksConsidered ? 2 : 0);
}

QString MatrixModel::shown(const MatrixLine &line, int column) const
{
    if (column == 0)
        return line.words;
    if (line.kind == MatrixLine::Kind::Guideline)
        return {};
    const auto at = static_cast<std::size_t>(column - 1);
    if (at < line.cells.size())
        return line.cells[at].empty() ? QStringLiteral("·") : QString::number(line.cells[at].size());
    return column == consideredColumn() ? line.considered : QString::number(line.passages);
}

QString MatrixModel::spoken(const MatrixLine &line, int column) const
{
    const auto at = static_cast<std::size_t>(column - 1);
    if (column == 0 || at >= line.cells.size())
        return shown(line, column);
    if (line.cells[at].empty())
        return tr("no passage");
    const QString weight = weightWord(static_cast<model::Weight>(line.weights[at]));
    return line.cells[at].size() == 1 ? tr("1 passage, %1").arg(weight) : tr("%1 passages, at most %2").arg(line.cells[at].size()).arg(weight);
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    const MatrixLine *at = line(index.row());
    if (!at)
        return {};
    const std::vector<PassageId> *passages = cell(index);
    switch (role) {
    case Qt::DisplayRole: return shown(*at, index.column());
    case Qt::AccessibleTextRole: return spoken(*at, index.column());
    case Qt::ToolTipRole: return index.column() == 0 ? QStringLiteral("<qt>%1</qt>").arg(at->whole.toHtmlEscaped()) : QString();
    case MatrixKindRole: return static_cast<int>(at->kind);
    case MatrixCountRole: return passages ? static_cast<int>(passages->size()) : -1;
    case MatrixWeightRole: return passages ? at->weights[static_cast<std::size_t>(index.column() - 1)] : 0;
    case MatrixOpenRole: return at->isOpen;
    default: return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const MatrixLine *at = line(section);
        if (at && role == Qt::DisplayRole)
            return at->label;
        return at && role == Qt::ToolTipRole ? QVariant(QStringLiteral("<qt>%1</qt>").arg(at->whole.toHtmlEscaped())) : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return int(section == 0 || section == consideredColumn() ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    const bool isCell = section > 0 && section <= m_sheet.columns.size();
    if (isCell && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return m_sheet.columns[section - 1].whole;
    if (role != Qt::DisplayRole)
        return {};
    if (isCell)
        return m_sheet.columns[section - 1].head;
    if (section == 0)
        return m_sheet.asksConsidered ? tr("Condition") : tr("Guideline");
    return section == consideredColumn() ? tr("Considered") : tr("Passages");
}

} // namespace caseward::ui
