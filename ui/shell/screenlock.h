// SPDX-License-Identifier: GPL-3.0-or-later
// Hears from the desktop when the screen locks, the screen saver starts or the machine goes to sleep. Listens on the buses
// of D-Bus that are there (sockets of this machine) and starts none; without one it stays silent. Owned by the main window;
// GUI thread.
#pragma once

#include <QObject>
#include <QStringList>

namespace caseward::ui {

class ScreenLock final : public QObject {
    Q_OBJECT
public:
    explicit ScreenLock(QObject *parent = nullptr);
    // Connects to the session bus named by the environment and to the system bus, each once. Names of those that answered.
    QStringList listen();

signals:
    void locked();

private slots:
    void activeChanged(bool active);     // org.freedesktop.ScreenSaver, org.gnome.ScreenSaver
    void lockAsked();                    // logind: Lock
    void sleepComes(bool begins);        // logind: PrepareForSleep
};

} // namespace caseward::ui
