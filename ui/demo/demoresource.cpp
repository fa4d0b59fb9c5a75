// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/demoresource.h"

#include <QFile>
#include <QJsonDocument>

static void linkInDemonstration()
{
    Q_INIT_RESOURCE(demonstration); // a static library's resources are dropped by the linker without this
}

namespace caseward::ui {

Result<QByteArray> demoResource(const QString &name)
{
    linkInDemonstration();
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FaultCode::NotFound, "no demonstration source " + name.toStdString());
    return file.readAll();
}

Result<QJsonObject> demoJson(const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(TRY(demoResource(name)), &error);
    if (!document.isObject())
        return fail(FaultCode::Malformed, name.toStdString() + ": " + error.errorString().toStdString());
    return document.object();
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

} // namespace caseward::ui
