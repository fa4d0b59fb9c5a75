// SPDX-License-Identifier: GPL-3.0-or-later
// The days on which offices are closed, as data (schema caseward-holidays/1, core/design/formats/holidays.md): rules by month and day or by
// weekday, what happens to one that falls on a weekend, and single days. Loaded whole, checked whole, immutable afterwards. Plain values;
// share as HolidaysPtr; any thread.
#pragma once

#include "core/base/files.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caseward::packs {

// "25 December", or "the fourth Thursday of November"; -1: the last one.
struct HolidayRule {
    std::string title;
    std::uint32_t month = 1, day = 0;    // day 0: by weekday
    std::uint32_t weekday = 0;           // 0 Sunday … 6 Saturday
    std::int32_t nth = 0;
    std::int32_t since = 0;              // the first year
};

class Holidays {
public:
    // Malformed with the place and field; TooLarge.
    static Result<std::shared_ptr<const Holidays>> load(BytesView untrustedJson);

    std::string id, version, jurisdiction, notice;
    std::int32_t saturday = 0, sunday = 0;   // where one that falls on it is observed: -1 the day before, 1 the day after, 0 nowhere else
    std::vector<std::pair<std::string, std::string>> sources; // text, what was verified there
    std::vector<HolidayRule> rules;
    std::vector<std::pair<std::int64_t, std::string>> days;   // single days: day, title

    // `day`: days since 1970-01-01. "Independence Day", "Independence Day (observed)"; nothing on a day that is none.
    [[nodiscard]] std::optional<std::string> titleOn(std::int64_t day) const;
};

using HolidaysPtr = std::shared_ptr<const Holidays>;
using HolidayList = std::vector<HolidaysPtr>;

// Every *.json of a folder, of each id the newest, all or nothing; none where there is no such folder.
[[nodiscard]] Result<HolidayList> loadHolidays(const Path &folder);
// Those that count where a pack of this jurisdiction counts: together, so that an office adds its own days in a file of its own.
[[nodiscard]] HolidayList holidaysOf(const HolidayList &all, std::string_view jurisdiction);

} // namespace caseward::packs
