// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration case's sources (resources/demo), linked into the program. Private to ui/demo; any thread.
#pragma once

#include "core/base/bytes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace caseward::ui {

[[nodiscard]] Result<QByteArray> demoResource(const QString &name);        // NotFound
[[nodiscard]] Result<QJsonObject> demoJson(const QString &name);           // NotFound, Malformed
[[nodiscard]] std::string textOf(const QJsonObject &object, const char *key);

} // namespace caseward::ui
