// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/proceedings.h"

#include <array>

namespace caseward::model {

namespace {

template <typename Value>
struct Named {
    Value value;
    std::string_view name, title;
};

constexpr std::array stages{
    Named<Stage>{Stage::Received, "received", "Received"},
    Named<Stage>{Stage::Screening, "screening", "Screening"},
    Named<Stage>{Stage::DeficientReturned, "deficient-returned", "Returned as deficient"},
    Named<Stage>{Stage::Rejected, "rejected", "Rejected at intake"},
    Named<Stage>{Stage::Ready, "ready", "Ready"},
    Named<Stage>{Stage::Assigned, "assigned", "Assigned"},
    Named<Stage>{Stage::InReview, "in-review", "In review"},
    Named<Stage>{Stage::InfoRequested, "info-requested", "Information requested"},
    Named<Stage>{Stage::Recommended, "recommended", "Signed, awaits the second level"},
    Named<Stage>{Stage::SignedFavourable, "signed-favourable", "Signed, favourable"},
    Named<Stage>{Stage::SignedInterim, "signed-interim", "Signed for the time being"},
    Named<Stage>{Stage::Notified, "notified", "Notified"},
    Named<Stage>{Stage::Monitoring, "monitoring", "Conditions are monitored"},
    Named<Stage>{Stage::SorDraft, "sor-draft", "Statement of reasons drafted"},
    Named<Stage>{Stage::SorReview, "sor-review", "Statement of reasons with the second level"},
    Named<Stage>{Stage::SorIssued, "sor-issued", "Statement of reasons issued"},
    Named<Stage>{Stage::Served, "served", "Served"},
    Named<Stage>{Stage::ResponseWindow, "response-window", "Time to answer runs"},
    Named<Stage>{Stage::ResponseReceived, "response-received", "Answer received"},
    Named<Stage>{Stage::NoResponse, "no-response", "No answer came"},
    Named<Stage>{Stage::Hearing, "hearing", "Hearing or personal appearance"},
    Named<Stage>{Stage::FinalReview, "final-review", "Final review"},
    Named<Stage>{Stage::Denied, "denied", "Denied"},
    Named<Stage>{Stage::Revoked, "revoked", "Revoked"},
    Named<Stage>{Stage::AppealNotice, "appeal-notice", "Notice of appeal"},
    Named<Stage>{Stage::AppealOpen, "appeal-open", "Appeal open"},
    Named<Stage>{Stage::Upheld, "upheld", "Upheld on appeal"},
    Named<Stage>{Stage::Overturned, "overturned", "Overturned on appeal"},
    Named<Stage>{Stage::Remanded, "remanded", "Remanded"},
    Named<Stage>{Stage::Suspended, "suspended", "Suspended"},
    Named<Stage>{Stage::LossOfJurisdiction, "loss-of-jurisdiction", "Loss of jurisdiction"},
    Named<Stage>{Stage::NoDetermination, "no-determination", "No determination made"},
    Named<Stage>{Stage::Discontinued, "discontinued", "Discontinued"},
    Named<Stage>{Stage::Cancelled, "cancelled", "Cancelled"},
    Named<Stage>{Stage::ClosedAdministratively, "closed-administratively", "Closed administratively"},
    Named<Stage>{Stage::Closed, "closed", "Closed"},
    Named<Stage>{Stage::Reopened, "reopened", "Reopened"},
};
static_assert(stages.size() == static_cast<std::size_t>(stageCount));

constexpr std::array eligibilityStatuses{
    Named<EligibilityStatus>{EligibilityStatus::Eligible, "eligible", "Eligible"},
    Named<EligibilityStatus>{EligibilityStatus::Interim, "interim", "Interim"},
    Named<EligibilityStatus>{EligibilityStatus::Ineligible, "ineligible", "Ineligible"},
    Named<EligibilityStatus>{EligibilityStatus::Denied, "denied", "Denied"},
    Named<EligibilityStatus>{EligibilityStatus::Revoked, "revoked", "Revoked"},
    Named<EligibilityStatus>{EligibilityStatus::Suspended, "suspended", "Suspended"},
    Named<EligibilityStatus>{EligibilityStatus::LossOfJurisdiction, "loss-of-jurisdiction", "Loss of jurisdiction"},
    Named<EligibilityStatus>{EligibilityStatus::NoDetermination, "no-determination", "No determination made"},
    Named<EligibilityStatus>{EligibilityStatus::ActionPending, "action-pending", "Action pending"},
    Named<EligibilityStatus>{EligibilityStatus::OpenInvestigation, "open-investigation", "Open investigation"},
    Named<EligibilityStatus>{EligibilityStatus::IncidentOpen, "incident-open", "Incident open"},
    Named<EligibilityStatus>{EligibilityStatus::DueProcess, "due-process", "Due process, statement of reasons issued"},
    Named<EligibilityStatus>{EligibilityStatus::Withdrawn, "withdrawn", "Withdrawn by the sponsor"},
    Named<EligibilityStatus>{EligibilityStatus::Discontinued, "discontinued", "Discontinued"},
    Named<EligibilityStatus>{EligibilityStatus::ReciprocityAccepted, "reciprocity-accepted", "Reciprocity accepted"},
};
static_assert(eligibilityStatuses.size() == static_cast<std::size_t>(eligibilityStatusCount));

constexpr std::array standings{
    Named<ConditionStanding>{ConditionStanding::Met, "met", "Met"},
    Named<ConditionStanding>{ConditionStanding::Overdue, "overdue", "Overdue"},
    Named<ConditionStanding>{ConditionStanding::Excused, "excused", "Excused"},
};

template <typename Table, typename Value>
const auto &rowOf(const Table &table, Value value)
{
    return table.at(static_cast<std::size_t>(value)); // each table is in the order of its enumeration
}

template <typename Value, typename Table>
Result<Value> valueIn(const Table &table, std::string_view name, const char *what)
{
    for (const auto &row : table)
        if (row.name == name)
            return row.value;
    return fail(FaultCode::Malformed, std::string("not a ") + what + ": " + std::string(name));
}

} // namespace

std::string_view stageName(Stage stage) { return rowOf(stages, stage).name; }
std::string_view stageTitle(Stage stage) { return rowOf(stages, stage).title; }
std::string_view eligibilityStatusName(EligibilityStatus status) { return rowOf(eligibilityStatuses, status).name; }
std::string_view eligibilityStatusTitle(EligibilityStatus status) { return rowOf(eligibilityStatuses, status).title; }
std::string_view conditionStandingName(ConditionStanding standing) { return rowOf(standings, standing).name; }

Result<Stage> parseStage(std::string_view name) { return valueIn<Stage>(stages, name, "stage of the proceedings"); }
Result<EligibilityStatus> parseEligibilityStatus(std::string_view name) { return valueIn<EligibilityStatus>(eligibilityStatuses, name, "status of an eligibility"); }
Result<ConditionStanding> parseConditionStanding(std::string_view name) { return valueIn<ConditionStanding>(standings, name, "standing of a condition (met, overdue, excused)"); }

bool isAdministrative(Stage stage)
{
    switch (stage) {
    case Stage::Rejected:
    case Stage::LossOfJurisdiction:
    case Stage::NoDetermination:
    case Stage::Discontinued:
    case Stage::Cancelled:
    case Stage::ClosedAdministratively: return true;
    default: return false;
    }
}

bool isAdministrative(EligibilityStatus status)
{
    return status == EligibilityStatus::LossOfJurisdiction || status == EligibilityStatus::NoDetermination || status == EligibilityStatus::Withdrawn
        || status == EligibilityStatus::Discontinued;
}

} // namespace caseward::model
