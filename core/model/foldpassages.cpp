// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"
#include "core/model/spot.h"

namespace caseward::model {

Status Fold::checkAnchor(const Anchor &anchor)
{
    TRY(checkPages(anchor.document, {anchor.span.page}));
    const DocumentState *anchored = document(anchor.document);
    if (anchored != nullptr && anchored->facts.digest != anchor.documentDigest)
        return fail(FaultCode::HistoryBroken, "document " + anchor.document.text() + " has another digest");
    if (anchored != nullptr && isArea(anchor) && !isPictured(anchored->facts.media))
        return fail(FaultCode::HistoryBroken, "document " + anchor.document.text() + " has no pictures to take a part of");
    return {};
}

Status Fold::on(const PassageTied &event)
{
    TRY(checkAnchor(event.anchor));
    Tie tie{event.passage, event.anchor, event.condition, event.weight, event.note, m_trace, m_trace, {}};
    return create(m_ties, "passage", event.passage, std::move(tie));
}

Status Fold::on(const PassageWeighed &event)
{
    Tie *tie = TRY(change(m_ties, "passage", event.passage));
    if (tie != nullptr) {
        tie->weight = event.weight;
        tie->changed = m_trace;
    }
    return {};
}

Status Fold::on(const PassageNoted &event)
{
    Tie *tie = TRY(change(m_ties, "passage", event.passage));
    if (tie != nullptr) {
        tie->note = event.note;
        tie->changed = m_trace;
    }
    return {};
}

Status Fold::on(const PassageMoved &event)
{
    TRY(checkAnchor(event.anchor));
    Tie *tie = TRY(change(m_ties, "passage", event.passage));
    if (tie != nullptr) {
        tie->anchor = event.anchor;
        tie->changed = m_trace;
    }
    return {};
}

Status Fold::on(const PassageAppraised &event)
{
    Tie *tie = TRY(change(m_ties, "passage", event.passage));
    if (tie != nullptr) {
        tie->appraisal = event;
        tie->changed = m_trace;
    }
    return {};
}

Status Fold::on(const PassageUntied &event)
{
    const Tie *tie = TRY(change(m_ties, "passage", event.passage));
    if (tie != nullptr)
        m_ties.remove(event.passage);
    return {};
}

Status Fold::on(const ContradictionLinked &event)
{
    TRY(checkAnchor(event.claimed));
    TRY(checkAnchor(event.found));
    Contradiction linked{event.contradiction, event.claimed, event.found, event.note, {}, m_trace, std::nullopt};
    return create(m_contradictions, "contradiction", event.contradiction, std::move(linked));
}

Status Fold::on(const ContradictionResolved &event)
{
    Contradiction *linked = TRY(change(m_contradictions, "contradiction", event.contradiction));
    if (linked != nullptr) {
        linked->resolution = event.resolution;
        linked->resolved = m_trace;
    }
    return {};
}

Status Fold::on(const GapNoted &event)
{
    if (event.anchor)
        TRY(checkAnchor(*event.anchor));
    Gap gap{event.gap, event.lane, event.from, event.to, event.anchor, event.note, {}, m_trace, std::nullopt};
    return create(m_gaps, "gap", event.gap, std::move(gap));
}

Status Fold::on(const GapExplained &event)
{
    Gap *gap = TRY(change(m_gaps, "gap", event.gap));
    if (gap != nullptr) {
        gap->explanation = event.explanation;
        gap->explained = m_trace;
    }
    return {};
}

} // namespace caseward::model
