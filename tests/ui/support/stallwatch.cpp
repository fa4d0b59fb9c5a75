// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/stallwatch.h"

#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>
#include <ctime>
#include <vector>

namespace caseward::uitest {

namespace {

constexpr double stall = 100; // ms

double milliseconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QString nameOf(QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return name ? QString::fromLatin1(name) : QString::number(type);
}

} // namespace

struct StallWatch::Figures {
    struct Long { QString event, receiver; double busy, worked; };
    std::vector<double> busy;             // ms of every event, by the clock on the wall
    std::vector<Long> longOnes;           // over the limit; `worked` is this thread's own processor time
};

StallWatch::StallWatch(int &count, char **words) : QApplication(count, words), m_figures(std::make_unique<Figures>()) {}

StallWatch::~StallWatch() = default;

bool StallWatch::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QEvent::Type type = event->type();
    const QString who = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
    const double worked = milliseconds(CLOCK_THREAD_CPUTIME_ID), begun = milliseconds(CLOCK_MONOTONIC);
    ++m_depth;
    const bool taken = QApplication::notify(receiver, event);
    --m_depth;
    const double busy = milliseconds(CLOCK_MONOTONIC) - begun;
    m_figures->busy.push_back(busy);
    if (busy > stall)
        m_figures->longOnes.push_back({nameOf(type), who, busy, milliseconds(CLOCK_THREAD_CPUTIME_ID) - worked});
    return taken;
}

StallWatch::Summary StallWatch::summary() const
{
    std::vector<double> busy = m_figures->busy;
    if (busy.empty())
        return {};
    std::ranges::sort(busy);
    return {busy.size(), m_figures->longOnes.size(), busy[(busy.size() - 1) * 99 / 100], busy.back()};
}

void StallWatch::restart() { *m_figures = {}; }

void StallWatch::report(const char *test) const
{
    const Summary all = summary();
    if (all.events == 0)
        return;
    qInfo("GUI thread: %zu events, p99 %.2f ms, worst %.1f ms, %zu over %.0f ms", all.events, all.p99, all.worst, all.stalls, stall);
    QJsonArray longOnes;
    for (const Figures::Long &one : m_figures->longOnes) {
        qInfo("  %s to %s: %.1f ms, %.1f of them at work", qPrintable(one.event), qPrintable(one.receiver), one.busy, one.worked);
        longOnes.append(QJsonObject{{QStringLiteral("event"), one.event}, {QStringLiteral("receiver"), one.receiver},
                                    {QStringLiteral("busy"), one.busy}, {QStringLiteral("worked"), one.worked}});
    }
    QFile file(qEnvironmentVariable("CASEWARD_STALLS"));
    if (file.fileName().isEmpty() || !file.open(QIODevice::Append))
        return;
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("test"), QString::fromLatin1(test)}, {QStringLiteral("events"), static_cast<double>(all.events)},
                                         {QStringLiteral("p99"), all.p99}, {QStringLiteral("worst"), all.worst}, {QStringLiteral("long"), longOnes}})
                   .toJson(QJsonDocument::Compact) + '\n');
}

} // namespace caseward::uitest
