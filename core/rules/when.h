// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people write them on forms: to the day, the month or the year, estimated, or "present". What such a date can mean is a
// stretch of days; nothing is filled in that nobody wrote. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace caseward::rules {

using DayNumber = std::int64_t;  // days since 1970-01-01

struct When {
    DayNumber first = 0, last = 0; // every day that the words may mean
    bool about = false;            // the month or the day is missing, or it was called an estimate
    bool present = false;          // "present": lasts at least until it was written
    bool operator==(const When &) const = default;
};

// "2015", "2015-03", "2015-03-01", each also with " (estimated)" behind it, and "present", which is `asOf`. Nothing for any other
// words, and for a day that no calendar has.
[[nodiscard]] std::optional<When> whenOf(std::string_view written, DayNumber asOf);

// YYYY-MM-DD, for days of the years 1 to 9999.
[[nodiscard]] std::string dayText(DayNumber day);

// The same day so many years earlier; 29 February becomes 28 February in a year that has none.
[[nodiscard]] DayNumber yearsBefore(DayNumber day, int years);

// Whole years from `from` to `to`, as birthdays count them.
[[nodiscard]] int wholeYears(DayNumber from, DayNumber to);

} // namespace caseward::rules
