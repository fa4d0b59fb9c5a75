// SPDX-License-Identifier: GPL-3.0-or-later
// A short queue between two threads, one that gives and one that takes. Whoever is too fast waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace caseward {

template <typename T>
class Channel {
public:
    explicit Channel(std::size_t room) : m_room(room) {}

    // False when the other side has closed: nothing is taken any more.
    bool give(T thing)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || m_things.size() < m_room; });
        if (m_closed)
            return false;
        m_things.push_back(std::move(thing));
        m_changed.notify_all();
        return true;
    }
    // Nothing when it was closed and all that was given before has been taken.
    std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_things.empty(); });
        return front();
    }
    // What is there already, without waiting.
    std::optional<T> takeIfThere()
    {
        const std::lock_guard lock(m_mutex);
        return front();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    // Under the lock.
    std::optional<T> front()
    {
        if (m_things.empty())
            return std::nullopt;
        std::optional<T> thing(std::move(m_things.front()));
        m_things.pop_front();
        m_changed.notify_all();
        return thing;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_things;
    const std::size_t m_room;
    bool m_closed = false;
};

} // namespace caseward
