// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/holidays.h"

#include "core/base/clock.h"
#include "core/packs/datafolder.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace caseward::packs {

namespace {

using codec::Json;
using codec::ObjectReader;

constexpr std::size_t mostRules = 100, mostDays = 1'000, mostSources = 100;
constexpr std::int64_t firstYear = 1900, lastYear = 9'998;
constexpr std::array<std::string_view, 7> weekdays = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 3> shifts = {"before", "same", "after"};
constexpr std::array<std::uint32_t, 12> longest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// Its place in the list.
template <std::size_t Count>
std::size_t wordAt(ObjectReader &reader, std::string_view key, const std::array<std::string_view, Count> &known)
{
    const std::string word = reader.text(key);
    const auto found = std::ranges::find(known, std::string_view(word));
    if (!reader.failed() && found == known.end())
        reader.problem(key, "is not a word this version knows: \"" + word + "\"");
    return found == known.end() ? 0 : static_cast<std::size_t>(found - known.begin());
}

Status checkCount(const Json::Array &list, std::string_view name, std::size_t most)
{
    if (list.size() > most)
        return fail(FaultCode::TooLarge, "\"" + std::string(name) + "\" has more than " + std::to_string(most) + " entries");
    return {};
}

Result<HolidayRule> readRule(const Json &untrusted, const std::string &where)
{
    ObjectReader reader(untrusted, where);
    HolidayRule rule;
    rule.title = words(reader, "title");
    rule.month = static_cast<std::uint32_t>(reader.integer("month", 1, 12));
    rule.day = static_cast<std::uint32_t>(reader.integer("day", 0, 31));
    const std::string weekday = reader.text("weekday");
    rule.nth = static_cast<std::int32_t>(reader.integer("nth", -1, 4));
    rule.since = static_cast<std::int32_t>(reader.integer("since", firstYear, lastYear));
    if (!reader.failed() && rule.day > longest[rule.month - 1])
        reader.problem("day", "is not in that month");
    if (!reader.failed() && (rule.day == 0) != (!weekday.empty() && rule.nth != 0))
        reader.problem("day", "and a weekday with its number exclude each other, and one of them is to be said");
    if (!reader.failed() && rule.day != 0 && (!weekday.empty() || rule.nth != 0))
        reader.problem("weekday", "is said beside a day");
    const auto found = std::ranges::find(weekdays, std::string_view(weekday));
    if (!reader.failed() && !weekday.empty() && found == weekdays.end())
        reader.problem("weekday", "is no weekday: \"" + weekday + "\"");
    rule.weekday = found == weekdays.end() ? 0 : static_cast<std::uint32_t>(found - weekdays.begin());
    TRY(reader.finish());
    return rule;
}

Status readLists(const Json::Array &untrustedSources, const Json::Array &untrustedRules, const Json::Array &untrustedDays, Holidays &holidays)
{
    TRY(checkCount(untrustedSources, "sources", mostSources));
    TRY(checkCount(untrustedRules, "rules", mostRules));
    TRY(checkCount(untrustedDays, "days", mostDays));
    for (std::size_t i = 0; i < untrustedSources.size(); ++i) {
        ObjectReader reader(untrustedSources[i], place("sources", i));
        std::string text = words(reader, "text");
        holidays.sources.emplace_back(std::move(text), reader.text("verified"));
        TRY(reader.finish());
    }
    for (std::size_t i = 0; i < untrustedRules.size(); ++i)
        holidays.rules.push_back(TRY(readRule(untrustedRules[i], place("rules", i))));
    for (std::size_t i = 0; i < untrustedDays.size(); ++i) {
        ObjectReader reader(untrustedDays[i], place("days", i));
        std::string title = words(reader, "title");
        const std::string on = reader.text("on");
        if (!reader.failed() && !isDay(on))
            reader.problem("on", "is not a day written YYYY-MM-DD");
        TRY(reader.finish());
        holidays.days.emplace_back(TRY(dayNumber(on)), std::move(title));
    }
    if (holidays.rules.empty() && holidays.days.empty())
        return malformed("holidays file", "rules", "names no holiday");
    return {};
}

Status readHolidays(const Json &untrustedRoot, Holidays &holidays)
{
    ObjectReader root(untrustedRoot, "holidays file");
    if (root.text("schema") != "caseward-holidays/1")
        root.problem("schema", "is not caseward-holidays/1");
    holidays.id = words(root, "id");
    holidays.version = words(root, "version");
    holidays.jurisdiction = words(root, "jurisdiction");
    holidays.notice = root.text("notice");
    holidays.saturday = static_cast<std::int32_t>(wordAt(root, "saturday", shifts)) - 1;
    holidays.sunday = static_cast<std::int32_t>(wordAt(root, "sunday", shifts)) - 1;
    const Json::Array &sources = root.array("sources"), &rules = root.array("rules"), &days = root.array("days");
    TRY(root.finish());
    TRY(checkName("holidays file", holidays.id, holidays.version));
    return readLists(sources, rules, days, holidays);
}

// The day itself in that year; nothing on 29 February of a year that has none, and before the first year.
std::optional<std::chrono::sys_days> dayIn(const HolidayRule &rule, std::chrono::year year)
{
    using namespace std::chrono;
    if (static_cast<int>(year) < rule.since)
        return std::nullopt;
    const std::chrono::month month{rule.month};
    if (rule.day != 0) {
        const year_month_day day{year, month, std::chrono::day{rule.day}};
        return day.ok() ? std::optional(sys_days(day)) : std::nullopt;
    }
    const std::chrono::weekday weekday{rule.weekday};
    if (rule.nth < 0)
        return sys_days(year_month_weekday_last{year, month, weekday_last{weekday}});
    return sys_days(year_month_weekday{year, month, weekday[static_cast<unsigned>(rule.nth)]});
}

} // namespace

