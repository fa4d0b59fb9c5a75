// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/clocks.h"

#include "core/base/blanktext.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace caseward::rules {

namespace {

using model::Stage;

constexpr std::string_view business = "business";

bool isWeekend(DayNumber day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days(std::chrono::days(day))};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Fault malformed(const char *what, const std::string &why) { return fail(FaultCode::Malformed, why, {{"what", what}}); }

Status needReason(const std::string &reason)
{
    return isBlank(reason) ? Status(malformed("the reason", "a reason is needed: it is what an inspector reads")) : Status();
}

std::optional<DayNumber> dayOfStep(const model::Dossier &dossier, Stage stage)
{
    const model::StageStep *step = dossier.proceedings.reached(stage);
    const auto day = step != nullptr ? dayNumber(step->on) : dayNumber("");
    return day.ok() ? std::optional(*day) : std::nullopt;
}

DayNumber dayOfInstant(Instant at)
{
    const auto day = dayNumber(dayOf(at));
    return day.ok() ? *day : 0;
}

const char *missingWords(std::string_view counts)
{
    if (counts == "service")
        return "it counts from the day of service, and no service is recorded";
    if (counts == "answer")
        return "it counts from the day of the answer, and no answer is recorded";
    if (counts == "decision")
        return "it counts from the decision, and none is signed";
    if (counts == "assigned")
        return "it counts from the assignment, and none is recorded";
    return "say from which day it counts";
}

struct KnownLimit {
    const packs::TimeLimit *limit = nullptr;
    std::string jurisdiction;
};

KnownLimit limitOf(const std::vector<packs::PackPtr> &packs, const std::string &id)
{
    for (const packs::PackPtr &pack : packs)
        for (const packs::TimeLimit &limit : pack->clocks)
            if (limit.id == id)
                return {&limit, pack->jurisdiction};
    return {};
}

std::optional<std::string> holidayOn(DayNumber day, const packs::HolidayList &holidays)
{
    for (const packs::HolidaysPtr &one : holidays)
        if (auto title = one->titleOn(day))
            return title;
    return std::nullopt;
}

constexpr std::string_view holidayMark = " (holiday: ";

Result<DayNumber> dayItCountsFrom(const model::Dossier &dossier, const ClockWish &wish, const std::string &counts, DayNumber today)
{
    const std::optional<DayNumber> known = beginningOf(dossier, counts);
    if (!known && counts != "request")
        return fail(FaultCode::NotAllowed, "The clock \"" + wish.clock + "\" cannot start: " + missingWords(counts));
    if (known && !wish.from.empty() && wish.from != dayText(*known))
        return malformed("the day it counts from", "the history says from when it counts: " + dayText(*known));
    if (known)
        return *known;
    if (wish.from.empty())
        return malformed("the day it counts from", missingWords(counts));
    const DayNumber from = TRY(dayNumber(wish.from));
    if (from > today)
        return malformed("the day it counts from", "the day " + wish.from + " has not come yet");
    return from;
}

Result<const model::ClockState *> going(const model::Dossier &dossier, const std::string &name)
{
    const model::ClockState *clock = dossier.proceedings.clock(name);
    if (clock == nullptr || clock->done)
        return fail(FaultCode::NotFound, "the case has no clock \"" + name + "\" that is going", {{"what", "clock " + name}});
    return clock;
}

Status dayHasCome(const std::string &day, DayNumber today)
{
    if (TRY(dayNumber(day)) > today)
        return malformed("the day", "the day " + day + " has not come yet");
    return {};
}

} // namespace

CountedDays daysAfter(DayNumber from, std::uint32_t days, std::string_view unit, const packs::HolidayList &holidays)
{
    if (unit != business)
        return {from + days, {}};
    CountedDays counted{from, {}};
    for (std::uint32_t left = days; left > 0;) {
        if (isWeekend(++counted.last))
            continue;
        if (const auto title = holidayOn(counted.last, holidays))
            counted.holidays.push_back(*title + ", " + dayText(counted.last));
        else
            --left;
    }
    return counted;
}

std::string reasonWith(const std::string &reason, const std::vector<std::string> &holidays)
{
    if (holidays.empty())
        return reason;
    std::string words = reason + std::string(holidayMark);
    for (const std::string &one : holidays)
        words += (&one == &holidays.front() ? "" : "; ") + one;
    return words + ")";
}

std::string holidayWords(std::string_view reason)
{
    const std::size_t at = reason.rfind(holidayMark);
    return at == std::string_view::npos || reason.back() != ')' ? std::string() : std::string(reason.substr(at + 2, reason.size() - at - 3));
}

std::optional<DayNumber> beginningOf(const model::Dossier &dossier, std::string_view counts)
{
    if (counts == "service")
        return dayOfStep(dossier, Stage::Served);
    if (counts == "answer")
        return dayOfStep(dossier, Stage::ResponseReceived);
    if (counts == "assigned")
        return dayOfStep(dossier, Stage::Assigned);
    if (counts == "opened")
        return dayOfInstant(dossier.opened.at);
    if (counts == "decision" && !dossier.decisions.empty()) {
        const model::SignedDecision &decision = dossier.decisions.back();
        return dayOfInstant(decision.countersigned ? decision.countersigned->at : decision.when.at);
    }
    return std::nullopt;
}

