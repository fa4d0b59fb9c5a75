// SPDX-License-Identifier: GPL-3.0-or-later
// A one-pixel separator in the rule colour, horizontal or vertical. GUI thread.
#pragma once

#include <QFrame>

namespace caseward::ui {

inline QFrame *makeRule(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("cls", orientation == Qt::Horizontal ? "hrule" : "vrule");
    return line;
}

} // namespace caseward::ui
