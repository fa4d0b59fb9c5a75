// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/backupround.h"

#include "core/session/backups.h"

namespace caseward::ui {

namespace {
constexpr int interval = 10 * 60 * 1000; // milliseconds
}

BackupRound::BackupRound(Worker *worker, QObject *parent) : QObject(parent), m_worker(worker)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &BackupRound::attempt);
}

void BackupRound::start()
{
    m_timer.start();
    make();
}

void BackupRound::stop()
{
    m_timer.stop();
    giveWay();
}

void BackupRound::attempt()
{
    if (!m_worker->isBusy())
        make();
}

void BackupRound::make()
{
    if (m_request != 0)
        return;
    m_request = m_worker->run<std::optional<session::BackupMade>>(
        this, [](session::Session &session, Progress &progress) { return session::Backups(session).createIfDue(progress); },
        [this](const Result<std::optional<session::BackupMade>> &made) {
            m_request = 0;
            if (!made.ok() && made.fault().code != FaultCode::Cancelled && made.fault().code != FaultCode::NotSignedIn)
                emit failed(QString::fromStdString(made.fault().detail));
        });
}

void BackupRound::giveWay()
{
    if (m_request != 0)
        m_worker->cancel(m_request);
}

} // namespace caseward::ui
