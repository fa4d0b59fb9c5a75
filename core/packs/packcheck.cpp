// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/packreader.h"

#include <algorithm>

namespace caseward::packs {

Fault malformed(const std::string &where, const std::string &field, const std::string &what)
{
    return fail(FaultCode::Malformed, where + ": \"" + field + "\" " + what, {{"where", where}, {"field", field}});
}

bool isPackId(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool isVersion(std::string_view text)
{
    int parts = 1;
    bool digit = false;
    for (const char c : text) {
        if (c == '.') {
            if (!digit)
                return false;
            ++parts;
            digit = false;
        } else if (c >= '0' && c <= '9') {
            digit = true;
        } else {
            return false;
        }
    }
    return digit && parts == 3;
}

namespace {

bool isLowerCase(std::string_view text)
{
    return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Status checkConditions(const Pack &pack)
{
    TRY(allDifferent(pack.guidelines, "guidelines", "letter", [](const Guideline &it) { return it.letter; }));
    std::set<std::string> ids; // of conditions and sub-items together
    for (const Condition *condition : pack.allConditions()) {
        const std::string where = "condition " + condition->id;
        if (!ids.insert(condition->id).second)
            return malformed("conditions", "id", "is there twice: \"" + condition->id + "\"");
        for (const SubItem &item : condition->subItems)
            if (!ids.insert(item.id).second)
                return malformed(where, "subItems", "is there twice: \"" + item.id + "\"");
        if (!std::all_of(condition->keywords.begin(), condition->keywords.end(), isLowerCase))
            return malformed(where, "keywords", "has a word that is empty or not in lower case");
    }
    return {};
}

Status checkOutcomes(const Pack &pack)
{
    TRY(allDifferent(pack.exceptions, "exceptions", "code", [](const ExceptionCode &it) { return it.code; }));
    TRY(allDifferent(pack.outcomes, "outcomes", "id", [](const Outcome &it) { return it.id; }));
    TRY(allDifferent(pack.outcomes, "outcomes", "confirmWord", [](const Outcome &it) { return it.confirmWord; }));
    for (const Outcome &outcome : pack.outcomes)
        if (outcome.needsException && pack.exceptions.empty())
            return malformed("outcome " + outcome.id, "needsException", "is true, but the pack has no exceptions");
    if (pack.outcomes.empty())
        return malformed("pack", "outcomes", "is empty");
    return {};
}

Status checkCounts(const Pack &pack, const Counts &counts)
{
    const std::vector<const Condition *> all = pack.allConditions();
    const auto count = [&all](ConditionKind kind) {
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [kind](const Condition *it) { return it->kind == kind; }));
    };
    const auto hold = [](const char *field, std::size_t said, std::size_t found) -> Status {
        if (said != found)
            return malformed("counts", field, "says " + std::to_string(said) + ", but there are " + std::to_string(found));
        return {};
    };
    TRY(hold("guidelines", counts.guidelines, pack.guidelines.size()));
    TRY(hold("disqualifying", counts.disqualifying, count(ConditionKind::Disqualifying)));
    TRY(hold("criteria", counts.criteria, count(ConditionKind::Criterion)));
    return hold("mitigating", counts.mitigating, count(ConditionKind::Mitigating));
}

} // namespace

Status checkName(const std::string &where, const std::string &id, const std::string &version)
{
    if (!isPackId(id))
        return malformed(where, "id", "has more than lower-case letters, digits and hyphens");
    if (!isVersion(version))
        return malformed(where, "version", "is not three numbers like 1.0.0");
    return {};
}

std::map<std::string, std::string> lettersOf(const Pack &pack)
{
    std::map<std::string, std::string> letters;
    for (const Condition *condition : pack.allConditions())
        letters.emplace(condition->id, condition->guideline);
    for (const Guideline &guideline : pack.guidelines)
        letters.emplace(guideline.letter, guideline.letter);
    return letters;
}

Status checkPack(const Pack &untrustedPack, const Counts &counts)
{
    TRY(checkName("pack", untrustedPack.id, untrustedPack.version));
    TRY(checkConditions(untrustedPack));
    TRY(checkOutcomes(untrustedPack));
    TRY(allDifferent(untrustedPack.factors, "factors", "id", [](const Factor &it) { return it.id; }));
    TRY(allDifferent(untrustedPack.statutoryBars, "statutoryBars", "id", [](const StatutoryBar &it) { return it.id; }));
    return checkCounts(untrustedPack, counts);
}

} // namespace caseward::packs
