// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/json.h"
#include "core/model/fold.h"

#include <algorithm>

namespace caseward::model {

namespace {

// Older records say nothing of levels: each was countersigned.
constexpr std::uint32_t levelsOfOldDecisions = 2;

template <typename... Kinds>
bool isOneOf(const Event &event)
{
    return (std::holds_alternative<Kinds>(event) || ...);
}

bool beginsReview(const Event &event)
{
    return isOneOf<PassageTied, ConditionFound, GuidelineFound, FactorWeighed, ReasonsWritten, AllegationMade, OutcomeProposed, DecisionSigned>(event);
}

Stage administrativeStage(const std::string &outcome)
{
    const auto stage = parseStage(outcome);
    return stage.ok() && isAdministrative(*stage) ? *stage : Stage::ClosedAdministratively;
}

// Where a decision leads once every level has spoken.
Stage stageOf(const SignedDecision &decision)
{
    const std::string &outcome = decision.what.outcome;
    if (decision.outcomeClass == "favourable")
        return Stage::SignedFavourable;
    if (decision.outcomeClass == "adverse")
        return outcome == "revoke" || outcome == "withdraw" ? Stage::Revoked : Stage::Denied;
    if (decision.outcomeClass == "interim")
        return Stage::SignedInterim;
    return decision.outcomeClass == "administrative" ? administrativeStage(outcome) : Stage::Closed;
}

std::string textIn(const codec::Json &object, std::string_view member)
{
    const codec::Json *found = object.isObject() ? object.find(member) : nullptr;
    return found != nullptr && found->type() == codec::Json::Type::String ? found->string() : std::string();
}

} // namespace

// From what was signed itself: the entry around it is nobody's signature.
void Fold::readSigned(SignedDecision &decision)
{
    decision.levels = levelsOfOldDecisions;
    const auto record = codec::parseCanonicalJson(viewOf(decision.what.decision));
    if (!record.ok() || !record->isObject())
        return;
    if (const codec::Json *outcome = record->find("outcome"))
        decision.outcomeClass = textIn(*outcome, "class");
    const codec::Json *review = record->find("review");
    const codec::Json *levels = review != nullptr && review->isObject() ? review->find("levels") : nullptr;
    if (levels != nullptr && levels->type() == codec::Json::Type::Number && levels->number() >= 1 && levels->number() <= 9)
        decision.levels = static_cast<std::uint32_t>(levels->number());
    if (decision.outcomeClass == "adverse") // nobody denies or revokes alone, whatever they wrote
        decision.levels = std::max(decision.levels, levelsOfOldDecisions);
}

void Fold::step(Stage to)
{
    Proceedings &proceedings = m_dossier.proceedings;
    if (proceedings.stage == to)
        return;
    proceedings.steps.push_back({proceedings.stage, to, proceedings.stage, false, dayOf(m_trace.at), {}, m_trace});
    proceedings.stage = to;
}

// An office that records no stages reviews all the same; a withdrawn finding was made in a review too.
void Fold::stepBefore(const Event &event)
{
    const Stage stage = m_dossier.proceedings.stage;
    if (beginsReview(event) && (stage == Stage::Received || stage == Stage::Assigned || stage == Stage::Reopened || stage == Stage::Remanded))
        step(Stage::InReview);
}

void Fold::stepAfterSigning(const SignedDecision &decision)
{
    m_dossier.proceedings.before = m_dossier.proceedings.stage;
    step(decision.levels > 1 ? Stage::Recommended : stageOf(decision));
}

void Fold::stepAfterReturn()
{
    step(m_dossier.proceedings.before);
}

void Fold::stepAfterCountersigning(const SignedDecision &decision)
{
    if (m_dossier.proceedings.stage == Stage::Recommended)
        step(stageOf(decision));
}

Status Fold::on(const StageMoved &event)
{
    Proceedings &proceedings = m_dossier.proceedings;
    if (event.to == Stage::Suspended)
        proceedings.before = proceedings.stage;
    if (event.to == Stage::Reopened || event.to == Stage::Remanded)
        m_dossier.status = CaseStatus::InReview; // what was signed stays signed; the next decision supersedes it
    const std::string on = event.on.empty() ? dayOf(m_trace.at) : event.on;
    proceedings.steps.push_back({proceedings.stage, event.to, event.from, true, on, event.reason, m_trace});
    proceedings.stage = event.to;
    return {};
}

Result<ClockState *> Fold::clockNamed(const std::string &name)
{
    auto &clocks = m_dossier.proceedings.clocks;
    const auto found = std::find_if(clocks.rbegin(), clocks.rend(), [&name](const ClockState &it) { return it.started.clock == name; });
    TRY(referTo(found != clocks.rend() && !found->done, "running clock", name));
    return found == clocks.rend() || found->done ? nullptr : &*found;
}

Status Fold::on(const ClockStarted &event)
{
    const ClockState *known = m_dossier.proceedings.clock(event.clock);
    if (known != nullptr && !known->done)
        return repeated("running clock", event.clock);
    m_dossier.proceedings.clocks.push_back({event, event.due, {}, {}, false, {}, m_trace});
    if (event.counts == "service" && m_dossier.proceedings.stage == Stage::Served)
        step(Stage::ResponseWindow);
    return {};
}

Status Fold::on(const ClockExtended &event)
{
    if (ClockState *clock = TRY(clockNamed(event.clock))) {
        clock->due = event.due;
        clock->extendedBecause = event.reason;
        clock->set = m_trace;
    }
    return {};
}

Status Fold::on(const ClockStopped &event)
{
    if (ClockState *clock = TRY(clockNamed(event.clock))) {
        clock->stoppedOn = event.on;
        clock->stoppedBecause = event.reason;
        clock->done = event.done;
        clock->set = m_trace;
    }
    return {};
}

Status Fold::on(const ClockResumed &event)
{
    if (ClockState *clock = TRY(clockNamed(event.clock))) {
        clock->stoppedOn.clear();
        clock->stoppedBecause.clear();
        clock->due = event.due;
        clock->set = m_trace;
    }
    return {};
}

Status Fold::on(const EligibilityRecorded &event)
{
    if (event.decision)
        TRY(referTo(m_decisions.contains(*event.decision), "decision", event.decision->hex()));
    m_dossier.proceedings.eligibility[{event.authority, event.access}].push_back({event, m_trace, {}});
    return {};
}

Status Fold::on(const EligibilityMonitored &event)
{
    TRY(checkEvidence(event.evidence));
    const auto found = m_dossier.proceedings.eligibility.find({event.authority, event.access});
    const bool known = found != m_dossier.proceedings.eligibility.end() && event.condition <= found->second.back().recorded.conditions.size();
    TRY(referTo(known, "condition", std::to_string(event.condition) + " of " + event.access + ", " + event.authority));
    if (known)
        found->second.back().monitored[event.condition] = {event, m_trace};
    return {};
}

Status Fold::on(const ReciprocityDecided &event)
{
    m_dossier.proceedings.reciprocity.emplace_back(event, m_trace);
    return {};
}

Status Fold::on(const ConflictDeclared &event)
{
    m_dossier.proceedings.conflicts.emplace(event.person, std::pair(event, m_trace));
    return {};
}

Status Fold::on(const LetterIssued &event)
{
    m_dossier.proceedings.letters.emplace_back(event, m_trace);
    return {};
}

const ClockState *Proceedings::clock(std::string_view name) const
{
    const auto found = std::find_if(clocks.rbegin(), clocks.rend(), [name](const ClockState &it) { return it.started.clock == name; });
    return found == clocks.rend() ? nullptr : &*found;
}

const StageStep *Proceedings::reached(Stage wanted) const
{
    for (auto step = steps.rbegin(); step != steps.rend() && step->to != Stage::Reopened; ++step)
        if (step->to == wanted)
            return &*step;
    return nullptr;
}

} // namespace caseward::model
