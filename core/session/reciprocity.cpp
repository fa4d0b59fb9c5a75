// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reciprocity.h"

#include "core/rules/clocks.h"
#include "core/rules/eligibility.h"
#include "core/session/state.h"

namespace caseward::session {

Result<ReciprocityRulesPtr> ReciprocityDesk::rules()
{
    ReciprocityRulesPtr newest = TRY(packs::loadReciprocity(m_session.state().env.packsFolder / "reciprocity"));
    if (!newest)
        return fail(FaultCode::NotFound, "this station has no questions of reciprocity", {{"what", "questions of reciprocity"}});
    return newest;
}

Result<ReciprocityView> ReciprocityDesk::show(const CaseId &id, const ReciprocityAsked &asked)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(id));
    ReciprocityView view{TRY(rules()), {}, {}};
    if (!asked.investigated.empty() && !isDay(asked.investigated))
        return fail(FaultCode::Malformed, "'" + asked.investigated + "' is not a day written YYYY-MM-DD", {{"what", "the day"}});
    view.shown = rules::reciprocityShown(*target.dossier, target.packs, *view.rules, asked, TRY(dayNumber(dayOf(state.env.clock.now()))));
    const model::ClockState *clock = target.dossier->proceedings.clock(view.rules->clock);
    if (clock != nullptr && !clock->done)
        view.due = clock->due;
    return view;
}

Result<DossierPtr> ReciprocityDesk::decide(const CaseId &id, model::ReciprocityDecided event, const std::string &ours)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(state.vault->needWritable());
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Proceed));
    const ReciprocityRulesPtr asked = TRY(rules());
    if (event.rules.empty())
        event.rules = asked->name();
    const std::string today = dayOf(state.env.clock.now());
    const rules::DayNumber day = TRY(dayNumber(today));
    TRY(rules::mayDecide(*target.dossier, target.packs, *asked, event, day));
    std::vector<model::Event> events{event};
    const std::string words = rules::reciprocityWords(*asked, event);
    if (event.accepted && !ours.empty()) {
        model::EligibilityRecorded line;
        line.authority = ours;
        line.access = event.needed;
        line.status = model::EligibilityStatus::ReciprocityAccepted;
        line.since = today;
        line.reason = "That of " + event.authority + " for " + event.access + ". " + words;
        TRY(rules::mayRecord(*target.dossier, target.packs, line));
        events.emplace_back(line);
    }
    if (const model::ClockState *clock = target.dossier->proceedings.clock(asked->clock); clock != nullptr && !clock->done) {
        const model::ClockStopped done{asked->clock, today, true, words};
        if (rules::mayStop(*target.dossier, done, day).ok()) // one that stands still is ended by hand
            events.emplace_back(done);
    }
    return state.append(target, events);
}

} // namespace caseward::session
