// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cardwatch.h"

namespace caseward::ui {

namespace {
constexpr int interval = 2000; // milliseconds
}

CardWatch::CardWatch(Worker *worker, QObject *parent) : QObject(parent), m_worker(worker)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &CardWatch::ask);
}

void CardWatch::start(Probe probe)
{
    m_probe = std::move(probe);
    m_timer.start();
}

void CardWatch::stop()
{
    m_timer.stop();
    m_probe = {};
}

void CardWatch::ask()
{
    if (!m_probe || m_asked)
        return;
    m_asked = true;
    m_worker->run<bool>(
        this, [probe = m_probe](session::Session &session, Progress &) -> Result<bool> { return probe(session); },
        [this](const Result<bool> &in) {
            m_asked = false;
            if (m_probe && in.ok() && !*in)
                emit removed();
        });
}

} // namespace caseward::ui
