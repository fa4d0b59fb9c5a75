// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/weighing/allegationcheck.h"

#include "core/flow/weighing/textcheck.h"
#include "core/model/allegationlabel.h"
#include "core/model/statement.h"

namespace caseward::flow {

Result<const model::AllegationState *> AllegationChecker::alleged(const AllegationId &id) const
{
    const model::AllegationState *state = m_dossier.allegation(id);
    if (!state)
        return notFound("sub-paragraph " + id.text());
    if (!state->isAlleged())
        return fail(FaultCode::NotAllowed, "sub-paragraph " + state->states.label + " was withdrawn: nothing more is recorded on it");
    return state;
}

// A label is taken for good, even by a sub-paragraph that was withdrawn: papers served with it are out there.
Status AllegationChecker::label(const AllegationId &self, const model::Allegation &states) const
{
    const model::AllegationLabel label = TRY(model::parseAllegationLabel(states.label));
    for (const model::AllegationState &other : m_dossier.allegations) {
        if (other.id == self)
            continue;
        if (other.states.label == states.label)
            return fail(FaultCode::AlreadyExists, "there is a sub-paragraph " + states.label + " already", {{"label", states.label}});
        const auto theirs = model::parseAllegationLabel(other.states.label);
        const bool samePlace = other.states.pack == states.pack && other.states.guideline == states.guideline;
        if (theirs.ok() && theirs->paragraph == label.paragraph && !samePlace)
            return fail(FaultCode::Malformed, "paragraph " + std::to_string(label.paragraph) + " is of Guideline " + other.states.guideline + ", not " +
                            states.guideline + ": a paragraph has one guideline");
    }
    return {};
}

// What a sub-paragraph takes over must not, in the end, be taken over from itself.
Status AllegationChecker::repeats(const AllegationId &self, const model::Allegation &states) const
{
    for (const AllegationId &repeated : model::takenOver(m_dossier, states.repeats)) {
        if (repeated == self)
            return fail(FaultCode::Malformed, "sub-paragraph " + states.label + " would take over its own facts");
        if (!m_dossier.allegation(repeated))
            return notFound("sub-paragraph " + repeated.text());
    }
    return {};
}

Status AllegationChecker::evidence(const std::vector<PassageId> &passages) const
{
    for (const PassageId &passage : passages)
        if (!m_dossier.tie(passage))
            return notFound("passage " + passage.text());
    return {};
}

Status AllegationChecker::conditions(const model::Allegation &states, const std::vector<std::string> &ids, packs::ConditionKind kind) const
{
    for (const std::string &id : ids) {
        const packs::Condition *known = m_pack.condition(id);
        if (!known || known->guideline != states.guideline)
            return fail(FaultCode::UnknownCondition, "Guideline " + states.guideline + " of pack " + m_pack.id + " has no condition '" + id + "'",
                        {{"condition", id}, {"pack", m_pack.id}});
        if (packs::isConcern(known->kind) != packs::isConcern(kind))
            return fail(FaultCode::Malformed, id + (kind == packs::ConditionKind::Mitigating ? " is no mitigating condition" : " is a mitigating condition: it speaks for the subject"));
    }
    return {};
}

Status AllegationChecker::states(const AllegationId &self, const model::Allegation &states) const
{
    if (states.pack != m_pack.id || !m_pack.guideline(states.guideline))
        return fail(FaultCode::UnknownCondition, "pack " + m_pack.id + " has no guideline '" + states.guideline + "'",
                    {{"condition", states.guideline}, {"pack", m_pack.id}});
    TRY(label(self, states));
    TRY(repeats(self, states));
    TRY(states.repeats.empty() ? needWords(states.text, "the allegation") : checkWords(states.text, "the allegation"));
    TRY(checkConduct(states.from, states.to));
    TRY(conditions(states, states.conditions, packs::ConditionKind::Disqualifying));
    return evidence(states.evidence);
}

Status AllegationChecker::operator()(const model::AllegationMade &event) const
{
    if (event.allegation.isNull() || m_dossier.allegation(event.allegation))
        return fail(FaultCode::AlreadyExists, "allegation id is null or taken");
    return states(event.allegation, event.states);
}

Status AllegationChecker::operator()(const model::AllegationAmended &event) const
{
    const model::AllegationState *amended = TRY(alleged(event.allegation));
    if (amended->states == event.states)
        return fail(FaultCode::AlreadyExists, "sub-paragraph " + event.states.label + " says that already");
    TRY(needWords(event.reason, "the reason"));
    return states(event.allegation, event.states);
}

Status AllegationChecker::operator()(const model::AllegationDropped &event) const
{
    TRY(alleged(event.allegation));
    return needWords(event.reason, "the reason");
}

Status AllegationChecker::operator()(const model::AllegationAnswered &event) const
{
    TRY(alleged(event.allegation));
    return checkWords(event.words, "the answer");
}

Status AllegationChecker::operator()(const model::AllegationAppraised &event) const
{
    TRY(alleged(event.allegation));
    return model::checkEvent(event);
}

Status AllegationChecker::operator()(const model::MitigatorWeighed &event) const
{
    const model::AllegationState *state = TRY(alleged(event.allegation));
    TRY(conditions(state->states, {event.condition}, packs::ConditionKind::Mitigating));
    TRY(evidence(event.evidence));
    if (event.standing == model::MitigatorStanding::Claimed)
        return checkWords(event.reason, "the reason");
    return needWords(event.reason, "the reason");
}

Status AllegationChecker::operator()(const model::AllegationFound &event) const
{
    const model::AllegationState *state = TRY(alleged(event.allegation));
    TRY(conditions(state->states, event.established, packs::ConditionKind::Disqualifying));
    if (event.finding == model::AllegationFinding::Neither)
        return needWords(event.reason, "the reason why it is found neither for nor against");
    return checkWords(event.reason, "the reason");
}

} // namespace caseward::flow
