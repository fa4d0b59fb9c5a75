// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of the matrix as a table: the words of each line, its cells, and where conditions are asked for, how many passages there are and
// what was found. Read-only. GUI thread.
#pragma once

#include "ui/pages/matrix/matrixsheet.h"

#include <QAbstractTableModel>

namespace caseward::ui {

enum MatrixRole { MatrixKindRole = 0x0100 + 940, MatrixCountRole, MatrixWeightRole, MatrixOpenRole }; // int of Kind; int, -1: no cell; int; bool

class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit MatrixModel(QObject *parent) : QAbstractTableModel(parent) {}
    void show(MatrixSheet sheet);
    [[nodiscard]] const MatrixSheet &sheet() const { return m_sheet; }
    [[nodiscard]] const MatrixLine *line(int row) const;
    [[nodiscard]] const std::vector<PassageId> *cell(const QModelIndex &index) const; // null where there is none
    [[nodiscard]] int consideredColumn() const { return m_sheet.asksConsidered ? columnCount() - 1 : -1; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString shown(const MatrixLine &line, int column) const;
    [[nodiscard]] QString spoken(const MatrixLine &line, int column) const; // for assistive technology
    MatrixSheet m_sheet;
};

} // namespace caseward::ui
