// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of a CaseHitModel: a heading with its count; a hit as its place over two lines of context, the words that
// were looked for on the yellow they have on the page. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/casehitmodel.h"

#include <QStyledItemDelegate>

namespace caseward::ui {

class CaseHitDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    CaseHitDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QRect &area, const CaseHitRow &row) const;
    void paintHit(QPainter *painter, const QStyleOptionViewItem &option, const CaseHitRow &row) const;
    void paintContext(QPainter *painter, const QRect &area, const CaseHitRow &row) const;
    Theme *m_theme;
};

} // namespace caseward::ui
