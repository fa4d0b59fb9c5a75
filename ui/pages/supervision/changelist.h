// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what changed: sign, area and one line each; a mark where the supervisor has put a note. Up and Down move,
// Enter asks for the record. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/supervision/changewords.h"

#include <QAbstractListModel>
#include <QListView>
#include <QSet>
#include <QStyledItemDelegate>

namespace caseward::ui {

class ChangeModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SignRole = Qt::UserRole + 1, AreaRole, NotedRole };
    using QAbstractListModel::QAbstractListModel;
    void setChanges(std::vector<model::Change> changes, const ChangeContext &context);
    void clear();
    void setNoted(const QSet<QString> &targets);   // the rows that carry a note
    [[nodiscard]] const model::Change *change(int row) const;
    [[nodiscard]] int rowOf(const QString &target) const; // -1
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<model::Change> m_changes;
    std::vector<QString> m_lines;
    QSet<QString> m_noted;
};

class ChangeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ChangeDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme *m_theme;
};

[[nodiscard]] QListView *makeChangeList(Theme *theme, ChangeModel *model, QWidget *parent);

} // namespace caseward::ui
