// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/when.h"

#include <charconv>
#include <chrono>

namespace caseward::rules {

namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view estimated = " (estimated)";
constexpr std::size_t yearLength = 4, monthLength = 7, dayLength = 10;

// The number in text[at, at + digits), or 0, which neither a year nor a month nor a day may be.
unsigned numberAt(std::string_view text, std::size_t at, std::size_t digits)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + digits, number);
    return error == std::errc() && end == text.data() + at + digits ? number : 0;
}

DayNumber numberOf(const year_month_day &date)
{
    return sys_days(date).time_since_epoch().count();
}

year_month_day dateOf(DayNumber number)
{
    return year_month_day(sys_days(std::chrono::days(number)));
}

std::optional<When> daysMeant(std::string_view text)
{
    const bool dashes = (text.size() <= yearLength || text[4] == '-') && (text.size() <= monthLength || text[7] == '-');
    if (!dashes || (text.size() != yearLength && text.size() != monthLength && text.size() != dayLength))
        return std::nullopt;
    const unsigned y = numberAt(text, 0, 4);
    if (y == 0)
        return std::nullopt;
    const year inYear(static_cast<int>(y));
    if (text.size() == yearLength)
        return When{numberOf(inYear / 1 / 1), numberOf(inYear / 12 / 31), true, false};
    const month inMonth(numberAt(text, 5, 2));
    if (!inMonth.ok())
        return std::nullopt;
    if (text.size() == monthLength)
        return When{numberOf(inYear / inMonth / 1), numberOf(inYear / inMonth / last), true, false};
    const year_month_day date = inYear / inMonth / day(numberAt(text, 8, 2));
    if (!date.ok())
        return std::nullopt;
    return When{numberOf(date), numberOf(date), false, false};
}

} // namespace

std::optional<When> whenOf(std::string_view written, DayNumber asOf)
{
    const bool guessed = written.ends_with(estimated);
    if (guessed)
        written.remove_suffix(estimated.size());
    if (written == "present")
        return When{asOf, asOf, guessed, true};
    auto meant = daysMeant(written);
    if (meant && guessed)
        meant->about = true;
    return meant;
}

std::string dayText(DayNumber number)
{
    const year_month_day date = dateOf(number);
    const auto padded = [](unsigned value, std::size_t digits) {
        std::string text = std::to_string(value);
        return text.size() < digits ? text.insert(0, digits - text.size(), '0') : text;
    };
    return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-"
        + padded(static_cast<unsigned>(date.day()), 2);
}

DayNumber yearsBefore(DayNumber number, int years)
{
    const year_month_day same = dateOf(number) - std::chrono::years(years);
    return numberOf(same.ok() ? same : same.year() / same.month() / last);
}

int wholeYears(DayNumber from, DayNumber to)
{
    const year_month_day a = dateOf(from), b = dateOf(to);
    const bool hadBirthday = std::pair(b.month(), b.day()) >= std::pair(a.month(), a.day());
    return static_cast<int>(b.year()) - static_cast<int>(a.year()) - (hadBirthday ? 0 : 1);
}

} // namespace caseward::rules
