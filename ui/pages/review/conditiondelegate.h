// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the condition tree; the height of a row comes from its wrapped text. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/conditionmodel.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

class QTreeView;

namespace caseward::ui {

class ConditionDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ConditionDelegate(Theme *theme, QTreeView *view);
    void setDropTarget(const QModelIndex &index) { m_dropTarget = index; }   // a selection is dragged over it
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintGuideline(QPainter *painter, const QRect &area, const GuidelineRow &row, bool open) const;
    void paintCondition(QPainter *painter, const QRect &area, const ConditionRow &row) const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int textRight() const;
    Theme *m_theme;
    QTreeView *m_view;
    QPersistentModelIndex m_dropTarget;
};

// Three small squares, filled up to the weight (1…3).
[[nodiscard]] QSize weightSquaresSize();
void paintWeightSquares(QPainter &painter, const QRect &rect, const Theme &theme, int weight, bool disqualifying);

} // namespace caseward::ui
