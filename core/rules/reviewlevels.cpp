// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reviewlevels.h"

#include "core/base/blanktext.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <set>

namespace caseward::rules {

namespace {

bool fits(const packs::ReviewRule &rule, const std::string &outcome, bool issue)
{
    const bool named = std::find(rule.outcomes.begin(), rule.outcomes.end(), outcome) != rule.outcomes.end();
    return named && (rule.when == "any" || rule.when == (issue ? "issue" : "no-issue"));
}

// Checks whose explanation stands in the place of something the rules ask for: one person does not accept that alone.
constexpr std::array<std::string_view, 5> overrides = {"components-unrecorded", "component-missing", "document-unreadable", "condition-gone", "guideline-against-its-allegations"};
constexpr std::array<std::string_view, 2> overridesOfOutcome = {"outcome-against-findings", "adverse-without-statement"}; // said of one outcome

std::string overriding(const model::Dossier &dossier, const std::string &outcome)
{
    for (const auto &[key, words] : dossier.explained) {
        const bool any = std::ranges::find(overrides, key.first) != overrides.end();
        const bool its = std::ranges::find(overridesOfOutcome, key.first) != overridesOfOutcome.end() && (key.second == outcome || key.second.starts_with(outcome + " "));
        if ((any || its) && !isBlank(words))
            return key.first;
    }
    return {};
}

void take(ReviewNeed &need, const packs::ReviewRule &rule)
{
    const bool first = need.rule.empty();
    if (first || rule.levels > need.levels) {
        need.rule = rule.id;
        need.text = rule.text;
        need.citation = rule.citation;
        need.levels = rule.levels;
    }
    need.senior = need.senior || rule.senior;
    need.legal = need.legal || rule.legal;
}

} // namespace

bool hasIssue(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    const bool alleged = std::any_of(dossier.allegations.begin(), dossier.allegations.end(), [](const model::AllegationState &it) { return it.isAlleged(); });
    return alleged || std::any_of(packs.begin(), packs.end(), [&dossier](const packs::PackPtr &pack) { return !guidelinesRaised(dossier, *pack).empty(); });
}

ReviewNeed reviewOf(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::Outcome &outcome)
{
    ReviewNeed need;
    const bool issue = hasIssue(dossier, packs);
    for (const packs::PackPtr &pack : packs)
        for (const packs::ReviewRule &rule : pack->review)
            if (fits(rule, outcome.id, issue))
                take(need, rule);
    if (outcome.outcomeClass == packs::OutcomeClass::Adverse)
        need.levels = std::max(need.levels, 2U);
    if (outcome.outcomeClass != packs::OutcomeClass::Administrative)
        need.overridden = overriding(dossier, outcome.id);
    if (!need.overridden.empty() && need.levels < 2) {
        need.levels = 2;
        need.citation.clear();
        need.text = "A check was explained instead of settled: a second person looks at it.";
    }
    return need;
}

std::uint32_t concurrencesMissing(const model::Dossier &dossier)
{
    if (dossier.decisions.empty())
        return 0;
    const model::SignedDecision &decision = dossier.decisions.back();
    std::set<PersonId> concurred;
    for (const model::Review &review : dossier.reviews)
        if (review.concurred && review.decision == decision.what.digest)
            concurred.insert(review.when.actor);
    const auto needed = std::max<std::size_t>(decision.levels, 2) - 1;
    return needed > concurred.size() ? static_cast<std::uint32_t>(needed - concurred.size()) : 0;
}

std::string reviewWords(const ReviewNeed &need)
{
    if (need.levels <= 1)
        return "One level is enough: the signature of the adjudicator";
    std::string words = need.levels == 2 ? std::string("Two levels: a supervisor concurs and countersigns")
                                         : std::to_string(need.levels) + " levels: " + std::to_string(need.levels - 1) + " supervisors concur, one of them countersigns";
    words += need.senior ? "; a senior one" : "";
    return words + (need.legal ? "; with legal advice" : "");
}

std::vector<LevelLine> reviewLines(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    const model::SignedDecision *decision = dossier.decisions.empty() ? nullptr : &dossier.decisions.back();
    const std::string id = decision ? decision->what.outcome : dossier.proposal ? dossier.proposal->outcome.outcome : std::string();
    const packs::Outcome *outcome = packs.empty() ? nullptr : packs.front()->outcome(id);
    if (outcome == nullptr)
        return {};
    ReviewNeed need = reviewOf(dossier, packs, *outcome);
    if (decision)
        need.levels = decision->levels; // as it was signed
    std::vector<LevelLine> lines = {{reviewWords(need) + (need.citation.empty() ? "" : " (" + need.citation + ")")}};
    if (!need.overridden.empty())
        lines.push_back({"A check was explained instead of settled (" + need.overridden + "): a second person looks at it"});
    lines.push_back(decision ? LevelLine{"Level 1: signed by " + dossier.personName(decision->when.actor)} : LevelLine{"Level 1: the adjudicator's signature is missing", true});
    std::vector<PersonId> concurred;
    for (const model::Review &review : dossier.reviews)
        if (decision && review.concurred && review.decision == decision->what.digest && std::find(concurred.begin(), concurred.end(), review.when.actor) == concurred.end())
            concurred.push_back(review.when.actor);
    for (std::uint32_t level = 2; level <= need.levels; ++level) {
        const std::string name = "Level " + std::to_string(level) + ": ";
        if (level - 2 < concurred.size())
            lines.push_back({name + dossier.personName(concurred[level - 2]) + " concurs"});
        else
            lines.push_back({name + "a supervisor's concurrence is missing", true});
    }
    if (need.levels > 1 && decision && decision->countersigned)
        lines.push_back({"Countersigned by " + dossier.personName(decision->countersigned->actor)});
    else if (need.levels > 1)
        lines.push_back({"The countersignature is missing", true});
    if (!need.senior && !need.legal)
        return lines;
    const auto said = dossier.explained.find({"review-levels", id});
    const std::string who = need.senior && need.legal ? "Senior and legal: " : need.senior ? "Senior: " : "Legal: ";
    if (said == dossier.explained.end() || isBlank(said->second))
        lines.push_back({who + "nobody is named yet", true});
    else
        lines.push_back({who + said->second});
    return lines;
}

} // namespace caseward::rules
