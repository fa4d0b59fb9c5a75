// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace caseward {

namespace {

constexpr std::int64_t millisecondsPerDay = 86'400'000;
constexpr std::size_t instantLength = 24;
constexpr std::size_t dayLength = 10;

struct Day {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
};

bool isLeapYear(std::int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int64_t daysInMonth(std::int64_t year, std::int64_t month)
{
    constexpr std::array<std::int64_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// The proleptic Gregorian calendar by eras of 400 years, whose years begin in March (H. Hinnant's arithmetic).
std::int64_t daysFromCivil(const Day &date)
{
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468;
}

Day civilFromDays(std::int64_t days)
{
    const std::int64_t shifted = days + 719'468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const std::int64_t dayOfEra = shifted - era * 146'097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const std::int64_t month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    const std::int64_t year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1};
}

// The number in text[at, at + digits), or -1 when one of them is no decimal digit.
std::int64_t numberAt(std::string_view text, std::size_t at, std::size_t digits)
{
    std::int64_t value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool readDay(std::string_view text, Day &day)
{
    if (text.size() != dayLength || text[4] != '-' || text[7] != '-')
        return false;
    day = {numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2)};
    return day.year >= 0 && day.month >= 1 && day.month <= 12 && day.day >= 1
        && day.day <= daysInMonth(day.year, day.month);
}

std::int64_t wholeDays(Instant instant)
{
    const std::int64_t quotient = instant.milliseconds / millisecondsPerDay;
    return instant.milliseconds % millisecondsPerDay < 0 ? quotient - 1 : quotient;
}

} // namespace

std::string toText(Instant instant)
{
    const std::int64_t inDay = instant.milliseconds - wholeDays(instant) * millisecondsPerDay;
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(inDay / 3'600'000),
                  static_cast<int>(inDay / 60'000 % 60), static_cast<int>(inDay / 1000 % 60),
                  static_cast<int>(inDay % 1000));
    return dayOf(instant) + time.data();
}

Result<Instant> parseInstant(std::string_view text)
{
    const auto refuse = [&text] {
        return fail(FaultCode::Malformed, "not a time like 2026-11-22T09:15:02.114Z: " + std::string(text.substr(0, 40)));
    };
    if (text.size() != instantLength)
        return refuse();
    Day day;
    if (!readDay(text.substr(0, dayLength), day))
        return refuse();
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z')
        return refuse();
    const std::int64_t hour = numberAt(text, 11, 2);
    const std::int64_t minute = numberAt(text, 14, 2);
    const std::int64_t second = numberAt(text, 17, 2);
    const std::int64_t milli = numberAt(text, 20, 3);
    // Leap seconds (":60") have no place on a count of milliseconds and are refused.
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || milli < 0)
        return refuse();
    const std::int64_t inDay = ((hour * 60 + minute) * 60 + second) * 1000 + milli;
    return Instant{daysFromCivil(day) * millisecondsPerDay + inDay};
}

bool isDay(std::string_view text)
{
    Day day;
    return readDay(text, day);
}

Result<std::int64_t> dayNumber(std::string_view day)
{
    Day read;
    if (!readDay(day, read))
        return fail(FaultCode::Malformed, "not a day like 2026-11-22: " + std::string(day.substr(0, 40)));
    return daysFromCivil(read);
}

std::string dayOf(Instant instant)
{
    // Years outside 0000-9999 are written with more digits or a sign, which the parsers refuse.
    const Day day = civilFromDays(wholeDays(instant));
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04lld-%02d-%02d", static_cast<long long>(day.year),
                  static_cast<int>(day.month), static_cast<int>(day.day));
    return text.data();
}

Instant SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count()};
}

} // namespace caseward
