// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of screening as two tables: what is screened, and the hints of the row in hand. Words only; GUI thread.
#pragma once

#include "ui/pages/screening/screeningrows.h"

#include <QAbstractTableModel>

namespace caseward::ui {

class ScreeningModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Group, Title, State, Said, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<ScreeningRow> rows);
    [[nodiscard]] const std::vector<ScreeningRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const QString &key) const;         // -1
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ScreeningRow> m_rows;
};

class HintModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { What, Page, State, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<HintRow> rows);
    [[nodiscard]] const std::vector<HintRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HintRow> m_rows;
};

} // namespace caseward::ui
