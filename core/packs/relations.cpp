// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/relations.h"

#include "core/packs/packreader.h"

#include <algorithm>
#include <map>

namespace caseward::packs {

namespace {

using Arrows = std::map<std::string, std::set<std::string>>;

// What of `arrows` goes on after everything has been taken away that nothing leads to, again and again. Kahn's order: neither a long
// chain nor a wide one costs the stack anything.
Arrows withoutBeginnings(Arrows arrows)
{
    std::map<std::string, std::size_t> incoming;
    for (const auto &[from, targets] : arrows)
        for (const std::string &to : targets)
            ++incoming[to];
    std::vector<std::string> free;
    for (const auto &[from, targets] : arrows)
        if (!incoming.contains(from))
            free.push_back(from);
    while (!free.empty()) {
        const auto taken = arrows.extract(free.back());
        free.pop_back();
        if (taken.empty())
            continue;
        for (const std::string &to : taken.mapped())
            if (--incoming[to] == 0)
                free.push_back(to);
    }
    return arrows;
}

Arrows turned(const Arrows &arrows)
{
    Arrows back;
    for (const auto &[from, targets] : arrows)
        for (const std::string &to : targets)
            back[to].insert(from);
    return back;
}

// Those on a way round, or between two such ways: neither what leads there nor what comes behind it.
std::vector<std::string> goingRound(const Arrows &arrows)
{
    std::vector<std::string> round;
    for (const auto &[name, targets] : withoutBeginnings(turned(withoutBeginnings(arrows))))
        round.push_back(name);
    return round;
}

Status straight(const Arrows &arrows, const char *field, const char *what)
{
    const auto round = goingRound(arrows);
    if (round.empty())
        return {};
    std::string names;
    for (const std::string &name : round)
        names += (names.empty() ? "" : ", ") + name;
    return fail(FaultCode::Malformed, std::string(what) + " goes round in a circle: " + names, {{"field", field}, {"packs", names}});
}

bool takesThePlaceOf(const Pack &newer, const Pack &older)
{
    if (newer.id == older.id && isNewer(newer.version, older.version))
        return true;
    return std::any_of(newer.supersedes.begin(), newer.supersedes.end(),
                       [&older](const PackName &it) { return it.id == older.id && it.version == older.version; });
}

// By pack and by its guideline: the guidelines of `pack` that are like it.
using Likeness = std::map<std::string, std::map<std::string, std::set<std::string>>>;
Likeness likenessOf(const Pack &pack)
{
    const auto letters = lettersOf(pack);
    Likeness likeness;
    for (const Crosswalk &it : pack.crosswalk)
        likeness[it.pack][it.to].insert(letters.at(it.from)); // there is one: see checkExtras()
    return likeness;
}

} // namespace

PackPtr withId(const std::vector<PackPtr> &packs, std::string_view id)
{
    const auto found = std::find_if(packs.begin(), packs.end(), [id](const PackPtr &it) { return it->id == id; });
    return found == packs.end() ? nullptr : *found;
}

Status checkRelations(const std::vector<PackPtr> &packs)
{
    Arrows places, alike;
    for (const PackPtr &pack : packs) {
        for (const PackName &it : pack->supersedes)
            places[pack->id + " " + pack->version].insert(it.id + " " + it.version);
        for (const PackPtr &other : packs) // a newer version takes the place of an older one without saying so
            if (takesThePlaceOf(*pack, *other))
                places[pack->id + " " + pack->version].insert(other->id + " " + other->version);
        for (const Crosswalk &it : pack->crosswalk)
            alike[pack->id].insert(it.pack);
    }
    TRY(straight(places, "supersedes", "which pack takes the place of which"));
    return straight(alike, "crosswalk", "which pack refers to which");
}

std::string_view standingName(Standing standing)
{
    switch (standing) {
    case Standing::InForce: return "in-force";
    case Standing::NotYet: return "not-yet";
    case Standing::Ended: return "ended";
    case Standing::Replaced: return "replaced";
    case Standing::Retired: break;
    }
    return "retired";
}

Standing standingOf(const Pack &pack, const std::vector<PackPtr> &known, const std::set<Digest> &retired, const std::string &today)
{
    if (retired.contains(pack.digest))
        return Standing::Retired;
    if (today < pack.effective)
        return Standing::NotYet;
    if (!pack.effectiveTo.empty() && today > pack.effectiveTo)
        return Standing::Ended;
    const bool replaced = std::any_of(known.begin(), known.end(), [&](const PackPtr &other) {
        return takesThePlaceOf(*other, pack) && !retired.contains(other->digest) && other->effective <= today;
    });
    return replaced ? Standing::Replaced : Standing::InForce;
}

std::vector<Counterpart> counterparts(const Pack &pack, const Pack &other)
{
    const Likeness ours = likenessOf(pack), theirs = likenessOf(other);
    std::set<Counterpart> found;
    if (const auto said = ours.find(other.id); said != ours.end())
        for (const auto &[letter, like] : said->second)
            for (const std::string &our : like)
                found.insert({our, letter, {}});
    if (const auto said = theirs.find(pack.id); said != theirs.end())
        for (const auto &[letter, like] : said->second)
            for (const std::string &their : like)
                found.insert({letter, their, {}});
    for (const auto &[third, meetings] : ours) {
        const auto there = theirs.find(third);
        if (third == other.id || there == theirs.end())
            continue;
        for (const auto &[meeting, like] : meetings) {
            const auto met = there->second.find(meeting);
            if (met == there->second.end())
                continue;
            for (const std::string &our : like) // at most mostAlike times mostAlike
                for (const std::string &their : met->second)
                    if (!found.contains({our, their, {}}))
                        found.insert({our, their, third});
        }
    }
    return {found.begin(), found.end()};
}

} // namespace caseward::packs
