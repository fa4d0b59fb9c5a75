// SPDX-License-Identifier: GPL-3.0-or-later
// Asks every two seconds whether the card of who is signed in is still in its reader, one question at a time, on the
// worker. Owned by the main window; GUI thread.
#pragma once

#include "ui/work/worker.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace caseward::ui {

class CardWatch final : public QObject {
    Q_OBJECT
public:
    using Probe = std::function<bool(session::Session &)>; // whether it is in; runs on the worker
    explicit CardWatch(Worker *worker, QObject *parent = nullptr);
    void start(Probe probe);
    void stop();

public slots:
    void ask();                          // the timer calls it

signals:
    void removed();

private:
    Worker *m_worker;
    Probe m_probe;                       // empty: not watching
    QTimer m_timer;
    bool m_asked = false;                // a question is on its way
};

} // namespace caseward::ui
