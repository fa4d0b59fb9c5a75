// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reviewlevels.h"

#include <algorithm>
#include <set>

namespace caseward::rules {

namespace {

bool fits(const packs::ReviewRule &rule, const std::string &outcome, bool issue)
{
    const bool named = std::find(rule.outcomes.begin(), rule.outcomes.end(), outcome) != rule.outcomes.end();
    return named && (rule.when == "any" || rule.when == (issue ? "issue" : "no-issue"));
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

} // namespace caseward::rules
