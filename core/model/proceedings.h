// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings of a case as entries: where it stands in its life, what the person may have access to and by whose word, which
// clocks run, and who may not take part. Bodies of entries; plain values. What may follow what is core/rules/stages.h.
#pragma once

#include "core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace caseward::model {

// The names are part of the format: never change one, only add.
enum class Stage {
    Received, Screening, DeficientReturned, Rejected, Ready, Assigned, InReview, InfoRequested,
    Recommended,                           // signed; a second level has yet to look
    SignedFavourable, SignedInterim, Notified, Monitoring,
    SorDraft, SorReview, SorIssued, Served, ResponseWindow, ResponseReceived, NoResponse, Hearing, FinalReview,
    Denied, Revoked, AppealNotice, AppealOpen, Upheld, Overturned, Remanded,
    Suspended, LossOfJurisdiction, NoDetermination, Discontinued, Cancelled,
    ClosedAdministratively,                // any other administrative outcome of a pack
    Closed, Reopened,
};
inline constexpr int stageCount = static_cast<int>(Stage::Reopened) + 1;

enum class EligibilityStatus {
    Eligible, Interim, Ineligible, Denied, Revoked, Suspended, LossOfJurisdiction, NoDetermination, ActionPending,
    OpenInvestigation, IncidentOpen, DueProcess, Withdrawn, Discontinued, ReciprocityAccepted,
};
inline constexpr int eligibilityStatusCount = static_cast<int>(EligibilityStatus::ReciprocityAccepted) + 1;

enum class ConditionStanding { Met, Overdue, Excused };

[[nodiscard]] std::string_view stageName(Stage stage);                       // "in-review", "sor-draft", …
[[nodiscard]] std::string_view stageTitle(Stage stage);                      // "In review", "Statement of reasons drafted", …
[[nodiscard]] std::string_view eligibilityStatusName(EligibilityStatus status); // "eligible", "loss-of-jurisdiction", …
[[nodiscard]] std::string_view eligibilityStatusTitle(EligibilityStatus status);
[[nodiscard]] std::string_view conditionStandingName(ConditionStanding standing);
[[nodiscard]] Result<Stage> parseStage(std::string_view name);
[[nodiscard]] Result<EligibilityStatus> parseEligibilityStatus(std::string_view name);
[[nodiscard]] Result<ConditionStanding> parseConditionStanding(std::string_view name);

// Ended without a judgement on the person: never adverse, never shown as such.
[[nodiscard]] bool isAdministrative(Stage stage);
[[nodiscard]] bool isAdministrative(EligibilityStatus status);
// What is said beside every administrative outcome, on screen, on paper and in what leaves.
inline constexpr std::string_view administrativeWords = "administrative, not adverse";

struct StageMoved {
    Stage from = Stage::Received, to = Stage::Received;
    std::string on;                // YYYY-MM-DD: the day of service, of the answer; empty: the day of the entry
    std::string reason;            // why, or the proof of service
};

// A clock of due process or a goal. What was reckoned is kept with it: a later version of the pack changes no right.
struct ClockStarted {
    std::string clock;             // id in the pack, or the office's own word
    std::string title;
    std::string counts;            // what it counts from: "service", "answer", "decision", "request", "opened" or "assigned"
    std::string from, due;         // YYYY-MM-DD
    std::uint32_t days = 0;        // 0: the day was named, not reckoned
    std::string unit;              // "calendar", "business" or empty
    bool goal = false;             // nobody loses a right by it
    std::string citation, reason;
};
struct ClockExtended { std::string clock, due, reason; };
// Stopped for the time being, or for good (done: the answer came, the decision was made).
struct ClockStopped { std::string clock, on; bool done = false; std::string reason; };
struct ClockResumed { std::string clock, on, due, reason; };

struct EligibilityCondition { std::string text, due; bool operator==(const EligibilityCondition &) const = default; };
// One line of eligibility: each authority and access has its own, and recording one says nothing about another.
struct EligibilityRecorded {
    std::string authority;         // whose word it is: "DCSA", "NATO Office of Security"
    std::string access;            // "Secret", "Top Secret/SCI", "NATO SECRET"
    EligibilityStatus status = EligibilityStatus::ActionPending;
    std::string since, until;      // YYYY-MM-DD; until: expiry of an interim, day of review of a suspension; may be empty
    std::string exception;         // code of the pack, or empty
    std::vector<EligibilityCondition> conditions;
    std::string reason;
    std::optional<Digest> decision; // of the decision of this case it rests on
};
// A condition of the newest line of that authority and access, counted from 1.
struct EligibilityMonitored {
    std::string authority, access;
    std::uint32_t condition = 1;
    ConditionStanding standing = ConditionStanding::Met;
    std::string on;                // YYYY-MM-DD
    std::vector<PassageId> evidence;
    std::string words;
};
// The person takes no part in this case any more. It is not taken back: somebody else goes on.
struct ConflictDeclared { PersonId person; std::string reason; };

} // namespace caseward::model
