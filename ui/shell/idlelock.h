// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the minutes without a key or the mouse and says when the window must lock. Watches the whole application; no
// input is swallowed. Owned by the main window; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

namespace caseward::ui {

class IdleLock final : public QObject {
    Q_OBJECT
public:
    explicit IdleLock(int minutes, QObject *parent = nullptr);
    void setMinutes(int minutes);               // from 1 to 60; counts anew
    [[nodiscard]] int minutes() const { return m_minutes; }
    void start();
    void stop();
    [[nodiscard]] int minutesLeft() const;      // rounded up

    bool eventFilter(QObject *watched, QEvent *event) override;

public slots:
    void tick();                                // a second has passed; the timer calls it

signals:
    void minutesLeftChanged(int minutes);
    void expired();

private:
    int m_minutes;
    int m_secondsLeft = 0;
    int m_told = -1;
    QTimer m_timer;
};

} // namespace caseward::ui
