// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/permissions.h"

namespace caseward::rules {

namespace {

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

Act actOf(const model::Event &event)
{
    return std::visit(
        Overloaded{
            [](const model::CaseOpened &) { return Act::CreateCase; },
            // Whoever acts introduces themselves first, so that a history can be read without the vault: it needs no
            // more than holding the case.
            [](const model::PersonIntroduced &) { return Act::Read; },
            [](const model::DocumentAdded &) { return Act::AddDocument; },
            [](const model::DocumentDescribed &) { return Act::AddDocument; },
            [](const model::DecisionSigned &) { return Act::Sign; },
            [](const model::ReviewReturned &) { return Act::Return; },
            [](const model::ReviewConcurred &) { return Act::Concur; },
            [](const model::DecisionCountersigned &) { return Act::Countersign; },
            [](const model::StageMoved &) { return Act::Proceed; },
            [](const model::ClockStarted &) { return Act::StartClock; },
            [](const model::ClockExtended &) { return Act::StartClock; },
            [](const model::ClockStopped &) { return Act::StartClock; },
            [](const model::ClockResumed &) { return Act::StartClock; },
            [](const model::EligibilityRecorded &) { return Act::Proceed; },
            [](const model::EligibilityMonitored &) { return Act::Proceed; },
            [](const model::ReciprocityDecided &) { return Act::Proceed; },
            [](const model::ConflictDeclared &) { return Act::DeclareConflict; },
            [](const model::LetterIssued &) { return Act::Proceed; },
            [](const model::CustodySent &) { return Act::Send; },
            [](const model::CaseReturnedDeficient &) { return Act::Send; }, // the letter that goes with the bundle
            [](const model::CustodyReceived &) { return Act::Receive; },
            // Pages displayed count for the adjudicator's reading; a withdrawal is weighing undone. An unknown event
            // is never written: a case that has one is read-only, which Weigh respects.
            [](const auto &) { return Act::Weigh; },
        },
        event);
}

} // namespace caseward::rules
