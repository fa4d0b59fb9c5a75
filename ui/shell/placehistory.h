// SPDX-License-Identifier: GPL-3.0-or-later
// Back and Forward over (place, location), as in a browser. Plain value; GUI thread.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace caseward::ui {

struct Visit {
    QString place, where;
    bool operator==(const Visit &) const = default;
};

class PlaceHistory {
public:
    void visit(const Visit &visit);              // what was forward is forgotten; the same place twice counts once
    void clear() { *this = {}; }
    std::optional<Visit> back();
    std::optional<Visit> forward();
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_visits.size(); }

private:
    std::vector<Visit> m_visits;
    std::size_t m_at = 0;
};

} // namespace caseward::ui
