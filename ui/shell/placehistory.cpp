// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placehistory.h"

namespace caseward::ui {

namespace {

constexpr std::size_t most = 200;

} // namespace

void PlaceHistory::visit(const Visit &visit)
{
    if (!m_visits.empty() && m_visits[m_at] == visit)
        return;
    if (!m_visits.empty())
        m_visits.resize(m_at + 1);
    m_visits.push_back(visit);
    if (m_visits.size() > most)
        m_visits.erase(m_visits.begin());
    m_at = m_visits.size() - 1;
}

std::optional<Visit> PlaceHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_visits[--m_at];
}

std::optional<Visit> PlaceHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_visits[++m_at];
}

} // namespace caseward::ui
