// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the rows of the record list; heights come from the fonts. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/recordmodel.h"

#include <QStyledItemDelegate>

namespace caseward::ui {

class RecordDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    RecordDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const RecordRow &row) const;
    void paintDocument(QPainter *painter, const QRect &area, const RecordRow &row, bool current) const;
    void paintContradiction(QPainter *painter, const QRect &area, const RecordRow &row) const;
    Theme *m_theme;
};

} // namespace caseward::ui
