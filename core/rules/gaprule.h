// SPDX-License-Identifier: GPL-3.0-or-later
// The gap rule: which days of a required stretch of life no record covers. A hole counts only when it is longer than
// `toleratedDays` days; the tail, up to and with the last day of the window, counts from one day on. Records that overlap, touch or lie
// within one another cover together: a side job within a long employment neither makes a hole nor ends the cover early. Pure; any thread.
#pragma once

#include "core/rules/when.h"

#include <vector>

namespace caseward::rules {

inline constexpr DayNumber toleratedDays = 30;

// Both ends are covered. One that ends before it begins covers nothing.
//
// A date without its day or month is some day of that month or year; whoever calls this gives the widest reading, from the first day
// that the beginning may mean to the last that the end may mean. So only holes that are there on every reading are found, and how
// long they are is the least they can be: a gap is something to ask a person about, and is not said on a guess.
struct Cover {
    DayNumber from = 0, to = 0;
};

// Both days belong to it; empty when it ends before it begins.
struct Window {
    DayNumber from = 0, to = 0;
};

struct Hole {
    DayNumber from = 0, to = 0;        // first and last day that nothing covers
    bool tail = false;                 // lasts to the end of the window
    std::optional<std::size_t> before; // of the covers given: the one that ended last before the hole, even before the window
    std::optional<std::size_t> after;  // the one that begins first after it, even after the window
    [[nodiscard]] DayNumber days() const { return to - from + 1; }
    bool operator==(const Hole &) const = default;
};

// In order of time.
[[nodiscard]] std::vector<Hole> findHoles(const std::vector<Cover> &covers, const Window &window);

} // namespace caseward::rules
