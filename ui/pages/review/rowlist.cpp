// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/rowlist.h"

#include <QListView>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace caseward::ui {

void setUpRowList(QListView *view)
{
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setResizeMode(QListView::Adjust);
}

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens, RowGround ground)
{
    const QRectF area = QRectF(option.rect).adjusted(rowSide, 1, -rowSide, -1);
    const bool chosen = option.state & QStyle::State_Selected, warns = ground == RowGround::Warning;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (chosen || warns || (option.state & QStyle::State_MouseOver)) {
        painter->setBrush(warns ? tokens.warnBg : chosen ? tokens.accentBg : tokens.raised);
        painter->drawRoundedRect(area, 6, 6);
    }
    if (chosen && ground == RowGround::Barred) {
        painter->setBrush(tokens.accent);
        painter->drawRoundedRect(QRectF(area.left(), area.top() + 8, 3, area.height() - 16), 1.5, 1.5);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active)) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

} // namespace caseward::ui
