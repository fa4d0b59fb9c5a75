// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings of a case: take it on, keep its clocks, record eligibility, declare a conflict of interest; and what is due over all
// cases. Each act is checked against the table of stages, the pack and the history, and is one entry. As Session: worker thread.
#pragma once

#include "core/rules/clocks.h"
#include "core/rules/eligibility.h"
#include "core/rules/stages.h"
#include "core/session/session.h"

namespace caseward::session {

// A case, and one of its days.
struct DueRow {
    CaseId id;
    std::string reference;
    rules::Due due;
    std::string words;                 // "due 3 Dec", "overdue by 4 days", "stopped since 20 Nov because …"
    std::string stage;                 // in words; administrative ends say so
};

class Proceedings {
public:
    explicit Proceedings(Session &session) : m_session(session) {}

    // What can happen next to the case, and what is missing for it.
    Result<std::vector<rules::NextStage>> next(const CaseId &id);
    // `on`: YYYY-MM-DD or empty for today. NotAllowed with the sentence to show, Malformed.
    Result<DossierPtr> move(const CaseId &id, model::Stage to, const std::string &on, const std::string &reason);

    Result<DossierPtr> startClock(const CaseId &id, const rules::ClockWish &wish);
    Result<DossierPtr> extendClock(const CaseId &id, const model::ClockExtended &event);
    Result<DossierPtr> stopClock(const CaseId &id, model::ClockStopped event);           // an empty day is today
    Result<DossierPtr> resumeClock(const CaseId &id, const std::string &clock, const std::string &on, const std::string &reason);
    // The clocks that the packs of the case know, for choosing one to start.
    Result<std::vector<packs::TimeLimit>> clocksOfPacks(const CaseId &id);

    // An empty `since` is today.
    Result<DossierPtr> recordEligibility(const CaseId &id, model::EligibilityRecorded event);
    Result<DossierPtr> monitorCondition(const CaseId &id, model::EligibilityMonitored event); // an empty day is today

    // Of oneself, or of somebody else who is known to the case or the roster. AlreadyExists, NotAllowed.
    Result<DossierPtr> declareConflict(const CaseId &id, const PersonId &person, const std::string &reason);

    // By day, of every case that one may know of.
    Result<std::vector<DueRow>> due();
    [[nodiscard]] std::string dueWords(const rules::Due &due) const;
    [[nodiscard]] std::string today() const;                                               // YYYY-MM-DD

private:
    // Of this station, beside its packs.
    [[nodiscard]] Result<packs::HolidayList> holidays() const;
    Result<DossierPtr> append(const CaseId &id, const model::Event &event);
    [[nodiscard]] rules::DayNumber dayNow() const;
    Session &m_session;
};

} // namespace caseward::session
