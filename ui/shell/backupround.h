// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the backup that is due, at sign-in and every ten minutes after while nothing else is asked of the worker, and
// gives way when somebody wants to open a case: the next round makes it. Owned by the main window; GUI thread.
#pragma once

#include "ui/work/worker.h"

#include <QObject>
#include <QTimer>

namespace caseward::ui {

class BackupRound final : public QObject {
    Q_OBJECT
public:
    explicit BackupRound(Worker *worker, QObject *parent = nullptr);
    void start();
    void stop();
    void giveWay();                      // somebody waits: stops a backup that is being made; nothing half made stays

public slots:
    void attempt();                      // the timer calls it

signals:
    void failed(const QString &detail);

private:
    void make();
    Worker *m_worker;
    QTimer m_timer;
    RequestId m_request = 0;             // 0: none is being made
};

} // namespace caseward::ui
