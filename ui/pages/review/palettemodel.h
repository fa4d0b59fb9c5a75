// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the tie palette: conditions ranked for a query, and how they are painted. GUI thread; keeps the pack alive.
#pragma once

#include "core/packs/pack.h"
#include "ui/base/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <map>
#include <vector>

namespace caseward::ui {

// What the case says about its conditions: for ranking and for "used 3×".
struct ConditionUse {
    std::vector<std::string> recent;              // newest first, each once
    std::map<std::string, std::uint32_t> counts;  // ties
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setPack(packs::PackPtr pack, ConditionUse use);
    void setQuery(const QString &query);
    [[nodiscard]] const packs::Condition *condition(int row) const;   // null outside
    [[nodiscard]] std::uint32_t used(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    packs::PackPtr m_pack;
    ConditionUse m_use;
    QString m_query;
    std::vector<const packs::Condition *> m_rows;
};

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    PaletteDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void setDigits(bool shown) { m_digits = shown; }   // digits pick a row only while the query is empty
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme *m_theme;
    bool m_digits = true;
};

} // namespace caseward::ui
