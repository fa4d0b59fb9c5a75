// SPDX-License-Identifier: GPL-3.0-or-later
// --screens OUT: walks through the window like a person would, with the first case opened, in both themes and two sizes,
// and saves one picture a place. Used by packaging/demo. Ends the application: 0, or 1 when a step never came true. GUI thread.
#pragma once

#include "app/desktop/workstation.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>

namespace caseward::ui {

class ScreenWalk final : public QObject {
    Q_OBJECT
public:
    ScreenWalk(Workstation *workstation, const QString &folder, QObject *parent = nullptr);
    void start();

private:
    struct Step {
        QString what;
        std::function<void()> act;
        std::function<bool()> done = {};        // empty: at once
        int settle = 250;                       // milliseconds of quiet after it, for pictures still being drawn
    };
    void plan();
    void planRest();
    void planPictures(const QSize &size, Theme::Scheme scheme);
    void planDesk();                             // of the review desk
    void planSteps();                            // of the decision
    void planDetour(const char *there, const QString &name, const char *back); // null: stays there
    void planForm(const char *act, const char *cancel, const char *name); // where the act is allowed
    void next();
    void poll();
    void save(const QString &name, QWidget *window = nullptr); // null: the main window
    void click(const char *objectName);
    [[nodiscard]] bool hasCase() const;          // the queue shows one that can be opened
    [[nodiscard]] bool isQuiet() const;

    Workstation *m_station;
    QString m_folder, m_suffix;
    std::deque<Step> m_steps;
    Step m_now;
    int m_waited = 0, m_quiet = 0;
};

} // namespace caseward::ui
