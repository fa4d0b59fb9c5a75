// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stages.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::Stage;
using Roles = std::vector<const char *>;

const Roles either = {"adjudicator", "supervisor"};
const Roles adjudicator = {"adjudicator"};
const Roles supervisor = {"supervisor"};

// Where a case is being worked on: it can end administratively or be suspended from each.
constexpr Stage openStages[] = {Stage::Received, Stage::Screening, Stage::DeficientReturned, Stage::Ready, Stage::Assigned, Stage::InReview,
                                Stage::InfoRequested, Stage::SorDraft, Stage::SorReview, Stage::SorIssued, Stage::Served, Stage::ResponseWindow,
                                Stage::ResponseReceived, Stage::NoResponse, Stage::Hearing, Stage::FinalReview, Stage::AppealNotice,
                                Stage::AppealOpen, Stage::Remanded, Stage::Reopened};
// Where a decision holds: a person can be suspended or leave then too.
constexpr Stage standingStages[] = {Stage::SignedFavourable, Stage::SignedInterim, Stage::Notified, Stage::Monitoring, Stage::Closed};
constexpr Stage administrativeStages[] = {Stage::LossOfJurisdiction, Stage::NoDetermination, Stage::Discontinued, Stage::Cancelled};
constexpr Stage endings[] = {Stage::SignedFavourable, Stage::SignedInterim, Stage::Denied, Stage::Revoked, Stage::LossOfJurisdiction,
                             Stage::NoDetermination, Stage::Discontinued, Stage::Cancelled, Stage::ClosedAdministratively};

std::vector<StageRow> recorded()
{
    return {
        {Stage::Received, Stage::Screening, Act::Proceed, either},
        {Stage::Received, Stage::InReview, Act::Proceed, either},
        {Stage::Screening, Stage::DeficientReturned, Act::Proceed, either, Before::Reason},
        {Stage::Screening, Stage::Rejected, Act::Proceed, either, Before::Reason},
        {Stage::Screening, Stage::Ready, Act::Proceed, either},
        {Stage::DeficientReturned, Stage::Screening, Act::Proceed, either},
        {Stage::Ready, Stage::Assigned, Act::Proceed, either},
        {Stage::Assigned, Stage::InReview, Act::Proceed, either},
        {Stage::InReview, Stage::InfoRequested, Act::Proceed, either, Before::Reason},
        {Stage::InfoRequested, Stage::InReview, Act::Proceed, either, Before::Reason},
        {Stage::InReview, Stage::SorDraft, Act::Proceed, adjudicator},
        {Stage::SorDraft, Stage::InReview, Act::Proceed, adjudicator, Before::Reason},
        {Stage::SorDraft, Stage::SorReview, Act::Proceed, adjudicator, Before::Allegation},
        {Stage::SorReview, Stage::SorDraft, Act::Proceed, either, Before::Reason},
        {Stage::SorReview, Stage::SorIssued, Act::Proceed, supervisor, Before::SecondPerson},
        {Stage::SorIssued, Stage::Served, Act::Proceed, either, Before::DayAndProof},
        {Stage::Served, Stage::ResponseReceived, Act::Proceed, either, Before::DayAndProof},
        {Stage::ResponseWindow, Stage::ResponseReceived, Act::Proceed, either, Before::DayAndProof},
        {Stage::ResponseWindow, Stage::NoResponse, Act::Proceed, either, Before::WindowOver},
        {Stage::NoResponse, Stage::ResponseReceived, Act::Proceed, either, Before::DayAndProof},
        {Stage::ResponseReceived, Stage::SorDraft, Act::Proceed, adjudicator, Before::Reason},
        {Stage::ResponseReceived, Stage::Hearing, Act::Proceed, either, Before::DayAndProof},
        {Stage::ResponseReceived, Stage::FinalReview, Act::Proceed, either},
        {Stage::NoResponse, Stage::FinalReview, Act::Proceed, either},
        {Stage::Hearing, Stage::FinalReview, Act::Proceed, either},
        {Stage::FinalReview, Stage::SorDraft, Act::Proceed, adjudicator, Before::Reason},
        {Stage::SignedFavourable, Stage::Notified, Act::Proceed, either},
        {Stage::SignedFavourable, Stage::Monitoring, Act::Proceed, either, Before::OpenConditions},
        {Stage::SignedInterim, Stage::Notified, Act::Proceed, either},
        {Stage::Notified, Stage::Monitoring, Act::Proceed, either, Before::OpenConditions},
        {Stage::Notified, Stage::Closed, Act::Proceed, either, Before::ConditionsDone},
        {Stage::Monitoring, Stage::Closed, Act::Proceed, either, Before::ConditionsDone},
        {Stage::Denied, Stage::AppealNotice, Act::Proceed, either, Before::DayAndProof},
        {Stage::Revoked, Stage::AppealNotice, Act::Proceed, either, Before::DayAndProof},
        {Stage::Denied, Stage::Closed, Act::Proceed, either, Before::Reason},
        {Stage::Revoked, Stage::Closed, Act::Proceed, either, Before::Reason},
        {Stage::AppealNotice, Stage::AppealOpen, Act::Proceed, either},
        {Stage::AppealOpen, Stage::Upheld, Act::Proceed, supervisor, Before::SecondPerson},
        {Stage::AppealOpen, Stage::Overturned, Act::Proceed, supervisor, Before::SecondPerson},
        {Stage::AppealOpen, Stage::Remanded, Act::Proceed, supervisor, Before::SecondPerson},
        {Stage::Upheld, Stage::Closed, Act::Proceed, either},
        {Stage::Remanded, Stage::InReview, Act::Proceed, either},
        {Stage::Reopened, Stage::InReview, Act::Proceed, either},
    };
}

