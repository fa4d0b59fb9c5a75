// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/page.h"

#include <QHBoxLayout>

namespace caseward::ui {

QVBoxLayout *Page::makeColumn()
{
    setProperty("cls", "surface");
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

QHBoxLayout *Page::makeToolRow(QVBoxLayout *column)
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    column->addWidget(tools);
    return row;
}

} // namespace caseward::ui
