// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/traces.h"

#include <QCoreApplication>
#include <QSettings>

namespace caseward::ui {

void keepNothingElsewhere()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat})
        QSettings::setPath(format, QSettings::UserScope, QStringLiteral("/dev/null/caseward"));
}

} // namespace caseward::ui