void addFromAnywhere(std::vector<StageRow> &table)
{
    const auto addEnds = [&table](Stage from) {
        for (const Stage to : administrativeStages)
            table.push_back({from, to, Act::Proceed, either, Before::Reason});
    };
    const auto addSuspension = [&table](Stage from) {
        table.push_back({from, Stage::Suspended, Act::Proceed, either, Before::Reason});
        table.push_back({Stage::Suspended, from, Act::Proceed, either, Before::WayBack});
    };
    for (const Stage from : openStages) {
        addEnds(from);
        addSuspension(from);
    }
    addEnds(Stage::Suspended);
    for (const Stage from : standingStages) {
        table.push_back({from, Stage::LossOfJurisdiction, Act::Proceed, either, Before::Reason});
        addSuspension(from);
    }
    for (const Stage from : {Stage::Closed, Stage::SignedFavourable, Stage::SignedInterim, Stage::Notified, Stage::Monitoring, Stage::Denied,
                             Stage::Revoked, Stage::Upheld, Stage::Overturned, Stage::Rejected, Stage::LossOfJurisdiction, Stage::NoDetermination,
                             Stage::Discontinued, Stage::Cancelled, Stage::ClosedAdministratively})
        table.push_back({from, Stage::Reopened, Act::Proceed, either, Before::Reason});
}

void addFollowing(std::vector<StageRow> &table)
{
    for (const Stage from : {Stage::Received, Stage::Assigned, Stage::Reopened, Stage::Remanded})
        table.push_back({from, Stage::InReview, Act::Weigh, adjudicator});
    table.push_back({Stage::Served, Stage::ResponseWindow, Act::StartClock, either});
    for (const Stage from : {Stage::InReview, Stage::FinalReview}) {
        table.push_back({from, Stage::Recommended, Act::Sign, adjudicator});
        table.push_back({Stage::Recommended, from, Act::Return, supervisor});
        for (const Stage to : endings) {
            if (to != Stage::Denied && to != Stage::Revoked) // never by one person alone
                table.push_back({from, to, Act::Sign, adjudicator});
            table.push_back({to, from, Act::Return, supervisor});
        }
    }
    for (const Stage to : endings)
        table.push_back({Stage::Recommended, to, Act::Countersign, supervisor});
}

} // namespace

const std::vector<StageRow> &stageTable()
{
    static const std::vector<StageRow> table = [] {
        std::vector<StageRow> rows = recorded();
        addFromAnywhere(rows);
        addFollowing(rows);
        return rows;
    }();
    return table;
}

const StageRow *stageRow(Stage from, Stage to, Act act)
{
    const auto &table = stageTable();
    const auto found = std::find_if(table.begin(), table.end(), [=](const StageRow &row) { return row.from == from && row.to == to && row.act == act; });
    return found == table.end() ? nullptr : &*found;
}

bool leadsOn(Stage stage, Act act)
{
    const auto &table = stageTable();
    return std::any_of(table.begin(), table.end(), [=](const StageRow &row) { return row.from == stage && row.act == act; });
}

std::string_view beforeWords(Before before)
{
    switch (before) {
    case Before::Nothing: return {};
    case Before::Reason: return "a reason";
    case Before::DayAndProof: return "the day it happened and the proof of it";
    case Before::Allegation: return "at least one sub-paragraph that is alleged";
    case Before::SecondPerson: return "a second person, who had no hand in the case, and their reason";
    case Before::WindowOver: return "the last day to answer has passed";
    case Before::OpenConditions: return "an eligibility with a condition that is not met yet";
    case Before::ConditionsDone: return "every condition is met or excused";
    case Before::WayBack: return "a reason; it leads back to where the case stood";
    }
    return {};
}

std::string stageWords(Stage stage)
{
    const std::string title(model::stageTitle(stage));
    return model::isAdministrative(stage) ? title + " (" + std::string(model::administrativeWords) + ")" : title;
}

} // namespace caseward::rules
