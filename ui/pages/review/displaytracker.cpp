// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/displaytracker.h"

namespace caseward::ui {

void DisplayTracker::update(const std::vector<Shown> &shown)
{
    const std::int64_t now = m_clock.now().milliseconds;
    std::map<Key, std::int64_t> still;
    for (const Shown &item : shown) {
        if (item.page.visible < 0.5 && !item.page.fillsView)
            continue;
        const Key key{item.document, item.page.page};
        const auto before = m_since.find(key);
        const std::int64_t since = before == m_since.end() ? now : before->second;
        still[key] = since;
        if (now - since >= neededMilliseconds && !m_taken.contains(key))
            m_counted.insert(key);
    }
    m_since = std::move(still);
}

std::map<DocumentId, std::vector<std::uint32_t>> DisplayTracker::take()
{
    std::map<DocumentId, std::vector<std::uint32_t>> batches;
    for (const Key &key : m_counted)
        batches[key.first].push_back(key.second);
    m_taken.insert(m_counted.begin(), m_counted.end());
    m_counted.clear();
    return batches;
}

void DisplayTracker::forget()
{
    m_since.clear();
    m_counted.clear();
    m_taken.clear();
}

} // namespace caseward::ui
