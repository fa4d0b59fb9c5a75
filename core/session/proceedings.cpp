// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/proceedings.h"

#include "core/session/state.h"

#include <algorithm>
#include <tuple>

namespace caseward::session {

rules::DayNumber Proceedings::dayNow() const
{
    const auto day = dayNumber(today());
    return day.ok() ? *day : 0; // a clock beyond the year 9999
}

std::string Proceedings::today() const { return dayOf(m_session.state().env.clock.now()); }

Result<DossierPtr> Proceedings::append(const CaseId &id, const model::Event &event)
{
    Session::State &state = m_session.state();
    TRY(state.vault->needWritable());
    return state.append(*TRY(state.caseOf(id)), {event});
}

Result<std::vector<rules::NextStage>> Proceedings::next(const CaseId &id)
{
    Session::State &state = m_session.state();
    return rules::nextStages(*TRY(state.caseOf(id))->dossier, state.actor(), dayNow());
}

Result<DossierPtr> Proceedings::move(const CaseId &id, model::Stage to, const std::string &on, const std::string &reason)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    const model::StageMoved event{target.dossier->proceedings.stage, to, on, reason};
    TRY(rules::mayMove(*target.dossier, state.actor(), event, dayNow()));
    return append(id, event);
}

Result<packs::HolidayList> Proceedings::holidays() const { return packs::loadHolidays(m_session.state().env.packsFolder / "holidays"); }

Result<DossierPtr> Proceedings::startClock(const CaseId &id, const rules::ClockWish &wish)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::StartClock));
    const packs::HolidayList closed = TRY(holidays());
    return append(id, TRY(rules::startOf(*target.dossier, target.packs, wish, dayNow(), closed)));
}

Result<DossierPtr> Proceedings::extendClock(const CaseId &id, const model::ClockExtended &event)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::StartClock));
    TRY(rules::mayExtend(*target.dossier, event));
    return append(id, event);
}

Result<DossierPtr> Proceedings::stopClock(const CaseId &id, model::ClockStopped event)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    if (event.on.empty())
        event.on = today();
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::StartClock));
    TRY(rules::mayStop(*target.dossier, event, dayNow()));
    return append(id, event);
}

Result<DossierPtr> Proceedings::resumeClock(const CaseId &id, const std::string &clock, const std::string &on, const std::string &reason)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::StartClock));
    const packs::HolidayList closed = TRY(holidays());
    return append(id, TRY(rules::resumptionOf(*target.dossier, clock, on.empty() ? today() : on, reason, dayNow(), target.packs, closed)));
}

Result<std::vector<packs::TimeLimit>> Proceedings::clocksOfPacks(const CaseId &id)
{
    std::vector<packs::TimeLimit> list;
    for (const packs::PackPtr &pack : TRY(m_session.state().caseOf(id))->packs)
        list.insert(list.end(), pack->clocks.begin(), pack->clocks.end());
    return list;
}

Result<DossierPtr> Proceedings::recordEligibility(const CaseId &id, model::EligibilityRecorded event)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    if (event.since.empty())
        event.since = today();
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Proceed));
    TRY(rules::mayRecord(*target.dossier, target.packs, event));
    return append(id, event);
}

Result<DossierPtr> Proceedings::monitorCondition(const CaseId &id, model::EligibilityMonitored event)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    if (event.on.empty())
        event.on = today();
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Proceed));
    TRY(rules::mayMonitor(*target.dossier, event, dayNow()));
    return append(id, event);
}

Result<DossierPtr> Proceedings::declareConflict(const CaseId &id, const PersonId &person, const std::string &reason)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::DeclareConflict));
    TRY(needReason(reason));
    if (target.dossier->proceedings.conflicts.contains(person))
        return fail(FaultCode::AlreadyExists, "the conflict of interest is declared already", {{"what", "the conflict of interest"}});
    const model::ConflictDeclared event{person, reason};
    TRY(model::checkEvent(event));
    return append(id, event);
}

Result<std::vector<DueRow>> Proceedings::due()
{
    std::vector<DueRow> list;
    for (const DocketRow &row : TRY(m_session.docket()))
        for (const rules::Due &due : row.dues)
            list.push_back({row.id, row.reference, due, dueWords(due), rules::stageWords(row.stage)});
    std::ranges::stable_sort(list, {}, [](const DueRow &row) { return std::tie(row.due.day, row.reference); });
    return list;
}

std::string Proceedings::dueWords(const rules::Due &due) const { return rules::dueWords(due, dayNow()); }

} // namespace caseward::session