std::optional<std::string> Holidays::titleOn(std::int64_t day) const
{
    using namespace std::chrono;
    const sys_days wanted{std::chrono::days(day)};
    for (const auto &[one, title] : days)
        if (one == day)
            return title;
    const year_month_day date{wanted};
    // The first of January can be observed in the year before, the last of December in the one after.
    for (const HolidayRule &rule : rules)
        for (const int by : {-1, 0, 1}) {
            const auto itself = dayIn(rule, date.year() + years(by));
            if (!itself)
                continue;
            const std::chrono::weekday weekday{*itself};
            const int shift = weekday == Saturday ? saturday : weekday == Sunday ? sunday : 0;
            if (*itself == wanted)
                return rule.title;
            if (shift != 0 && *itself + std::chrono::days(shift) == wanted)
                return rule.title + " (observed)";
        }
    return std::nullopt;
}

Result<HolidaysPtr> Holidays::load(BytesView untrustedJson)
{
    const Json root = TRY(codec::parseJson(untrustedJson, limits::packBytes));
    TRY(checkLimits(root));
    auto holidays = std::make_shared<Holidays>();
    TRY(readHolidays(root, *holidays));
    return HolidaysPtr(std::move(holidays));
}

Result<HolidayList> loadHolidays(const Path &folder)
{
    HolidayList newest;
    if (!hasDataFolder(folder))
        return newest;
    const HolidayList all = TRY(loadFolder(folder, Holidays::load));
    for (const HolidaysPtr &loaded : all) {
        const auto same = std::ranges::find(newest, loaded->id, [](const HolidaysPtr &it) { return it->id; });
        if (same == newest.end())
            newest.push_back(loaded);
        else if (isNewer(loaded->version, (*same)->version))
            *same = loaded;
    }
    return newest;
}

HolidayList holidaysOf(const HolidayList &all, std::string_view jurisdiction)
{
    HolidayList here;
    std::ranges::copy_if(all, std::back_inserter(here), [jurisdiction](const HolidaysPtr &it) { return it->jurisdiction == jurisdiction; });
    return here;
}

} // namespace caseward::packs
