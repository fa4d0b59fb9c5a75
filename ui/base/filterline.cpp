// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/filterline.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace caseward::ui {

namespace {

// The buttons that came with the last step.
void nameButtons(QLineEdit *line, const QString &part, const QString &words)
{
    for (auto *button : line->findChildren<QToolButton *>()) {
        if (!button->objectName().startsWith(line->objectName())) {
            button->setObjectName(line->objectName() + part);
            button->setAccessibleName(words);
        }
    }
}

} // namespace

void makeFilterLine(QLineEdit *line, Theme *theme, const QString &icon)
{
    if (!icon.isEmpty()) {
        QAction *sign = line->addAction(theme->icon(icon), QLineEdit::LeadingPosition);
        QObject::connect(theme, &Theme::changed, sign, [sign, theme, icon] { sign->setIcon(theme->icon(icon)); });
        nameButtons(line, QStringLiteral(".icon"), line->accessibleName());
    }
    line->setClearButtonEnabled(true);
    nameButtons(line, QStringLiteral(".clear"), QCoreApplication::translate("caseward::ui", "Clear what is typed"));
}

} // namespace caseward::ui