Result<model::ClockStarted> startOf(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const ClockWish &wish, DayNumber today,
                                    const packs::HolidayList &holidays)
{
    const model::ClockState *known = dossier.proceedings.clock(wish.clock);
    if (known != nullptr && !known->done)
        return fail(FaultCode::AlreadyExists, "the clock \"" + wish.clock + "\" has been started and is due " + known->due + "; extend it, or stop it first",
                    {{"what", "clock " + wish.clock}});
    TRY(needReason(wish.reason));
    const auto [limit, jurisdiction] = limitOf(packs, wish.clock);
    model::ClockStarted start;
    start.clock = wish.clock;
    start.reason = wish.reason;
    if (limit != nullptr) {
        if (!wish.due.empty() || !wish.counts.empty() || !wish.title.empty())
            return malformed("the clock", "the pack says how long \"" + wish.clock + "\" is and from when it counts; extend it when there is a reason");
        start.title = limit->title;
        start.counts = limit->from;
        start.days = limit->days;
        start.unit = limit->unit;
        start.goal = limit->goal;
        start.citation = limit->citation;
    } else {
        if (wish.due.empty())
            return malformed("the last day", "no pack of the case has a clock \"" + wish.clock + "\": name its last day, and say in the reason where it comes from");
        start.title = wish.title.empty() ? wish.clock : wish.title;
        start.counts = wish.counts.empty() ? "request" : wish.counts;
        constexpr std::array words = {"service", "answer", "decision", "request", "opened", "assigned"};
        if (std::find(words.begin(), words.end(), start.counts) == words.end())
            return malformed("the clock", "\"" + start.counts + "\" is none of service, answer, decision, request, opened and assigned");
    }
    const DayNumber from = TRY(dayItCountsFrom(dossier, wish, start.counts, today));
    start.from = dayText(from);
    start.due = wish.due;
    if (limit != nullptr) {
        const CountedDays counted = daysAfter(from, limit->days, limit->unit, packs::holidaysOf(holidays, jurisdiction));
        start.due = dayText(counted.last);
        start.reason = reasonWith(wish.reason, counted.holidays);
    }
    TRY(model::checkEvent(start));
    return start;
}

Status mayExtend(const model::Dossier &dossier, const model::ClockExtended &event)
{
    const model::ClockState *clock = TRY(going(dossier, event.clock));
    TRY(needReason(event.reason));
    TRY(model::checkEvent(event));
    if (event.due <= clock->due)
        return malformed("the last day", "the clock is due " + clock->due + ": an extension names a later day");
    return {};
}

Status mayStop(const model::Dossier &dossier, const model::ClockStopped &event, DayNumber today)
{
    const model::ClockState *clock = TRY(going(dossier, event.clock));
    TRY(needReason(event.reason));
    TRY(model::checkEvent(event));
    TRY(dayHasCome(event.on, today));
    if (!clock->runs() && !event.done)
        return fail(FaultCode::AlreadyExists, "the clock stands still since " + clock->stoppedOn, {{"what", "clock " + event.clock}});
    if (event.on < clock->started.from)
        return malformed("the day", "the clock counts from " + clock->started.from + " and cannot have stopped before");
    return {};
}

Result<model::ClockResumed> resumptionOf(const model::Dossier &dossier, const std::string &name, const std::string &on, const std::string &reason, DayNumber today,
                                          const std::vector<packs::PackPtr> &packs, const packs::HolidayList &holidays)
{
    const model::ClockState *clock = TRY(going(dossier, name));
    if (clock->runs())
        return fail(FaultCode::AlreadyExists, "the clock \"" + name + "\" is running", {{"what", "clock " + name}});
    TRY(needReason(reason));
    TRY(dayHasCome(on, today));
    const DayNumber stopped = TRY(dayNumber(clock->stoppedOn));
    const DayNumber goesOn = TRY(dayNumber(on));
    if (goesOn < stopped)
        return malformed("the day", "the clock stopped on " + clock->stoppedOn + " and cannot have gone on before");
    const packs::HolidayList closed = packs::holidaysOf(holidays, limitOf(packs, name).jurisdiction);
    std::uint32_t still = 0;
    for (DayNumber day = stopped + 1; day <= goesOn; ++day)
        still += clock->started.unit == business && (isWeekend(day) || holidayOn(day, closed)) ? 0 : 1;
    const CountedDays counted = daysAfter(TRY(dayNumber(clock->due)), still, clock->started.unit, closed);
    const model::ClockResumed event{name, on, dayText(counted.last), reasonWith(reason, counted.holidays)};
    TRY(model::checkEvent(event));
    return event;
}

} // namespace caseward::rules
