// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages count as displayed: at least half of the page, or a page that fills the view, for 800 ms on end in the
// active window. Time on screen, not scroll position. GUI thread; the clock comes from outside so that tests need not wait.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "ui/pages/review/pageview.h"

#include <map>
#include <set>
#include <vector>

namespace caseward::ui {

class DisplayTracker final {
public:
    static constexpr std::int64_t neededMilliseconds = 800;
    explicit DisplayTracker(const Clock &clock) : m_clock(clock) {}

    // Everything that is on the screen now, of every pane; an inactive window shows nothing. Call at every change and
    // at least a few times a second while something is shown.
    struct Shown { DocumentId document; ShownPage page; };
    void update(const std::vector<Shown> &shown);
    // Pages counted since the last call, by document; each page only once.
    [[nodiscard]] std::map<DocumentId, std::vector<std::uint32_t>> take();
    [[nodiscard]] bool hasNew() const { return !m_counted.empty(); }
    void forget();                       // another case

private:
    using Key = std::pair<DocumentId, std::uint32_t>;
    const Clock &m_clock;
    std::map<Key, std::int64_t> m_since; // on the screen since
    std::set<Key> m_counted;             // not yet taken
    std::set<Key> m_taken;
};

} // namespace caseward::ui
