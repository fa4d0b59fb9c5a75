// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fold.h"

namespace caseward::model {

// A passage may be untied by now; it must have been there once. The same holds for what a sub-paragraph repeats.
Status Fold::checkEvidence(const std::vector<PassageId> &evidence) const
{
    for (const PassageId &passage : evidence)
        TRY(referTo(m_ties.knows(passage), "passage", passage.text()));
    return {};
}

Status Fold::checkAllegation(const Allegation &states) const
{
    TRY(checkEvidence(states.evidence));
    for (const AllegationId &repeated : states.repeats)
        TRY(referTo(m_allegations.knows(repeated), "allegation", repeated.text()));
    return {};
}

Status Fold::on(const AllegationMade &event)
{
    TRY(checkAllegation(event.states));
    AllegationState made;
    made.id = event.allegation;
    made.states = event.states;
    made.made = m_trace;
    return create(m_allegations, "allegation", event.allegation, std::move(made));
}

Status Fold::on(const AllegationAmended &event)
{
    TRY(checkAllegation(event.states));
    AllegationState *amended = TRY(change(m_allegations, "allegation", event.allegation));
    if (amended != nullptr) {
        amended->states = event.states;
        amended->amended = m_trace;
    }
    return {};
}

Status Fold::on(const AllegationDropped &event)
{
    AllegationState *dropped = TRY(change(m_allegations, "allegation", event.allegation));
    if (dropped != nullptr)
        dropped->dropped = {event.reason, m_trace};
    return {};
}

Status Fold::on(const AllegationAnswered &event)
{
    AllegationState *answered = TRY(change(m_allegations, "allegation", event.allegation));
    if (answered != nullptr)
        answered->answer = {event, m_trace};
    return {};
}

Status Fold::on(const AllegationAppraised &event)
{
    AllegationState *appraised = TRY(change(m_allegations, "allegation", event.allegation));
    if (appraised != nullptr)
        appraised->appraisal = event;
    return {};
}

Status Fold::on(const MitigatorWeighed &event)
{
    TRY(checkEvidence(event.evidence));
    AllegationState *weighed = TRY(change(m_allegations, "allegation", event.allegation));
    if (weighed != nullptr)
        weighed->mitigators[event.condition] = {event, m_trace};
    return {};
}

Status Fold::on(const AllegationFound &event)
{
    AllegationState *found = TRY(change(m_allegations, "allegation", event.allegation));
    if (found != nullptr)
        found->finding = {event, m_trace};
    return {};
}

} // namespace caseward::model
