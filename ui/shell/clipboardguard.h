// SPDX-License-Identifier: GPL-3.0-or-later
// What was copied while the window was in use does not stay on the clipboard: it goes after a set time and with the lock,
// but only as long as the clipboard still holds it. Watches the clipboard and the selection of X11. Owned by the main
// window; GUI thread.
#pragma once

#include <QByteArray>
#include <QClipboard>
#include <QObject>
#include <QTimer>

#include <array>

namespace caseward::ui {

class ClipboardGuard final : public QObject {
    Q_OBJECT
public:
    static constexpr int defaultSeconds = 60;
    explicit ClipboardGuard(int seconds = defaultSeconds, QObject *parent = nullptr);
    void start();                        // from signing in: what is copied from now on is ours
    void stop();                         // with the lock: what is ours is cleared at once
    [[nodiscard]] int seconds() const { return m_timer.interval() / 1000; }

signals:
    void cleared();                      // the set time has passed and something of ours was there

private:
    void changed(QClipboard::Mode mode);
    bool clearOurs();                    // true when there was something
    [[nodiscard]] static QByteArray digestOf(QClipboard::Mode mode); // of what it holds; empty when it holds nothing
    QTimer m_timer;
    std::array<QByteArray, 2> m_ours;    // digests: Clipboard and Selection; empty: nothing of ours
    bool m_watching = false;
};

} // namespace caseward::ui
