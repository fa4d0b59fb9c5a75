// SPDX-License-Identifier: GPL-3.0-or-later
// What holds a pack together beyond one field, in what only caseward-pack/2 has: languages, relations, reviews.
#include "core/packs/packreader.h"

#include <algorithm>

namespace caseward::packs {

namespace {

// Each part's words in other languages: the languages are the pack's further ones, each once.
template <typename List, typename Name>
Status holdLanguages(const Pack &pack, const char *part, const List &list, Name name)
{
    for (const auto &item : list) {
        if (item.also.empty())
            continue;
        const std::string where = part + (" " + name(item));
        for (const Translation &it : item.also)
            if (it.language == pack.language || std::find(pack.languages.begin(), pack.languages.end(), it.language) == pack.languages.end())
                return malformed(where, "also", "is in \"" + it.language + "\", which is no further language of the pack");
        TRY(allDifferent(item.also, where, "also", [](const Translation &it) { return it.language; }));
    }
    return {};
}

Status checkLanguages(const Pack &pack)
{
    const auto id = [](const auto &it) { return it.id; };
    TRY(allDifferent(pack.languages, "pack", "languages", [](const std::string &it) { return it; }));
    TRY(holdLanguages(pack, "guideline", pack.guidelines, [](const Guideline &it) { return it.letter; }));
    for (const Guideline &it : pack.guidelines) {
        TRY(holdLanguages(pack, "condition", it.disqualifying, id));
        TRY(holdLanguages(pack, "condition", it.mitigating, id));
    }
    TRY(holdLanguages(pack, "factor", pack.factors, id));
    TRY(holdLanguages(pack, "outcome", pack.outcomes, id));
    TRY(holdLanguages(pack, "exception", pack.exceptions, [](const ExceptionCode &it) { return it.code; }));
    TRY(holdLanguages(pack, "bar", pack.statutoryBars, id));
    TRY(holdLanguages(pack, "level", pack.levels, id));
    TRY(holdLanguages(pack, "review", pack.review, id));
    TRY(holdLanguages(pack, "clock", pack.clocks, id));
    return holdLanguages(pack, "rule", pack.rules, id);
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
    const auto letters = lettersOf(pack);
    std::map<std::pair<std::string, std::string>, std::set<std::string>> alike;
    for (const Crosswalk &it : pack.crosswalk) {
        if (!isPackId(it.pack) || it.pack == pack.id)
            return malformed("crosswalk", "pack", "is \"" + it.pack + "\": it names another pack");
        const auto letter = letters.find(it.from);
        if (letter == letters.end())
            return malformed("crosswalk", "from", "is neither a condition nor a guideline of this pack: \"" + it.from + "\"");
        auto &like = alike[{it.pack, it.to}];
        like.insert(letter->second);
        if (like.size() > mostAlike) // two packs that meet over a third would be alike in the product of both
            return fail(FaultCode::TooLarge, "\"crosswalk\": more than " + std::to_string(mostAlike) + " guidelines are like " + it.to + " of " + it.pack,
                        {{"field", "crosswalk"}});
    }
    return {};
}

Status checkReview(const Pack &pack)
{
    TRY(allDifferent(pack.review, "review", "id", [](const ReviewRule &it) { return it.id; }));
    std::set<std::string> known;
    for (const Outcome &it : pack.outcomes)
        known.insert(it.id);
    for (const ReviewRule &rule : pack.review) {
        if (rule.outcomes.empty())
            return malformed("review " + rule.id, "outcomes", "is empty");
        for (const std::string &outcome : rule.outcomes)
            if (!known.contains(outcome))
                return malformed("review " + rule.id, "outcomes", "is of an unknown outcome: \"" + outcome + "\"");
    }
    return {};
}

} // namespace

Status checkExtras(const Pack &untrustedPack)
{
    const Pack &pack = untrustedPack;
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
