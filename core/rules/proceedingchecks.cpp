// SPDX-License-Identifier: GPL-3.0-or-later
// What the proceedings ask of an outcome: the components of the investigation before something is granted, a statement that was
// served before something is denied or revoked, and the levels of review by name.
#include "core/rules/checks.h"
#include "core/rules/reviewlevels.h"

#include <algorithm>

namespace caseward::rules {

namespace {

constexpr const char *deviation = "D";

// Only where the pack knows the deviation: elsewhere nobody says which components there should be.
void checkComponents(const Examined &it, const packs::Outcome &outcome)
{
    const auto isDeviation = [](const packs::ExceptionCode &code) { return code.code == deviation; };
    if (outcome.outcomeClass != packs::OutcomeClass::Favourable || std::none_of(it.pack.exceptions.begin(), it.pack.exceptions.end(), isDeviation))
        return;
    const auto &components = it.dossier.screening.components;
    const auto &reciprocity = it.dossier.proceedings.reciprocity;
    if (!reciprocity.empty() && reciprocity.back().first.accepted)
        return; // another agency's investigation was accepted as it is
    const bool deviates = it.dossier.proposal->outcome.exception == deviation;
    it.needExplanation("components-unrecorded", {Target::Place::Case, "components", 0}, components.empty() && !deviates,
                       "Nobody has recorded which components of the investigation are there: say so under Screening, or give exception D",
                       deviates ? "Exception D is given for the components of the investigation" : "The components of the investigation are recorded");
    for (const auto &[name, said] : components)
        if (said.first.state == model::ComponentState::Missing)
            it.needExplanation("component-missing", {Target::Place::Case, name, 0}, !deviates,
                               "The component \"" + name + "\" is missing: a grant needs exception D, or the investigation is completed first",
                               "The component \"" + name + "\" is missing, and exception D is given");
}

void checkServed(const Examined &it, const packs::Outcome &outcome)
{
    if (outcome.outcomeClass != packs::OutcomeClass::Adverse)
        return;
    const model::StageStep *served = it.dossier.proceedings.reached(model::Stage::Served);
    it.needExplanation("adverse-without-statement", {Target::Place::Outcome, outcome.id, 0}, served == nullptr,
                       "\"" + outcome.title + "\" without a statement of reasons that was served: the person was not told what is held against them",
                       served == nullptr ? std::string() : "The statement of reasons was served on " + served->on);
}

// No role is called senior or legal: who they are is said in words, which are signed with the decision.
void checkLevels(const Examined &it, const std::vector<packs::PackPtr> &packs, const packs::Outcome &outcome)
{
    const ReviewNeed need = reviewOf(it.dossier, packs, outcome);
    const std::string words = reviewWords(need) + (need.citation.empty() ? "" : " (" + need.citation + ")");
    const std::string who = need.senior && need.legal ? "who the senior adjudicator is and who gave the legal advice" : need.senior ? "who the senior adjudicator is" : "who gave the legal advice";
    it.needExplanation("review-levels", {Target::Place::Outcome, outcome.id, 0}, need.senior || need.legal, words + ": say " + who, words);
}

} // namespace

void checkProceedings(const Examined &leading, const std::vector<packs::PackPtr> &packs)
{
    const std::optional<model::Proposal> &proposal = leading.dossier.proposal;
    const packs::Outcome *outcome = proposal ? leading.pack.outcome(proposal->outcome.outcome) : nullptr;
    if (outcome == nullptr)
        return;
    checkComponents(leading, *outcome);
    checkServed(leading, *outcome);
    checkLevels(leading, packs, *outcome);
}

} // namespace caseward::rules
