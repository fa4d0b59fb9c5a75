// SPDX-License-Identifier: GPL-3.0-or-later
// What must stand before a step, asked of a dossier.
#include "core/base/blanktext.h"
#include "core/rules/authors.h"
#include "core/rules/stages.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::Stage;

Fault notAllowed(std::string words) { return fail(FaultCode::NotAllowed, std::move(words)); }

bool holds(const StageRow &row, const std::vector<std::string> &roles)
{
    return std::any_of(row.roles.begin(), row.roles.end(), [&roles](const char *role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); });
}

std::string quoted(Stage stage) { return "\"" + std::string(model::stageTitle(stage)) + "\""; }

Status roleMay(const StageRow &row, const std::vector<std::string> &roles)
{
    if (holds(row, roles))
        return {};
    return notAllowed(row.roles.size() == 1 ? std::string("Only ") + (row.roles[0][0] == 'a' ? "an " : "a ") + row.roles[0] + " may take a case to " + quoted(row.to)
                                            : "Your role does not take a case to " + quoted(row.to));
}

// The clock that the person has to answer within: counted from the newest service, still going.
const model::ClockState *answerClock(const model::Dossier &dossier)
{
    const auto &clocks = dossier.proceedings.clocks;
    const auto found = std::find_if(clocks.rbegin(), clocks.rend(), [](const model::ClockState &it) { return it.started.counts == "service" && !it.done; });
    return found == clocks.rend() ? nullptr : &*found;
}

Status windowOver(const model::Dossier &dossier, DayNumber today)
{
    const model::ClockState *clock = answerClock(dossier);
    if (clock == nullptr)
        return notAllowed("No time to answer runs: start its clock first");
    if (!clock->runs())
        return notAllowed("The time to answer stands still since " + clock->stoppedOn + ": it cannot run out before it goes on");
    if (TRY(dayNumber(clock->due)) >= today)
        return notAllowed("The person may answer until " + clock->due);
    return {};
}

std::uint32_t openConditions(const model::Dossier &dossier)
{
    std::uint32_t open = 0;
    for (const auto &[key, lines] : dossier.proceedings.eligibility)
        for (std::uint32_t number = 1; number <= lines.back().recorded.conditions.size(); ++number)
            open += lines.back().isOpen(number) ? 1 : 0;
    return open;
}

bool alleges(const model::Dossier &dossier)
{
    return std::any_of(dossier.allegations.begin(), dossier.allegations.end(), [](const model::AllegationState &it) { return it.isAlleged(); });
}

// What no words in the step itself could supply.
Status standsBefore(const model::Dossier &dossier, const PersonId &person, const StageRow &row, DayNumber today)
{
    switch (row.before) {
    case Before::Allegation: return alleges(dossier) ? Status() : Status(notAllowed("Nothing is alleged yet: make the sub-paragraphs of the statement first"));
    case Before::SecondPerson: return mayReview(dossier, person);
    case Before::WindowOver: return windowOver(dossier, today);
    case Before::OpenConditions:
        return openConditions(dossier) > 0 ? Status() : Status(notAllowed("No eligibility has a condition that is still to be met"));
    case Before::ConditionsDone: {
        const std::uint32_t open = openConditions(dossier);
        return open == 0 ? Status()
                         : Status(notAllowed(std::to_string(open) + (open == 1 ? " condition is" : " conditions are") + " neither met nor excused"));
    }
    case Before::WayBack:
        return row.to == dossier.proceedings.before
            ? Status() : Status(notAllowed("The case was suspended at " + quoted(dossier.proceedings.before) + " and goes back there"));
    case Before::Nothing:
    case Before::Reason:
    case Before::DayAndProof: return {};
    }
    return {};
}

