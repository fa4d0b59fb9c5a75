// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/clearbutton.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace caseward::ui {

void addClearButton(QLineEdit *line)
{
    line->setClearButtonEnabled(true);
    for (auto *button : line->findChildren<QToolButton *>()) {
        button->setObjectName(line->objectName() + QStringLiteral(".clear"));
        button->setAccessibleName(QCoreApplication::translate("caseward::ui", "Clear what is typed"));
    }
}

} // namespace caseward::ui
