// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what in which state: one table (status, act) -> roles, and the separation of duties. Pure; any thread.
// Buttons ask here for their state and for the words when they are off.
#pragma once

#include "core/model/dossier.h"

namespace caseward::rules {

enum class Act {
    AddDocument, Weigh,        // Weigh: ties, findings, factors, reasons, contradictions, gaps, outcome
    Sign, Return, Concur, Countersign, Send, Receive, Read, CreateCase,
    Proceed,                   // stage, clocks, eligibility
    StartClock,                // a clock of the proceedings; may take the case on
    DeclareConflict,           // that oneself, or somebody else, takes no part in the case
    GrantAccess,               // who else may open the case, and who no longer
    ManagePeople,              // enrol people, trust anchors, certificates
};

struct Actor {
    PersonId person;
    std::vector<std::string> roles; // crypto::roleName values: "adjudicator", "supervisor", …
};

// Allowed, or NotAllowed / CaseReadOnly whose detail is the sentence to show: "You adjudicated this case", …
// Separation of duties: whoever tied, found, wrote or signed anything in the case may not return, concur or countersign it.
[[nodiscard]] Status mayAct(const model::Dossier &dossier, const Actor &actor, Act act);
// For acts without a case (CreateCase, ManagePeople).
[[nodiscard]] Status mayAct(const Actor &actor, Act act);

// The act an event needs, for the one door.
[[nodiscard]] Act actOf(const model::Event &event);

// The state table itself, for the manual and the tests: status after `act`, or nothing when the table has no row.
struct Transition { model::CaseStatus from; Act act; model::CaseStatus to; std::string role; };
[[nodiscard]] const std::vector<Transition> &transitions();

} // namespace caseward::rules
