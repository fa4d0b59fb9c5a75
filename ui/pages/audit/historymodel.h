// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a case as a read-only table, newest first. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"

#include <QAbstractTableModel>

namespace caseward::ui {

class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Time, Who, What, Object, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setEntries(const std::vector<model::Entry> &entries, const session::DossierPtr &dossier);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row { qulonglong number; QString time, who, what, object; };
    std::vector<Row> m_rows;
};

} // namespace caseward::ui
