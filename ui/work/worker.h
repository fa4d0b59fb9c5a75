// SPDX-License-Identifier: GPL-3.0-or-later
// The one worker thread that owns the session. A request runs there; its result comes back on the GUI thread through a
// queued call that is dropped when the context object has died. Requests run one after the other, in order. The GUI
// thread never waits, except in the destructor.
#pragma once

#include "core/base/progress.h"
#include "core/session/session.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace caseward::ui {

using RequestId = quint64;

class Worker final : public QObject {
    Q_OBJECT
public:
    explicit Worker(session::Environment environment, QObject *parent = nullptr);
    ~Worker() override; // cancels what runs, joins the thread

    using ProgressWords = std::function<void(quint64 done, quint64 total)>; // on the GUI thread, at most 20 a second

    // `job` on the worker's thread, `done` on the GUI thread if `context` still lives.
    template <typename T>
    RequestId run(QObject *context, std::function<Result<T>(session::Session &, Progress &)> job,
                  std::function<void(Result<T>)> done, ProgressWords progress = {})
    {
        QPointer<QObject> guard(context);
        return enqueue(
            [this, guard, job = std::move(job), done = std::move(done)](session::Session *session, Progress &sink) {
                auto result = std::make_shared<Result<T>>(session ? job(*session, sink) : Result<T>(cancelled()));
                deliver([guard, done, result] {
                    if (guard)
                        done(std::move(*result));
                });
            },
            guard, std::move(progress));
    }
    void cancel(RequestId id);                 // a waiting request is dropped with Cancelled, a running one is asked to stop
    [[nodiscard]] bool isBusy() const;         // anything running or waiting

signals:
    void busyChanged(bool busy);

private:
    using Job = std::function<void(session::Session *, Progress &)>; // null session: cancelled before it began
    RequestId enqueue(Job job, QPointer<QObject> context, ProgressWords progress);
    void deliver(std::function<void()> call);  // to the GUI thread
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace caseward::ui
