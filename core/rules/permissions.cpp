// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/permissions.h"

#include "core/rules/authors.h"
#include "core/rules/reviewlevels.h"
#include "core/rules/stages.h"

#include <algorithm>
#include <initializer_list>

namespace caseward::rules {

namespace {

using model::CaseStatus;
using Names = std::initializer_list<const char *>;

constexpr CaseStatus everyStatus[] = {CaseStatus::InReview, CaseStatus::Signed, CaseStatus::Returned,
                                      CaseStatus::Concurred, CaseStatus::Countersigned};

std::vector<Transition> makeTable()
{
    std::vector<Transition> table = {
        {CaseStatus::InReview, Act::AddDocument, CaseStatus::InReview, "adjudicator"},
        {CaseStatus::InReview, Act::Weigh, CaseStatus::InReview, "adjudicator"},
        {CaseStatus::InReview, Act::Sign, CaseStatus::Signed, "adjudicator"},
        {CaseStatus::Returned, Act::AddDocument, CaseStatus::Returned, "adjudicator"},
        {CaseStatus::Returned, Act::Weigh, CaseStatus::Returned, "adjudicator"},
        {CaseStatus::Returned, Act::Sign, CaseStatus::Signed, "adjudicator"},
        {CaseStatus::Signed, Act::Return, CaseStatus::Returned, "supervisor"},
        {CaseStatus::Signed, Act::Concur, CaseStatus::Concurred, "supervisor"},
        {CaseStatus::Concurred, Act::Countersign, CaseStatus::Countersigned, "supervisor"},
    };
    for (const CaseStatus status : everyStatus) {
        for (const char *role : Names{"adjudicator", "supervisor"}) {
            table.push_back({status, Act::Send, status, role});
            table.push_back({status, Act::Receive, status, role});
            table.push_back({status, Act::GrantAccess, status, role});
            table.push_back({status, Act::Proceed, status, role});
            table.push_back({status, Act::StartClock, status, role});
            table.push_back({status, Act::DeclareConflict, status, role});
        }
        // Whoever holds the case reads it; couriers carry and security officers enrol, they never read.
        for (const char *role : Names{"adjudicator", "supervisor", "auditor", "privacy-officer", "recovery"})
            table.push_back({status, Act::Read, status, role});
    }
    return table;
}

bool has(const Actor &actor, const std::string &role)
{
    return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

bool roleMayEver(const Actor &actor, Act act)
{
    const auto &table = transitions();
    return std::any_of(table.begin(), table.end(), [&](const Transition &row) { return row.act == act && has(actor, row.role); });
}

bool tableAllows(CaseStatus status, const Actor &actor, Act act)
{
    const auto &table = transitions();
    return std::any_of(table.begin(), table.end(), [&](const Transition &row) {
        return row.from == status && row.act == act && has(actor, row.role);
    });
}

// These leave the case as it is, or are what ends its being elsewhere.
bool worksOnReadOnlyCase(Act act) { return act == Act::Read || act == Act::Receive || act == Act::GrantAccess; }

bool isReview(Act act) { return act == Act::Return || act == Act::Concur || act == Act::Countersign; }

const char *roleWords(Act act)
{
    switch (act) {
    case Act::AddDocument: return "Only an adjudicator may add documents";
    case Act::Weigh: return "Only an adjudicator may weigh a case";
    case Act::Sign: return "Only an adjudicator may sign a decision";
    case Act::Return: return "Only a supervisor may return a case";
    case Act::Concur: return "Only a supervisor may concur";
    case Act::Countersign: return "Only a supervisor may countersign";
    case Act::Send: return "Only an adjudicator or a supervisor may send a case";
    case Act::Receive: return "Only an adjudicator or a supervisor may receive a case";
    case Act::Read: return "Your role does not read cases";
    case Act::CreateCase: return "Only an adjudicator or a supervisor may open a new case";
    case Act::Proceed: return "Only an adjudicator or a supervisor may take a case on";
    case Act::StartClock: return "Only an adjudicator or a supervisor may keep the clocks";
    case Act::DeclareConflict: return "Only an adjudicator or a supervisor may declare a conflict of interest";
    case Act::GrantAccess: return "Only an adjudicator or a supervisor who can open the case may say who else may";
    case Act::ManagePeople: return "Only a security officer may manage people and certificates";
    }
    return "";
}

// Why a review cannot go on: what has to come first, or that it is done.
const char *reviewWords(CaseStatus status)
{
    switch (status) {
    case CaseStatus::InReview: return "No decision has been signed yet";
    case CaseStatus::Returned: return "The case was returned and must be signed again first";
    case CaseStatus::Signed: return "A supervisor must concur first";
    case CaseStatus::Concurred: return "The supervisor has already concurred";
    case CaseStatus::Countersigned: return "The decision is already countersigned";
    }
    return "";
}

Fault wrongStatus(CaseStatus status, Act act)
{
    if (isReview(act))
        return fail(FaultCode::NotAllowed, reviewWords(status));
    if (status == CaseStatus::Countersigned)
        return fail(FaultCode::CaseReadOnly, "The record is closed: the decision is countersigned");
    if (status == CaseStatus::Concurred)
        return fail(FaultCode::NotAllowed, "The decision is signed and awaits the countersignature");
    return fail(FaultCode::NotAllowed, "The decision is signed: only a supervisor's return opens the case again");
}

// Somebody with a conflict of interest reads no less and does nothing more.
Status unconflicted(const model::Dossier &dossier, const PersonId &person)
{
    const auto declared = dossier.proceedings.conflicts.find(person);
    if (declared == dossier.proceedings.conflicts.end())
        return {};
    return fail(FaultCode::NotAllowed, "A conflict of interest is declared for you in this case: somebody else must go on");
}

bool takesPart(Act act)
{
    return act == Act::AddDocument || act == Act::Weigh || act == Act::Sign || act == Act::Proceed || act == Act::StartClock || isReview(act);
}

// Where the case stands in its proceedings. A dossier that was never weighed stands at its beginning, which nothing forbids.
Status stageAllows(const model::Dossier &dossier, Act act)
{
    using model::Stage;
    const Stage stage = dossier.proceedings.stage;
    if (act == Act::Weigh && model::isAdministrative(stage) && dossier.status == CaseStatus::InReview)
        return fail(FaultCode::CaseReadOnly, "The case has ended: " + stageWords(stage) + ". Reopen it to go on");
    if (act == Act::Sign && !leadsOn(stage, Act::Sign) && !leadsOn(stage, Act::Weigh))
        return fail(FaultCode::NotAllowed, "The case stands at \"" + stageWords(stage) + "\": a decision is signed in review or in the final review");
    if (act == Act::Return && stage != Stage::Received && !leadsOn(stage, Act::Return))
        return fail(FaultCode::NotAllowed, "The case stands at \"" + stageWords(stage) + "\": it can be reopened, not returned");
    return {};
}

// Where the table of the packs wants more than two people, each of the further ones concurs before one of them countersigns.
Status levelsAllow(const model::Dossier &dossier, const PersonId &person, Act act)
{
    const std::uint32_t missing = concurrencesMissing(dossier);
    if (act == Act::Countersign && missing > 0 && !dossier.decisions.empty() && dossier.decisions.back().levels > 2)
        return fail(FaultCode::NotAllowed, std::to_string(missing) + (missing == 1 ? " more person must" : " more people must") + " concur first");
    const bool already = act == Act::Concur && std::any_of(dossier.reviews.begin(), dossier.reviews.end(), [&](const model::Review &it) {
        return it.concurred && it.decision == dossier.decisions.back().what.digest && it.when.actor == person;
    });
    return already ? Status(fail(FaultCode::NotAllowed, "You have already concurred: somebody else must look as well")) : Status();
}

bool moreMustConcur(const model::Dossier &dossier, Act act)
{
    return act == Act::Concur && dossier.status == CaseStatus::Concurred && concurrencesMissing(dossier) > 0;
}

Status writable(const model::Dossier &dossier)
{
    if (!dossier.custodyHere) {
        const std::string holder = dossier.custodyWith.empty() ? "another office" : dossier.custodyWith;
        return fail(FaultCode::CaseReadOnly, "Custody is with " + holder + ": the case is read-only here until it comes back",
                    {{"office", holder}});
    }
    if (dossier.readOnly) {
        const std::string kind = dossier.unknownKinds.empty() ? std::string() : " (" + dossier.unknownKinds.front() + ")";
        return fail(FaultCode::CaseReadOnly,
                    "A newer version of Caseward wrote entries that this one does not know" + kind + ": the case is read-only");
    }
    return {};
}

} // namespace

const std::vector<Transition> &transitions()
{
    static const std::vector<Transition> table = makeTable();
    return table;
}

Status mayAct(const Actor &actor, Act act)
{
    if (act == Act::CreateCase && (has(actor, "adjudicator") || has(actor, "supervisor")))
        return {};
    if (act == Act::ManagePeople && has(actor, "security-officer"))
        return {};
    if (act == Act::CreateCase || act == Act::ManagePeople || !roleMayEver(actor, act))
        return fail(FaultCode::NotAllowed, roleWords(act));
    return fail(FaultCode::NotAllowed, "This needs an open case");
}

Status mayAct(const model::Dossier &dossier, const Actor &actor, Act act)
{
    if (act == Act::CreateCase || act == Act::ManagePeople)
        return mayAct(actor, act);
    if (!roleMayEver(actor, act))
        return fail(FaultCode::NotAllowed, roleWords(act));
    if (!worksOnReadOnlyCase(act))
        TRY(writable(dossier));
    if (!tableAllows(dossier.status, actor, act) && !moreMustConcur(dossier, act))
        return wrongStatus(dossier.status, act);
    if (takesPart(act))
        TRY(unconflicted(dossier, actor.person));
    TRY(stageAllows(dossier, act));
    if (isReview(act)) {
        TRY(mayReview(dossier, actor.person));
        TRY(dossier.decisions.empty() ? Status() : levelsAllow(dossier, actor.person, act));
    }
    return {};
}

} // namespace caseward::rules
