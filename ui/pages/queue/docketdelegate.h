// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the queue: two lines for the case, a pill for the state, a bar for the pages read. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QStyledItemDelegate>

namespace caseward::ui {

class DocketFilter;
class DocketModel;

class DocketDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    DocketDelegate(Theme *theme, const DocketModel *docket, const DocketFilter *filter, QObject *parent);
    [[nodiscard]] int rowHeight() const;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCase(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintState(QPainter &painter, const QRect &cell, const QModelIndex &index, bool selected) const;
    void paintRead(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    Theme *m_theme;
    const DocketModel *m_docket;
    const DocketFilter *m_filter;
};

} // namespace caseward::ui
