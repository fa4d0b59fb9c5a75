// SPDX-License-Identifier: GPL-3.0-or-later
// A history that is looked at: the entries kept so far, and after them entries that are made but not kept yet. Copies nothing;
// must not outlive what it looks at. Any thread.
#pragma once

#include "core/model/entry.h"

#include <algorithm>
#include <span>
#include <vector>

namespace caseward::model {

class HistoryView {
public:
    HistoryView(const std::vector<Entry> &kept) : m_kept(kept) {} // implicit: a whole history is a view of itself
    HistoryView(const std::vector<Entry> &kept, std::span<const Entry> made) : m_kept(kept), m_made(made) {}

    [[nodiscard]] std::size_t size() const { return m_kept.size() + m_made.size(); }
    [[nodiscard]] const Entry &operator[](std::size_t seq) const // seq < size()
    {
        return seq < m_kept.size() ? m_kept[seq] : m_made[seq - m_kept.size()];
    }
    [[nodiscard]] HistoryView first(std::size_t size) const // size <= size()
    {
        HistoryView view = *this;
        view.m_made = size < m_kept.size() ? std::span<const Entry>() : m_made.first(size - m_kept.size());
        view.m_kept = m_kept.first(std::min(size, m_kept.size()));
        return view;
    }

private:
    std::span<const Entry> m_kept, m_made;
};

} // namespace caseward::model
