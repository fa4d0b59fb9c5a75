// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/demojob.h"

namespace caseward::ui {

ReviewRun::ReviewRun(session::Session &session, CaseId id, ScriptedReview review)
    : m_session(session), m_id(std::move(id)), m_review(std::move(review))
{
}

Result<DocumentId> ReviewRun::documentOf(const std::string &name) const
{
    for (const model::DocumentState &document : m_dossier->documents) {
        if (document.facts.name == name || document.facts.document.text() == name)
            return document.facts.document;
    }
    return fail(FaultCode::NotFound, "the record has no document '" + name + "'");
}

Result<model::Anchor> ReviewRun::anchorOf(const ScriptedPlace &place) const
{
    Result<model::Anchor> anchor = m_session.anchorOf(m_id, TRY(documentOf(place.document)), place.page, place.quote);
    if (!anchor) {
        Fault fault = anchor.fault();
        fault.detail = place.document + ": \"" + place.quote + "\": " + fault.detail;
        return fault;
    }
    return anchor;
}

Status ReviewRun::readEveryPage()
{
    m_dossier = TRY(m_session.openCase(m_id));
    const session::DossierPtr start = m_dossier;
    for (const model::DocumentState &document : start->documents) {
        model::PagesDisplayed displayed{document.facts.document, {}};
        for (std::uint32_t page = 1; page <= document.facts.pages; ++page) {
            TRY(m_session.pageText(m_id, document.facts.document, page));
            displayed.pages.push_back(page);
        }
        if (!displayed.pages.empty())
            m_dossier = TRY(m_session.record(m_id, model::Event(displayed)));
    }
    return {};
}

Status ReviewRun::tiePassages()
{
    m_dossier = TRY(m_session.openCase(m_id));
    const packs::PackPtr pack = TRY(m_session.packOf(m_id));
    for (const ScriptedTie &tie : m_review.ties) {
        const PassageId id = m_session.newPassageId();
        m_dossier = TRY(m_session.record(m_id, model::Event(model::PassageTied{id, TRY(anchorOf(tie.place)), {pack->id, tie.condition},
                                                                               tie.weight, tie.note})));
        m_ties[tie.key] = id;
    }
    return {};
}

Status ReviewRun::notePoints()
{
    m_dossier = TRY(m_session.openCase(m_id));
    for (const ScriptedContradiction &one : m_review.contradictions) {
        const ContradictionId id = m_session.newContradictionId();
        m_dossier = TRY(m_session.record(m_id, model::Event(model::ContradictionLinked{id, TRY(anchorOf(one.claimed)),
                                                                                       TRY(anchorOf(one.found)), one.note})));
        m_contradictions.push_back(id);
    }
    for (const ScriptedGap &one : m_review.gaps) {
        model::GapNoted gap{m_session.newGapId(), one.lane, one.from, one.to, std::nullopt, one.note};
        if (one.anchor)
            gap.anchor = TRY(anchorOf(*one.anchor));
        m_gaps.push_back(gap.gap);
        m_dossier = TRY(m_session.record(m_id, model::Event(gap)));
    }
    return {};
}

Status ReviewRun::settlePoints()
{
    std::vector<model::Event> events;
    for (std::size_t i = 0; i < m_contradictions.size(); ++i)
        events.emplace_back(model::ContradictionResolved{m_contradictions[i], m_review.contradictions[i].resolution});
    for (std::size_t i = 0; i < m_gaps.size(); ++i)
        events.emplace_back(model::GapExplained{m_gaps[i], m_review.gaps[i].explanation});
    if (!events.empty())
        m_dossier = TRY(m_session.record(m_id, events));
    return {};
}

Result<std::vector<PassageId>> ReviewRun::tied(const std::vector<std::string> &keys) const
{
    std::vector<PassageId> ids;
    for (const std::string &key : keys) {
        const auto tie = m_ties.find(key);
        if (tie == m_ties.end())
            return fail(FaultCode::NotFound, "'" + key + "' is cited and was not tied");
        ids.push_back(tie->second);
    }
    return ids;
}

Status ReviewRun::weigh()
{
    const packs::PackPtr pack = TRY(m_session.packOf(m_id));
    std::vector<model::Event> events;
    for (const ScriptedCondition &one : m_review.conditions)
        events.emplace_back(model::ConditionFound{{pack->id, one.condition}, one.finding, one.reason});
    for (const ScriptedGuideline &one : m_review.guidelines)
        events.emplace_back(model::GuidelineFound{pack->id, one.guideline, one.finding, one.reason});
    for (const ScriptedFactor &one : m_review.factors)
        events.emplace_back(model::FactorWeighed{pack->id, one.factor, one.text, TRY(tied(one.cites))});
    model::ReasonsWritten reasons;
    for (const ScriptedParagraph &one : m_review.reasons) {
        reasons.paragraphs.push_back({one.text, TRY(tied(one.cites))});
    }
    events.emplace_back(reasons);
    for (const ScriptedComponent &one : m_review.components)
        events.emplace_back(model::ComponentRecorded{one.component, model::ComponentState::Present, {TRY(documentOf(one.document)), 0}, {}});
    events.emplace_back(m_review.outcome);
    for (const model::CheckExplained &one : m_review.explanations)
        events.emplace_back(one);
    m_dossier = TRY(m_session.record(m_id, events));
    return {};
}

Status performReview(session::Session &session, const CaseId &id, const ScriptedReview &review)
{
    ReviewRun run(session, id, review);
    TRY(run.readEveryPage());
    TRY(run.tiePassages());
    TRY(run.notePoints());
    TRY(run.settlePoints());
    return run.weigh();
}

} // namespace caseward::ui
