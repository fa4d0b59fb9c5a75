// SPDX-License-Identifier: GPL-3.0-or-later
// Things in order of creation of which some are gone. An id is never used twice, not even after its thing is gone.
// Private to core/model. One thread.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

namespace caseward::model {

template <typename IdType, typename T>
class Register {
public:
    // False when the id was used before.
    bool add(const IdType &id, T thing)
    {
        if (!m_places.emplace(id, m_things.size()).second)
            return false;
        m_things.emplace_back(std::move(thing));
        return true;
    }
    // For a thing whose creation was withdrawn: the id is taken, the thing is not there.
    bool addGone(const IdType &id)
    {
        if (!m_places.emplace(id, m_things.size()).second)
            return false;
        m_things.emplace_back();
        return true;
    }
    [[nodiscard]] bool knows(const IdType &id) const { return m_places.count(id) != 0; }
    // nullptr when gone or never there.
    T *live(const IdType &id)
    {
        const auto place = m_places.find(id);
        if (place == m_places.end() || !m_things[place->second])
            return nullptr;
        return &*m_things[place->second];
    }
    void remove(const IdType &id)
    {
        const auto place = m_places.find(id);
        if (place != m_places.end())
            m_things[place->second].reset();
    }
    // The live things, in order.
    [[nodiscard]] std::vector<T> copy() const
    {
        std::vector<T> live;
        live.reserve(m_things.size());
        for (const std::optional<T> &thing : m_things)
            if (thing)
                live.push_back(*thing);
        return live;
    }
    // The same; the register is empty afterwards.
    std::vector<T> take()
    {
        std::vector<T> live;
        for (std::optional<T> &thing : m_things)
            if (thing)
                live.push_back(std::move(*thing));
        m_things.clear();
        m_places.clear();
        return live;
    }

private:
    std::unordered_map<IdType, std::size_t> m_places;
    std::vector<std::optional<T>> m_things;
};

} // namespace caseward::model
