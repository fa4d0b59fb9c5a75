// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the column at the left, the record and what a search found: one way to scroll, one ground under a row. GUI thread.
#pragma once

#include "ui/base/theme.h"

class QListView;
class QPainter;
class QStyleOptionViewItem;

namespace caseward::ui {

inline constexpr int rowSide = 6;                // pixels kept free at both sides of a row's ground

void setUpRowList(QListView *view);

enum class RowGround { Plain, Barred, Warning }; // Barred: a chosen row has a bar before it; Warning: always tinted
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, const Tokens &tokens, RowGround ground);

} // namespace caseward::ui
