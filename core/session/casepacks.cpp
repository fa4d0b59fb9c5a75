// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/casepacks.h"

#include "core/rules/severalpacks.h"
#include "core/session/packdesk.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

// The id of the pack an event is about; empty for those that are about none.
struct PackIdOf {
    const model::Dossier &dossier;
    std::string of(const AllegationId &id) const
    {
        const model::AllegationState *state = dossier.allegation(id);
        return state ? state->states.pack : std::string();
    }
    std::string operator()(const model::PassageTied &event) const { return event.condition.pack; }
    std::string operator()(const model::ConditionFound &event) const { return event.condition.pack; }
    std::string operator()(const model::GuidelineFound &event) const { return event.pack; }
    std::string operator()(const model::FactorWeighed &event) const { return event.pack; }
    std::string operator()(const model::AllegationMade &event) const { return event.states.pack; }
    std::string operator()(const model::AllegationAmended &event) const { return event.states.pack; }
    std::string operator()(const model::MitigatorWeighed &event) const { return of(event.allegation); }
    std::string operator()(const model::AllegationFound &event) const { return of(event.allegation); }
    template <typename Other>
    std::string operator()(const Other &) const { return {}; }
};

ConcernSide sideOf(const model::Dossier &dossier, const packs::Pack &pack, const std::string &letter, const std::vector<std::string> &raised)
{
    const packs::Guideline *guideline = pack.guideline(letter);
    const auto found = dossier.guidelines.find({pack.id, letter});
    return {letter, guideline ? guideline->title : std::string(), found == dossier.guidelines.end() ? std::string() : std::string(findingName(found->second.finding)),
            std::ranges::find(raised, letter) != raised.end()};
}

Status mayWeigh(const Session::State &state, const OpenCase &target)
{
    TRY(state.vault->needWritable());
    return rules::mayAct(*target.dossier, state.actor(), rules::Act::Weigh);
}

} // namespace

const packs::Pack &packNamedBy(const model::Event &event, const model::Dossier &dossier, const OpenCase &target)
{
    const std::string id = std::visit(PackIdOf{dossier}, event);
    const packs::PackPtr found = packs::withId(target.packs, id);
    return found ? *found : *target.pack;
}

Result<std::vector<packs::PackPtr>> CasePacks::packs()
{
    return TRY(m_session.state().caseOf(m_case))->packs;
}

Result<DossierPtr> CasePacks::join(const std::string &name, const std::string &reason)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(m_case));
    TRY(mayWeigh(state, target));
    TRY(needReason(reason));
    const packs::PackPtr pack = TRY(PackDesk(m_session).forNewCase(name));
    if (const packs::PackPtr there = packs::withId(target.packs, pack->id))
        return fail(FaultCode::AlreadyExists, "the case has pack " + there->id + " " + there->version + " already; move it to another version",
                    {{"pack", pack->id}});
    TRY(state.keepPack(*pack));
    const model::PackJoined joined{pack->ref(), reason};
    TRY(model::checkEvent(joined));
    return state.append(target, {joined});
}

Result<PackMove> CasePacks::planMove(const std::string &name)
{
    Session::State &state = m_session.state();
    const OpenCase &target = *TRY(state.caseOf(m_case));
    PackMove move;
    move.to = TRY(PackDesk(m_session).forNewCase(name));
    move.from = packs::withId(target.packs, move.to->id);
    if (!move.from)
        return fail(FaultCode::NotFound, "the case has no pack " + move.to->id, {{"what", move.to->id}});
    if (!packs::isNewer(move.to->version, move.from->version))
        return fail(FaultCode::NotAllowed, "the case has " + move.from->id + " " + move.from->version + "; " + move.to->version + " is not newer",
                    {{"pack", move.from->id}});
    move.changes = packs::difference(*move.from, *move.to);
    std::vector<packs::PackPtr> after = target.packs;
    *std::ranges::find(after, move.from) = move.to;
    const rules::GoneConditions now = rules::goneConditions(*target.dossier, target.packs), then = rules::goneConditions(*target.dossier, after);
    for (const PassageId &id : then.passages)
        if (std::ranges::find(now.passages, id) == now.passages.end())
            move.passages.push_back(id);
    for (const model::ConditionRef &ref : then.found)
        if (std::ranges::find(now.found, ref) == now.found.end())
            move.conditions.push_back(ref.id);
    return move;
}

Result<DossierPtr> CasePacks::move(const std::string &name, const std::string &reason)
{
    Session::State &state = m_session.state();
    OpenCase &target = *TRY(state.caseOf(m_case));
    TRY(mayWeigh(state, target));
    TRY(needReason(reason));
    const PackMove plan = TRY(planMove(name));
    TRY(state.keepPack(*plan.to));
    const model::PackMoved moved{plan.from->ref(), plan.to->ref(), reason};
    TRY(model::checkEvent(moved));
    return state.append(target, {moved});
}

Result<std::vector<SharedConcern>> CasePacks::sharedConcerns()
{
    const OpenCase &target = *TRY(m_session.state().caseOf(m_case));
    std::vector<SharedConcern> list;
    for (std::size_t i = 0; i < target.packs.size(); ++i) {
        const packs::Pack &pack = *target.packs[i];
        const auto raised = rules::guidelinesRaised(*target.dossier, pack);
        for (std::size_t j = i + 1; j < target.packs.size(); ++j) {
            const packs::Pack &other = *target.packs[j];
            const auto otherRaised = rules::guidelinesRaised(*target.dossier, other);
            for (const packs::Counterpart &it : packs::counterparts(pack, other))
                list.push_back({pack.id, other.id, sideOf(*target.dossier, pack, it.letter, raised), sideOf(*target.dossier, other, it.other, otherRaised), it.by});
        }
    }
    return list;
}

Result<std::vector<packs::RuleComparison>> CasePacks::rules()
{
    const OpenCase &target = *TRY(m_session.state().caseOf(m_case));
    return target.packs.size() < 2 ? std::vector<packs::RuleComparison>() : packs::compareRules(target.packs);
}

} // namespace caseward::session
