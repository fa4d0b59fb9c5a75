// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlelock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace caseward::ui {

namespace {
constexpr int most = 60; // minutes
}

IdleLock::IdleLock(int minutes, QObject *parent) : QObject(parent), m_minutes(minutes)
{
    m_timer.setInterval(1000);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::tick);
}

void IdleLock::setMinutes(int minutes)
{
    m_minutes = std::clamp(minutes, 1, most);
    if (m_timer.isActive())
        start();
}

void IdleLock::start()
{
    m_secondsLeft = m_minutes * 60;
    m_told = -1;
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
    emit minutesLeftChanged(m_told = m_minutes);
}

void IdleLock::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

int IdleLock::minutesLeft() const { return (m_secondsLeft + 59) / 60; }

bool IdleLock::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        m_secondsLeft = m_minutes * 60;
        break;
    default:
        break;
    }
    return false;
}

void IdleLock::tick()
{
    m_secondsLeft -= 1;
    if (m_secondsLeft <= 0) {
        stop();
        emit expired();
    } else if (minutesLeft() != m_told) {
        emit minutesLeftChanged(m_told = minutesLeft());
    }
}

} // namespace caseward::ui
