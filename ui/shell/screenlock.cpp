// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenlock.h"

#include <QDBusConnection>
#include <QFileInfo>

namespace caseward::ui {

namespace {

const QString systemSocket = QStringLiteral("/run/dbus/system_bus_socket");

} // namespace

ScreenLock::ScreenLock(QObject *parent) : QObject(parent) {}

QStringList ScreenLock::listen()
{
    QStringList heard;
    // Without an address the library would start a bus of its own, and write where it stands into the home folder.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (bus.isConnected()) {
            heard << QStringLiteral("session");
            for (const char *name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
                bus.connect({}, {}, QLatin1String(name), QStringLiteral("ActiveChanged"), this, SLOT(activeChanged(bool)));
        }
    }
    if (QFileInfo::exists(systemSocket)) {
        QDBusConnection bus = QDBusConnection::systemBus();
        if (bus.isConnected()) {
            heard << QStringLiteral("system");
            const QString service = QStringLiteral("org.freedesktop.login1");
            // Any seat's lock will do: locking once too often costs a passphrase, once too seldom a case.
            bus.connect(service, {}, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"), this, SLOT(lockAsked()));
            bus.connect(service, {}, QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this, SLOT(sleepComes(bool)));
        }
    }
    return heard;
}

void ScreenLock::activeChanged(bool active)
{
    if (active)
        emit locked();
}

void ScreenLock::lockAsked() { emit locked(); }

void ScreenLock::sleepComes(bool begins)
{
    if (begins)
        emit locked();
}

} // namespace caseward::ui
