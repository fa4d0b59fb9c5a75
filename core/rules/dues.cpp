// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/dues.h"

#include "core/base/clock.h"

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

// The day on which something first spoke against the person since a line was recorded: something alleged, established, or found against them.
std::string derogatorySince(const model::Dossier &dossier, const model::Trace &line)
{
    std::string first;
    const auto take = [&](const model::Trace &trace) {
        const std::string day = dayOf(trace.at);
        if (trace.seq > line.seq && (first.empty() || day < first))
            first = day;
    };
    for (const model::AllegationState &state : dossier.allegations)
        if (state.isAlleged())
            take(state.made);
    for (const auto &[condition, state] : dossier.conditions)
        if (state.finding == model::ConditionFinding::Established)
            take(state.set);
    for (const auto &[guideline, state] : dossier.guidelines)
        if (state.finding == model::GuidelineFinding::AgainstSubject)
            take(state.set);
    return first;
}

void addLine(std::vector<Due> &list, const model::Dossier &dossier, const model::EligibilityLine &line)
{
    const model::EligibilityRecorded &it = line.recorded;
    const std::string whose = it.access + ", " + it.authority + ": ";
    if (!it.until.empty())
        list.push_back({whose + (it.status == EligibilityStatus::Suspended ? "review of the suspension"
                                 : it.status == EligibilityStatus::Interim ? "the interim eligibility ends" : "the eligibility ends"),
                        it.until, {}, {}, false});
    // An interim rests on limited checks: whether it is withdrawn is decided by a person, and not later than it is known.
    if (const std::string since = it.status == EligibilityStatus::Interim ? derogatorySince(dossier, line.set) : std::string(); !since.empty())
        list.push_back({whose + "derogatory information came; decide whether the interim eligibility is withdrawn", since, {}, {}, false});
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
    // A statement that was served and no clock that counts from it: a day nobody watches. It stands at the day it was served.
    const model::StageStep *served = dossier.proceedings.stage == model::Stage::Served ? dossier.proceedings.reached(model::Stage::Served) : nullptr;
    if (served && std::ranges::none_of(dossier.proceedings.clocks, [](const model::ClockState &clock) { return clock.started.counts == "service"; }))
        list.push_back({"The statement was served, and no clock of the reply has been started", served->on, {}, {}, false});
    for (const auto &[key, lines] : dossier.proceedings.eligibility)
        addLine(list, dossier, lines.back());
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
