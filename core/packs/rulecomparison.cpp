// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of several packs side by side. "Stricter" is said of one rule at a time, never of a pack, and only where numbers
// decide it: more levels of review, more time to reply, more statutory bars, a longer look-back, a shorter validity. How mitigation is
// worded is told and not ranked.
#include "core/packs/relations.h"

#include <algorithm>

namespace caseward::packs {

namespace {

struct Said { std::string words; int strictness = 0; };   // 0: the pack says nothing of it, or what it says is not ranked

std::string counted(std::uint32_t count, const std::string &one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

// Most levels of review any decision of that class needs.
Said reviewOf(const Pack &pack, OutcomeClass outcomeClass)
{
    Said said;
    for (const ReviewRule &rule : pack.review) {
        const bool concerns = std::any_of(rule.outcomes.begin(), rule.outcomes.end(), [&](const std::string &id) {
            const Outcome *outcome = pack.outcome(id);
            return outcome && outcome->outcomeClass == outcomeClass;
        });
        const int strictness = static_cast<int>(rule.levels) * 4 + (rule.senior ? 2 : 0) + (rule.legal ? 1 : 0);
        if (!concerns || strictness <= said.strictness)
            continue;
        said = {counted(rule.levels, "level") + " of review" + (rule.senior ? ", a senior one" : "") + (rule.legal ? ", legal advice" : ""), strictness};
    }
    return said;
}

Said validityOf(const Pack &pack)
{
    std::uint32_t least = 0;
    for (const Level &level : pack.levels)
        if (level.validYears != 0 && (least == 0 || level.validYears < least))
            least = level.validYears;
    return least == 0 ? Said{} : Said{counted(least, "year") + " at the shortest", 1'000 - static_cast<int>(least)};
}

Said lookBackOf(const Pack &pack)
{
    std::uint32_t most = 0;
    for (const Level &level : pack.levels)
        most = std::max(most, level.lookBackYears);
    return most == 0 ? Said{} : Said{counted(most, "year") + " at the longest", static_cast<int>(most)};
}

Said mitigationOf(const Pack &pack)
{
    int mitigating = 0, joinedByAnd = 0, joinedByOr = 0;
    for (const Condition *condition : pack.allConditions()) {
        mitigating += condition->kind == ConditionKind::Mitigating;
        joinedByAnd += condition->connective == Connective::And;
        joinedByOr += condition->connective == Connective::Or;
    }
    if (mitigating == 0)
        return pack.hasCriteria() ? Said{"criteria without a list of mitigating conditions; what speaks for the person is weighed freely", 0} : Said{};
    return {std::to_string(mitigating) + " mitigating conditions are listed; time and rarity: " + std::to_string(joinedByAnd) + " by \"and\", " +
                std::to_string(joinedByOr) + " by \"or\"", 0};
}

Said barsOf(const Pack &pack)
{
    int prohibitions = 0, disqualifiers = 0;
    for (const StatutoryBar &bar : pack.statutoryBars)
        ++(bar.kind == BarKind::Prohibition ? prohibitions : disqualifiers);
    if (prohibitions + disqualifiers == 0)
        return {};
    return {std::to_string(prohibitions) + " that cannot be waived, " + std::to_string(disqualifiers) + " that can", prohibitions * 100 + disqualifiers};
}

// The longest. Five business days are held to be seven of the calendar, so that the two units can be compared; counted in fifths of a day.
Said replyOf(const Pack &pack)
{
    Said said;
    for (const TimeLimit &clock : pack.clocks) {
        const bool business = clock.unit == "business";
        const int fifths = static_cast<int>(clock.days) * (business ? 7 : 5);
        if (!clock.goal && clock.from == "service" && fifths > said.strictness)
            said = {clock.title + ": " + std::to_string(clock.days) + (business ? " business days" : " days"), fifths};
    }
    return said;
}

void add(std::vector<RuleComparison> &list, const std::string &topic, const std::vector<PackPtr> &packs, Said (*said)(const Pack &))
{
    RuleComparison row{topic, {}};
    int most = 0, least = -1;
    std::vector<int> strictness;
    for (const PackPtr &pack : packs) {
        const Said one = said(*pack);
        row.sides.push_back({pack->id, one.words.empty() ? "says nothing of it" : one.words, false});
        strictness.push_back(one.words.empty() ? 0 : one.strictness);
        most = std::max(most, strictness.back());
        least = least < 0 ? strictness.back() : std::min(least, strictness.back());
    }
    const bool anything = std::any_of(row.sides.begin(), row.sides.end(), [](const RuleSide &it) { return it.words != "says nothing of it"; });
    if (!anything)
        return;
    for (std::size_t i = 0; i < strictness.size() && most > least; ++i)
        row.sides[i].stricter = strictness[i] == most;
    list.push_back(std::move(row));
}

} // namespace

std::vector<RuleComparison> compareRules(const std::vector<PackPtr> &packs)
{
    std::vector<RuleComparison> list;
    add(list, "review of favourable decisions", packs, [](const Pack &it) { return reviewOf(it, OutcomeClass::Favourable); });
    add(list, "review of adverse decisions", packs, [](const Pack &it) { return reviewOf(it, OutcomeClass::Adverse); });
    add(list, "time to reply", packs, replyOf);
    add(list, "statutory bars", packs, barsOf);
    add(list, "mitigation", packs, mitigationOf);
    add(list, "look-back", packs, lookBackOf);
    add(list, "validity", packs, validityOf);
    return list;
}

} // namespace caseward::packs
