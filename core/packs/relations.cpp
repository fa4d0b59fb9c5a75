// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/relations.h"

#include <algorithm>
#include <map>

namespace caseward::packs {

namespace {

using Arrows = std::map<std::string, std::set<std::string>>;

// Kahn's order, so that neither a long chain nor a wide one costs the stack anything; what is left goes round.
std::vector<std::string> goingRound(const Arrows &arrows)
{
    std::map<std::string, std::size_t> incoming;
    for (const auto &[from, targets] : arrows) {
        incoming.try_emplace(from, 0);
        for (const std::string &to : targets)
            ++incoming[to];
    }
    std::vector<std::string> free;
    for (const auto &[name, count] : incoming)
        if (count == 0)
            free.push_back(name);
    while (!free.empty()) {
        const std::string name = free.back();
        free.pop_back();
        incoming.erase(name);
        const auto targets = arrows.find(name);
        if (targets == arrows.end())
            continue;
        for (const std::string &to : targets->second)
            if (--incoming[to] == 0)
                free.push_back(to);
    }
    std::vector<std::string> round;
    for (const auto &[name, count] : incoming)
        if (count > 0 && arrows.contains(name))
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

std::string letterOf(const Pack &pack, const std::string &conditionOrLetter)
{
    const Condition *condition = pack.condition(conditionOrLetter);
    return condition ? condition->guideline : conditionOrLetter;
}

// The guidelines a row of `crosswalk` names that go to `target`.
std::set<std::pair<std::string, std::string>> rowsTo(const Pack &pack, const std::string &target)
{
    std::set<std::pair<std::string, std::string>> rows;
    for (const Crosswalk &it : pack.crosswalk)
        if (it.pack == target)
            rows.emplace(letterOf(pack, it.from), it.to);
    return rows;
}

} // namespace

Status checkRelations(const std::vector<PackPtr> &packs)
{
    Arrows places, alike;
    for (const PackPtr &pack : packs) {
        for (const PackName &it : pack->supersedes)
            places[pack->id + " " + pack->version].insert(it.id + " " + it.version);
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
    std::set<Counterpart> found;
    for (const auto &[from, to] : rowsTo(pack, other.id))
        found.insert({from, to, {}});
    for (const auto &[from, to] : rowsTo(other, pack.id))
        found.insert({to, from, {}});
    std::set<std::string> thirds;
    for (const Crosswalk &it : pack.crosswalk)
        thirds.insert(it.pack);
    for (const std::string &third : thirds) {
        if (third == other.id)
            continue;
        for (const auto &[from, meeting] : rowsTo(pack, third))
            for (const auto &[to, there] : rowsTo(other, third))
                if (meeting == there && !found.contains({from, to, {}}))
                    found.insert({from, to, third});
    }
    return {found.begin(), found.end()};
}

} // namespace caseward::packs
