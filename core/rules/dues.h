// SPDX-License-Identifier: GPL-3.0-or-later
// What of a case has a day: clocks that go, an interim that ends, a suspension to review, conditions to be met, and the day the case
// itself is due. A plain list by day, in plain words; nothing is ranked, coloured or counted against anybody. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/rules/when.h"

namespace caseward::rules {

struct Due {
    std::string what;              // "Answer to the statement of reasons", "Secret, DCSA: interim ends"
    std::string day;               // YYYY-MM-DD
    std::string stoppedOn, because; // of a clock that stands still; empty otherwise
    bool goal = false;
    bool operator==(const Due &) const = default;
};
// By day, and where the day is the same in the order of the history. What is done is not in it.
[[nodiscard]] std::vector<Due> duesOf(const model::Dossier &dossier);

// "due 3 Dec", "due today", "overdue by 4 days", "stopped since 20 Nov because …"; a day of another year says its year.
[[nodiscard]] std::string dueWords(const Due &due, DayNumber today);

} // namespace caseward::rules
