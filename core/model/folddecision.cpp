// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"

#include <algorithm>

namespace caseward::model {

Status Fold::on(const ConditionFound &event)
{
    if (stands())
        m_dossier.conditions[event.condition] = {event.finding, event.reason, m_trace};
    return {};
}

Status Fold::on(const GuidelineFound &event)
{
    if (stands())
        m_dossier.guidelines[{event.pack, event.guideline}] = {event.finding, event.reason, m_trace};
    return {};
}

Status Fold::on(const FactorWeighed &event)
{
    TRY(checkEvidence(event.cites));
    if (stands())
        m_dossier.factors[{event.pack, event.factor}] = {event.text, m_trace, event.cites};
    return {};
}

Status Fold::on(const ReasonsWritten &event)
{
    for (const Paragraph &paragraph : event.paragraphs)
        TRY(checkEvidence(paragraph.cites)); // a passage untied since is told by completeness before a signature
    if (stands()) {
        m_dossier.reasons = event.paragraphs;
        m_dossier.reasonsWritten = m_trace;
    }
    return {};
}

Status Fold::on(const PackJoined &event)
{
    const bool there = std::ranges::find(m_dossier.packs, event.pack.id, &PackRef::id) != m_dossier.packs.end();
    if (stands() && !there)
        m_dossier.packs.push_back(event.pack);
    return {};
}

Status Fold::on(const PackMoved &event)
{
    const auto place = std::ranges::find(m_dossier.packs, event.from);
    if (stands() && place != m_dossier.packs.end())
        *place = event.to;
    return {};
}

Status Fold::on(const OutcomeProposed &event)
{
    if (stands())
        m_dossier.proposal = Proposal{event, m_trace};
    return {};
}

Status Fold::on(const CheckExplained &event)
{
    if (stands())
        m_dossier.explained[{event.check, event.target}] = event.explanation;
    return {};
}

Status Fold::on(const DecisionSigned &event)
{
    if (!m_decisions.emplace(event.digest, m_dossier.decisions.size()).second)
        return repeated("decision", event.digest.hex());
    SignedDecision &made = m_dossier.decisions.emplace_back();
    made.what = event;
    made.when = m_trace;
    readSigned(made);
    m_dossier.status = CaseStatus::Signed;
    stepAfterSigning(made);
    return {};
}

Result<SignedDecision *> Fold::decision(const Digest &digest)
{
    const auto place = m_decisions.find(digest);
    TRY(referTo(place != m_decisions.end(), "decision", digest.hex()));
    return place == m_decisions.end() ? nullptr : &m_dossier.decisions[place->second];
}

Status Fold::review(const Digest &digest, Review review, CaseStatus status)
{
    const SignedDecision *reviewed = TRY(decision(digest));
    m_dossier.reviews.push_back(std::move(review));
    // A word on a superseded decision is kept, but the case stands where its newest decision stands.
    if (reviewed == nullptr || reviewed != &m_dossier.decisions.back())
        return {};
    m_dossier.status = status;
    if (status == CaseStatus::Returned)
        stepAfterReturn();
    return {};
}

Status Fold::on(const ReviewReturned &event)
{
    return review(event.decision, {false, event.decision, event.reason, event.notes, m_trace}, CaseStatus::Returned);
}

Status Fold::on(const ReviewConcurred &event)
{
    return review(event.decision, {true, event.decision, event.reason, {}, m_trace}, CaseStatus::Concurred);
}

Status Fold::on(const DecisionCountersigned &event)
{
    SignedDecision *countersigned = TRY(decision(event.decision));
    if (countersigned == nullptr)
        return {};
    if (countersigned->countersignature)
        return repeated("countersignature of decision", event.decision.hex());
    countersigned->countersignature = event;
    countersigned->countersigned = m_trace;
    if (countersigned == &m_dossier.decisions.back()) {
        m_dossier.status = CaseStatus::Countersigned;
        stepAfterCountersigning(*countersigned);
    }
    return {};
}

} // namespace caseward::model
