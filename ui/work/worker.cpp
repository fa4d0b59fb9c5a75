// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/worker.h"

#include <QMetaObject>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace caseward::ui {

namespace {

// Tells the GUI at most 20 times a second, and hears from it that the work should stop.
class Sink final : public Progress {
public:
    Sink(std::function<void(quint64, quint64)> tell, const std::atomic<bool> &stop) : m_tell(std::move(tell)), m_stop(stop) {}

    bool advance(std::uint64_t done, std::uint64_t total) override
    {
        if (m_stop.load())
            return false;
        const auto now = std::chrono::steady_clock::now();
        if (m_tell && (done >= total || now - m_last >= std::chrono::milliseconds(50))) {
            m_last = now;
            m_tell(done, total);
        }
        return true;
    }

private:
    std::function<void(quint64, quint64)> m_tell;
    const std::atomic<bool> &m_stop;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace

struct Worker::State {
    struct Item {
        RequestId id = 0;
        Job job;
        std::function<void(quint64, quint64)> tell;
        std::shared_ptr<std::atomic<bool>> stop = std::make_shared<std::atomic<bool>>(false);
    };

    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Item> waiting;
    RequestId running = 0;
    std::shared_ptr<std::atomic<bool>> runningStop;
    bool ending = false;
    std::thread thread;
    // GUI thread only.
    RequestId lastId = 0;
    int open = 0;

    bool next(Item &item)
    {
        std::unique_lock lock(mutex);
        running = 0;
        wake.wait(lock, [this] { return ending || !waiting.empty(); });
        if (waiting.empty())
            return false;
        item = std::move(waiting.front());
        waiting.pop_front();
        running = item.id;
        runningStop = item.stop;
        return true;
    }
};

Worker::Worker(session::Environment environment, QObject *parent) : QObject(parent), m_state(std::make_unique<State>())
{
    m_state->thread = std::thread([this, environment] {
        session::Session session(environment);
        State::Item item;
        while (m_state->next(item)) {
            Sink sink(item.tell, *item.stop);
            item.job(item.stop->load() ? nullptr : &session, sink);
            item = {}; // what the job holds is released before the next wait
            deliver([this] {
                if (--m_state->open == 0)
                    emit busyChanged(false);
            });
        }
    });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->ending = true;
        if (m_state->runningStop)
            m_state->runningStop->store(true);
        m_state->waiting.clear();
    }
    m_state->wake.notify_all();
    m_state->thread.join();
}

void Worker::cancel(RequestId id)
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->running == id && m_state->runningStop)
        m_state->runningStop->store(true);
    for (State::Item &item : m_state->waiting) {
        if (item.id == id)
            item.stop->store(true);
    }
}

bool Worker::isBusy() const { return m_state->open > 0; }

RequestId Worker::enqueue(Job job, QPointer<QObject> context, ProgressWords progress)
{
    State::Item item;
    item.id = ++m_state->lastId;
    item.job = std::move(job);
    if (progress) {
        item.tell = [this, context, progress](quint64 done, quint64 total) {
            deliver([context, progress, done, total] {
                if (context)
                    progress(done, total);
            });
        };
    }
    const RequestId id = item.id;
    const bool first = m_state->open++ == 0;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->waiting.push_back(std::move(item));
    }
    m_state->wake.notify_one();
    if (first)
        emit busyChanged(true);
    return id;
}

void Worker::deliver(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

} // namespace caseward::ui
