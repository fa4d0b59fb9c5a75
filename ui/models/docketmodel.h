// SPDX-License-Identifier: GPL-3.0-or-later
// The docket as a table, and the part of it one tab and one search show. GUI thread.
#pragma once

#include "core/session/docket.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QSortFilterProxyModel>

namespace caseward::ui {

using session::DocketPart;
using session::partOf;
constexpr int docketParts = static_cast<int>(session::docketParts);

class DocketModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Case, Type, State, Due, Read, Open, Holder, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ToneRole }; // ToneRole: int of ui::Tone, for words with a colour

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<session::DocketRow> rows, const QDate &today);
    [[nodiscard]] const session::DocketRow &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const QDate &today() const { return m_today; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString words(const session::DocketRow &row, int column) const;
    std::vector<session::DocketRow> m_rows;
    QDate m_today;
};

class DocketFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit DocketFilter(DocketModel *docket, QObject *parent = nullptr);
    void setPart(DocketPart part);
    void setWords(const QString &words);        // all must be in reference, subject, type or holder; any part then
    [[nodiscard]] static std::vector<session::DocketWord> docketWords(const QString &words); // the same, for the session to look for

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    DocketModel *m_docket;
    DocketPart m_part = DocketPart::Mine;
    QStringList m_words;
};

} // namespace caseward::ui
