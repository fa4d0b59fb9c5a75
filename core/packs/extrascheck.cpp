// SPDX-License-Identifier: GPL-3.0-or-later
// What holds a pack of caseward-pack/2 together beyond one field, and what keeps its texts from misleading people.
#include "core/base/utf8.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <set>

namespace caseward::packs {

namespace {

using codec::Json;

template <typename List, typename Key>
Status allDifferent(const List &list, const char *name, const char *field, Key key)
{
    std::set<std::string> seen;
    for (const auto &item : list)
        if (!seen.insert(std::string(key(item))).second)
            return malformed(name, field, "is there twice: \"" + std::string(key(item)) + "\"");
    return {};
}

Status checkLanguages(const Pack &pack)
{
    TRY(allDifferent(pack.languages, "pack", "languages", [](const std::string &it) { return it; }));
    const auto hold = [&pack](const std::string &where, const Translations &also) -> Status {
        for (const Translation &it : also)
            if (it.language == pack.language || std::find(pack.languages.begin(), pack.languages.end(), it.language) == pack.languages.end())
                return malformed(where, "also", "is in \"" + it.language + "\", which is no further language of the pack");
        return allDifferent(also, where.c_str(), "also", [](const Translation &it) { return it.language; });
    };
    for (const Guideline &it : pack.guidelines)
        TRY(hold("guideline " + it.letter, it.also));
    for (const Condition *it : pack.allConditions())
        TRY(hold("condition " + it->id, it->also));
    for (const Factor &it : pack.factors)
        TRY(hold("factor " + it.id, it.also));
    for (const Outcome &it : pack.outcomes)
        TRY(hold("outcome " + it.id, it.also));
    for (const ExceptionCode &it : pack.exceptions)
        TRY(hold("exception " + it.code, it.also));
    for (const StatutoryBar &it : pack.statutoryBars)
        TRY(hold("bar " + it.id, it.also));
    for (const Level &it : pack.levels)
        TRY(hold("level " + it.id, it.also));
    for (const ReviewRule &it : pack.review)
        TRY(hold("review " + it.id, it.also));
    for (const TimeLimit &it : pack.clocks)
        TRY(hold("clock " + it.id, it.also));
    for (const ProcessRule &it : pack.rules)
        TRY(hold("rule " + it.id, it.also));
    return {};
}

// A pack that comes after itself, or is like itself, would send whoever follows it round in circles; what goes round over several packs
// is found where they are together (checkRelations).
Status checkOwnRelations(const Pack &pack)
{
    TRY(allDifferent(pack.supersedes, "supersedes", "id", [](const PackName &it) { return it.id + " " + it.version; }));
    for (const PackName &it : pack.supersedes)
        if (it.id == pack.id && !isNewer(pack.version, it.version))
            return malformed("supersedes", "version", "is " + it.version + ": a version can only take the place of an older one of the same pack");
    TRY(allDifferent(pack.crosswalk, "crosswalk", "from", [](const Crosswalk &it) { return it.from + " to " + it.pack + " " + it.to; }));
    for (const Crosswalk &it : pack.crosswalk) {
        if (!isPackId(it.pack) || it.pack == pack.id)
            return malformed("crosswalk", "pack", "is \"" + it.pack + "\": it names another pack");
        if (pack.condition(it.from) == nullptr && pack.guideline(it.from) == nullptr)
            return malformed("crosswalk", "from", "is neither a condition nor a guideline of this pack: \"" + it.from + "\"");
    }
    return {};
}

Status checkReview(const Pack &pack)
{
    TRY(allDifferent(pack.review, "review", "id", [](const ReviewRule &it) { return it.id; }));
    for (const ReviewRule &rule : pack.review) {
        if (rule.outcomes.empty())
            return malformed("review " + rule.id, "outcomes", "is empty");
        for (const std::string &outcome : rule.outcomes)
            if (pack.outcome(outcome) == nullptr)
                return malformed("review " + rule.id, "outcomes", "is of an unknown outcome: \"" + outcome + "\"");
    }
    return {};
}

// Letters that turn the direction of writing round, or are not seen at all.
bool mayMislead(char32_t c)
{
    return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

Status checkText(const std::string &text, const std::string &where)
{
    if (codePointCount(text) > mostTextCharacters)
        return fail(FaultCode::TooLarge, "\"" + where + "\" has a text of more than " + std::to_string(mostTextCharacters) + " characters",
                    {{"field", where}});
    const std::u32string points = TRY(toCodePoints(text));
    if (std::any_of(points.begin(), points.end(), mayMislead))
        return fail(FaultCode::Malformed, "\"" + where + "\" has letters that cannot be seen or turn the direction of writing round",
                    {{"field", where}});
    return {};
}

} // namespace

Status checkTexts(const Json &untrustedRoot)
{
    struct Visit { const Json *value; std::string where; };
    std::vector<Visit> rest{{&untrustedRoot, "pack"}};
    while (!rest.empty()) {
        const Visit here = rest.back();
        rest.pop_back();
        if (here.value->isString())
            TRY(checkText(here.value->string(), here.where));
        if (here.value->isArray())
            for (const Json &item : here.value->array())
                rest.push_back({&item, here.where});
        if (here.value->isObject())
            for (const auto &[key, value] : here.value->object())
                rest.push_back({&value, key});
    }
    return {};
}

Status checkExtras(const Pack &untrustedPack)
{
    const Pack &pack = untrustedPack;
    if (pack.guidelines.size() > mostOfAKind || pack.allConditions().size() > 2 * mostOfAKind)
        return fail(FaultCode::TooLarge, "the pack has more guidelines or conditions than people can look through");
    if (!pack.effectiveTo.empty() && pack.effectiveTo < pack.effective)
        return malformed("pack", "effectiveTo", "lies before the first day the pack counts");
    TRY(checkLanguages(pack));
    TRY(checkOwnRelations(pack));
    TRY(checkReview(pack));
    TRY(allDifferent(pack.levels, "levels", "id", [](const Level &it) { return it.id; }));
    TRY(allDifferent(pack.clocks, "clocks", "id", [](const TimeLimit &it) { return it.id; }));
    TRY(allDifferent(pack.rules, "rules", "id", [](const ProcessRule &it) { return it.id; }));
    for (const StatutoryBar &bar : pack.statutoryBars)
        if (bar.kind == BarKind::Prohibition && bar.waivable)
            return malformed("bar " + bar.id, "waivable", "is true, but a prohibition cannot be waived");
    return {};
}

} // namespace caseward::packs
