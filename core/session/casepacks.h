// SPDX-License-Identifier: GPL-3.0-or-later
// The packs of one case: a further one joins, a newer version takes the place of an older one, and where two of them are about the same
// concern. Findings stay with the pack they were made under. Worker thread; the session must outlive it. Failure: a Fault, and
// nothing changed.
#pragma once

#include "core/packs/difference.h"
#include "core/packs/relations.h"
#include "core/session/session.h"

namespace caseward::session {

// What moving would mean, before it is done.
struct PackMove {
    packs::PackPtr from, to;
    std::vector<packs::PackChange> changes;
    std::vector<PassageId> passages;                 // tied to conditions that are there no longer
    std::vector<std::string> conditions;             // found, and there no longer
};

struct ConcernSide { std::string letter, title, finding; bool raised = false; }; // finding: "for-subject", …; empty: none
struct SharedConcern { std::string pack, other; ConcernSide one, two; std::string by; }; // by: the pack over which they meet, or empty

class CasePacks {
public:
    CasePacks(Session &session, CaseId id) : m_session(session), m_case(std::move(id)) {}
    Result<std::vector<packs::PackPtr>> packs();     // the one that leads first
    // A pack in force, named as for a new case. AlreadyExists when one of that id is there; Malformed for a blank reason.
    Result<DossierPtr> join(const std::string &name, const std::string &reason);
    // To a newer version of a pack the case has. NotFound for a pack it has not; NotAllowed for one that is not newer, or begins no cases.
    Result<PackMove> planMove(const std::string &name);
    Result<DossierPtr> move(const std::string &name, const std::string &reason);
    Result<std::vector<SharedConcern>> sharedConcerns();
    Result<std::vector<packs::RuleComparison>> rules(); // empty for one pack

private:
    Session &m_session;
    CaseId m_case;
};

} // namespace caseward::session