// What the step itself has to say.
Status saysEnough(const model::StageMoved &move, Before before)
{
    const bool needsReason = before == Before::Reason || before == Before::WayBack || before == Before::SecondPerson;
    if (needsReason && isBlank(move.reason))
        return fail(FaultCode::Malformed, "a reason is needed: it is what an inspector reads", {{"what", "the reason"}});
    if (before != Before::DayAndProof)
        return {};
    if (move.on.empty())
        return fail(FaultCode::Malformed, "the day it happened is needed", {{"what", "the day"}});
    if (isBlank(move.reason))
        return fail(FaultCode::Malformed, "the proof is needed: how it is known that it happened", {{"what", "the proof"}});
    return {};
}

Status dayFits(const model::Dossier &dossier, const model::StageMoved &move, DayNumber today)
{
    if (move.on.empty())
        return {};
    if (TRY(dayNumber(move.on)) > today)
        return fail(FaultCode::Malformed, "the day " + move.on + " has not come yet", {{"what", "the day"}});
    const model::StageStep *issued = move.to == Stage::Served ? dossier.proceedings.reached(Stage::SorIssued) : nullptr;
    if (issued != nullptr && move.on < issued->on)
        return fail(FaultCode::Malformed, "the statement was issued on " + issued->on + " and cannot have been served before", {{"what", "the day"}});
    return {};
}

std::string wayOn(Stage from)
{
    std::string names;
    for (const StageRow &row : stageTable())
        if (row.from == from && row.act == Act::Proceed)
            names += (names.empty() ? "" : ", ") + std::string(model::stageName(row.to));
    return names;
}

} // namespace

Status mayMove(const model::Dossier &dossier, const Actor &actor, const model::StageMoved &move, DayNumber today)
{
    TRY(mayAct(dossier, actor, Act::Proceed));
    const Stage at = dossier.proceedings.stage;
    if (move.from != at)
        return notAllowed("The case stands at " + quoted(at) + ", not at " + quoted(move.from));
    const StageRow *row = stageRow(at, move.to, Act::Proceed);
    if (row == nullptr)
        return notAllowed("From " + quoted(at) + " a case does not go to " + quoted(move.to) + ". It can go to: " + wayOn(at));
    TRY(roleMay(*row, actor.roles));
    TRY(standsBefore(dossier, actor.person, *row, today));
    TRY(saysEnough(move, row->before));
    TRY(dayFits(dossier, move, today));
    return model::checkEvent(move);
}

std::vector<NextStage> nextStages(const model::Dossier &dossier, const Actor &actor, DayNumber today)
{
    std::vector<NextStage> list;
    for (const StageRow &row : stageTable()) {
        const bool otherWayBack = row.from == Stage::Suspended && row.before == Before::WayBack && row.to != dossier.proceedings.before;
        if (row.from != dossier.proceedings.stage || row.act != Act::Proceed || otherWayBack)
            continue;
        Status may = mayAct(dossier, actor, Act::Proceed);
        if (may.ok())
            may = roleMay(row, actor.roles);
        if (may.ok())
            may = standsBefore(dossier, actor.person, row, today);
        list.push_back({row.to, row.act, row.before, may.ok() ? std::string() : may.fault().detail});
    }
    return list;
}

Status checkStages(const model::Dossier &dossier)
{
    for (const model::StageStep &step : dossier.proceedings.steps) {
        if (!step.recorded)
            continue;
        const auto broken = [&step](const std::string &why) {
            return fail(FaultCode::HistoryBroken, "entry " + std::to_string(step.when.seq) + " (stage.moved): " + why, {{"entry", std::to_string(step.when.seq)}});
        };
        if (step.said != step.from)
            return broken("the case stood at " + quoted(step.from) + ", not at " + quoted(step.said));
        const StageRow *row = stageRow(step.from, step.to, Act::Proceed);
        if (row == nullptr)
            return broken("from " + quoted(step.from) + " a case does not go to " + quoted(step.to));
        const auto person = dossier.people.find(step.when.actor);
        if (person == dossier.people.end() || !holds(*row, person->second.roles))
            return broken("whoever made it may not take a case to " + quoted(step.to));
    }
    return {};
}

} // namespace caseward::rules
