// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/dues.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace caseward::rules {

namespace {

using model::EligibilityStatus;

std::string spoken(const std::string &day, DayNumber today)
{
    using namespace std::chrono;
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto number = dayNumber(day);
    if (!number.ok())
        return day;
    const year_month_day date{sys_days(days(*number))}, now{sys_days(days(today))};
    const std::string text = std::to_string(static_cast<unsigned>(date.day())) + " " + months.at(static_cast<unsigned>(date.month()) - 1);
    return date.year() == now.year() ? text : text + " " + std::to_string(static_cast<int>(date.year()));
}

void addLine(std::vector<Due> &list, const model::EligibilityLine &line)
{
    const model::EligibilityRecorded &it = line.recorded;
    const std::string whose = it.access + ", " + it.authority + ": ";
    if (!it.until.empty())
        list.push_back({whose + (it.status == EligibilityStatus::Suspended ? "review of the suspension"
                                 : it.status == EligibilityStatus::Interim ? "the interim eligibility ends" : "the eligibility ends"),
                        it.until, {}, {}, false});
    for (std::size_t i = 0; i < it.conditions.size(); ++i)
        if (line.isOpen(static_cast<std::uint32_t>(i + 1)) && !it.conditions[i].due.empty())
            list.push_back({whose + it.conditions[i].text, it.conditions[i].due, {}, {}, false});
}

bool hasEnded(const model::Dossier &dossier)
{
    return dossier.proceedings.stage == model::Stage::Closed || model::isAdministrative(dossier.proceedings.stage)
        || dossier.status == model::CaseStatus::Countersigned;
}

} // namespace

std::vector<Due> duesOf(const model::Dossier &dossier)
{
    std::vector<Due> list;
    if (!dossier.facts.due.empty() && !hasEnded(dossier))
        list.push_back({"The case", dossier.facts.due, {}, {}, true});
    for (const model::ClockState &clock : dossier.proceedings.clocks)
        if (!clock.done)
            list.push_back({clock.started.title, clock.due, clock.stoppedOn, clock.stoppedBecause, clock.started.goal});
    for (const auto &[key, lines] : dossier.proceedings.eligibility)
        addLine(list, lines.back());
    std::stable_sort(list.begin(), list.end(), [](const Due &a, const Due &b) { return a.day < b.day; });
    return list;
}

std::string dueWords(const Due &due, DayNumber today)
{
    if (!due.stoppedOn.empty())
        return "stopped since " + spoken(due.stoppedOn, today) + " because " + due.because;
    const auto day = dayNumber(due.day);
    if (!day.ok() || *day > today)
        return "due " + spoken(due.day, today);
    if (*day == today)
        return "due today";
    const DayNumber late = today - *day;
    return "overdue by " + std::to_string(late) + (late == 1 ? " day" : " days");
}

} // namespace caseward::rules
