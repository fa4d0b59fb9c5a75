// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the benches of the window, and waiting for what the window does. GUI thread.
#pragma once

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

namespace caseward::bench {

// CLOCK_MONOTONIC, nanoseconds.
inline std::int64_t now()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * std::int64_t(1'000'000'000) + time.tv_nsec;
}

inline double since(std::int64_t begun) { return static_cast<double>(now() - begun) / 1e6; }

// Events until it is so. A bench that waits for what never comes says what that is.
inline void until(const char *what, const std::function<bool()> &isSo)
{
    const std::int64_t begun = now();
    QTimer wake; // else a wait without events would never look again
    wake.start(250);
    while (!isSo()) {
        if (since(begun) > 120'000) {
            std::fprintf(stderr, "caseward-window-bench: waited in vain: %s\n", what);
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace caseward::bench
