// SPDX-License-Identifier: GPL-3.0-or-later
// Review, weighing, decision and supervision.
#include "core/evidence/decisioncheck.h"
#include "core/flow/decision/decisionrecord.h"
#include "core/crypto/digest.h"
#include "core/flow/weighing/eventcheck.h"
#include "core/rules/severalpacks.h"
#include "core/session/clockcheck.h"

#include <algorithm>

namespace caseward::session {

Result<DossierPtr> Session::record(const CaseId &id, const model::Event &event)
{
    return record(id, std::vector<model::Event>{event});
}

Result<DossierPtr> Session::record(const CaseId &id, const std::vector<model::Event> &events)
{
    State &state = *m_state;
    OpenCase &target = *TRY(state.caseOf(id));
    const auto pages = [&](const DocumentId &document, std::uint32_t page) { return target.file->page(document, page); };
    // Each event is checked against the dossier as the ones before it will leave it.
    const std::vector<model::Entry> drafts = state.draft(target, events);
    const model::HistoryView all(target.file->history().entries(), drafts);
    DossierPtr dossier = target.dossier;
    for (std::size_t index = 0; index < events.size(); ++index) {
        const model::HistoryView before = all.first(all.size() - events.size() + index);
        if (index > 0)
            dossier = std::make_shared<const model::Dossier>(TRY(state.follow(target, before))->dossier());
        TRY(rules::mayAct(*dossier, state.actor(), rules::actOf(events[index])));
        TRY(flow::checkEvent(events[index], *dossier, packNamedBy(events[index], *dossier, target), before, state.who.person, pages));
    }
    TRY(state.appendEntries(target, drafts, {}));
    return target.dossier;
}

PassageId Session::newPassageId()
{
    return PassageId::make(m_state->env.clock, m_state->env.random);
}

ContradictionId Session::newContradictionId()
{
    return ContradictionId::make(m_state->env.clock, m_state->env.random);
}

GapId Session::newGapId()
{
    return GapId::make(m_state->env.clock, m_state->env.random);
}

Result<rules::Gate> Session::gate(const CaseId &id)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    return rules::completeness(*target.dossier, target.packs);
}

Result<DossierPtr> Session::sign(const CaseId &id, const std::string &confirmWord)
{
    State &state = *m_state;
    OpenCase &target = *TRY(state.caseOf(id));
    const model::Dossier &dossier = *target.dossier;
    TRY(rules::mayAct(dossier, state.actor(), rules::Act::Sign));
    const rules::Gate gate = rules::completeness(dossier, target.packs);
    if (!gate.mayBeSigned()) {
        std::vector<std::pair<std::string, std::string>> open;
        for (const rules::Check &check : gate.checks)
            if (check.open)
                open.emplace_back(check.id, check.text);
        return fail(FaultCode::Incomplete, std::to_string(open.size()) + " of " + std::to_string(gate.checks.size()) + " checks are open",
                    std::move(open));
    }
    const packs::Outcome *outcome = target.pack->outcome(dossier.proposal->outcome.outcome);
    if (!outcome || confirmWord != outcome->confirmWord)
        return fail(FaultCode::Incomplete, "the outcome is confirmed by typing " + (outcome ? outcome->confirmWord : std::string("its word")),
                    {{"confirm", outcome ? outcome->confirmWord : std::string()}});
    const Instant now = state.env.clock.now();
    TRY(clockIsRight(state, &target));
    TRY(state.trust.check(state.who.certificate, now));

    const store::History &history = target.file->history();
    const std::string decision = flow::buildDecision({dossier, *target.pack,
                                                      {"caseward/case/" + id.text(), history.size(), history.root()},
                                                      state.who.certificate, state.who.person, "adjudicator", now, {target.packs.begin() + 1, target.packs.end()}});
    const Bytes signature = TRY(crypto::signDetached(viewOf(decision), state.credential, now, state.chain()));
    // Never keep a signature that somebody else could not verify.
    TRY(evidence::verifyDecision(viewOf(decision), signature, {}, state.trust));
    return state.append(target, {model::DecisionSigned{crypto::sha256(viewOf(decision)), decision, signature, outcome->id}});
}

Result<DecisionFiles> Session::decisionFiles(const CaseId &id)
{
    State &state = *m_state;
    OpenCase &target = *TRY(state.caseOf(id));
    if (target.dossier->decisions.empty())
        return fail(FaultCode::NotFound, "no decision is signed in this case", {{"what", "decision"}});
    const model::SignedDecision &decision = target.dossier->decisions.back();
    DecisionFiles files;
    files.decision = decision.what.decision;
    files.signature = decision.what.signature;
    if (decision.countersignature)
        files.countersignature = decision.countersignature->signature;
    for (const crypto::Certificate &anchor : state.trust.anchors())
        files.officePem += anchor.pem();
    return files;
}

Result<std::vector<model::Change>> Session::changes(const CaseId &id, Since since)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    const auto &entries = target.file->history().entries();
    const char *kind = since == Since::Import       ? "custody.received"
                       : since == Since::LastReturn ? "review.returned"
                                                    : "decision.signed";
    std::uint64_t from = 0;
    if (since != Since::Start)
        for (const model::Entry &entry : entries)
            if (entry.kind == kind)
                from = entry.seq;
    return model::changesSince(entries, from);
}

namespace {

Result<const model::SignedDecision *> newestDecision(const model::Dossier &dossier)
{
    if (dossier.decisions.empty())
        return fail(FaultCode::NotFound, "no decision is signed in this case", {{"what", "decision"}});
    return &dossier.decisions.back();
}

} // namespace

Result<DossierPtr> Session::returnCase(const CaseId &id, const std::string &reason, std::vector<model::ReviewNote> notes)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    TRY(rules::mayAct(*target.dossier, m_state->actor(), rules::Act::Return));
    TRY(needReason(reason));
    const auto *decision = TRY(newestDecision(*target.dossier));
    return m_state->append(target, {model::ReviewReturned{decision->what.digest, reason, std::move(notes)}});
}

Result<DossierPtr> Session::concur(const CaseId &id, const std::string &reason)
{
    OpenCase &target = *TRY(m_state->caseOf(id));
    TRY(rules::mayAct(*target.dossier, m_state->actor(), rules::Act::Concur));
    TRY(needReason(reason));
    const auto *decision = TRY(newestDecision(*target.dossier));
    return m_state->append(target, {model::ReviewConcurred{decision->what.digest, reason}});
}

Result<DossierPtr> Session::countersign(const CaseId &id)
{
    State &state = *m_state;
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Countersign));
    const model::DecisionSigned what = TRY(newestDecision(*target.dossier))->what;
    const Instant now = state.env.clock.now();
    TRY(clockIsRight(state, &target));
    TRY(state.trust.check(state.who.certificate, now));
    TRY(evidence::verifyDecision(viewOf(what.decision), what.signature, {}, state.trust));
    const Bytes content = evidence::countersignedContent(viewOf(what.decision), what.signature);
    const Bytes signature = TRY(crypto::signDetached(content, state.credential, now, state.chain()));
    TRY(evidence::verifyDecision(viewOf(what.decision), what.signature, signature, state.trust));
    return state.append(target, {model::DecisionCountersigned{what.digest, signature}});
}

} // namespace caseward::session
