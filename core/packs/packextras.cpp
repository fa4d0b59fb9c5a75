// SPDX-License-Identifier: GPL-3.0-or-later
// What only caseward-pack/2 has: read field by field.
#include "core/packs/packreader.h"

#include <algorithm>

namespace caseward::packs {

namespace {

using codec::Json;
using codec::ObjectReader;

constexpr std::int64_t mostYears = 100, mostDays = 36'500, mostLevels = 5;

std::string oneOf(ObjectReader &reader, std::string_view key, std::initializer_list<std::string_view> known)
{
    std::string word = reader.text(key);
    if (!reader.failed() && std::find(known.begin(), known.end(), word) == known.end())
        reader.problem(key, "is not a word this version knows: \"" + word + "\"");
    return word;
}

std::uint32_t number(ObjectReader &reader, std::string_view key, std::int64_t least, std::int64_t most)
{
    return static_cast<std::uint32_t>(reader.integer(key, least, most));
}

Result<PackName> readPackName(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    PackName name;
    name.id = words(reader, "id");
    name.version = words(reader, "version");
    TRY(reader.finish());
    TRY(checkName(where, name.id, name.version));
    return name;
}

Result<Source> readSource(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Source source;
    source.text = words(reader, "text");
    source.verified = reader.text("verified");
    TRY(reader.finish());
    return source;
}

Result<Level> readLevel(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Level level;
    level.id = words(reader, "id");
    level.title = words(reader, "title");
    level.text = reader.text("text");
    level.clearance = reader.boolean("clearance");
    level.lookBackYears = number(reader, "lookBackYears", 0, mostYears);
    level.validYears = number(reader, "validYears", 0, mostYears);
    TRY(readBeside(reader, where, level));
    TRY(reader.finish());
    return level;
}

Result<Crosswalk> readCrosswalk(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Crosswalk row;
    row.from = words(reader, "from");
    row.pack = words(reader, "pack");
    row.to = words(reader, "to");
    TRY(reader.finish());
    return row;
}

Result<ReviewRule> readReview(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    ReviewRule rule;
    rule.id = words(reader, "id");
    rule.outcomes = reader.texts("outcomes");
    rule.when = oneOf(reader, "when", {"no-issue", "issue", "any"});
    rule.levels = number(reader, "levels", 1, mostLevels);
    rule.senior = reader.boolean("senior");
    rule.legal = reader.boolean("legal");
    rule.text = words(reader, "text");
    rule.citation = reader.text("citation");
    TRY(readBeside(reader, where, rule));
    TRY(reader.finish());
    return rule;
}

Result<TimeLimit> readClock(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    TimeLimit clock;
    clock.id = words(reader, "id");
    clock.title = words(reader, "title");
    clock.days = number(reader, "days", 1, mostDays);
    clock.unit = oneOf(reader, "unit", {"calendar", "business"});
    clock.from = oneOf(reader, "from", {"service", "answer", "decision", "request", "opened", "assigned"});
    clock.goal = reader.boolean("goal");
    clock.citation = reader.text("citation");
    TRY(readBeside(reader, where, clock));
    TRY(reader.finish());
    return clock;
}

Result<ProcessRule> readRule(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    ProcessRule rule;
    rule.id = words(reader, "id");
    rule.title = words(reader, "title");
    rule.text = words(reader, "text");
    TRY(readBeside(reader, where, rule));
    TRY(reader.finish());
    return rule;
}

Result<Translation> readTranslation(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Translation translation;
    translation.language = words(reader, "language");
    translation.title = reader.text("title");
    translation.text = reader.text("text");
    TRY(reader.finish());
    return translation;
}

template <typename Item>
Status readAll(ObjectReader &root, const std::string &list, Result<Item> (*read)(const Json &, const std::string &), std::vector<Item> &into)
{
    const Json::Array &items = root.array(list);
    return root.failed() ? Status() : readList(items, list, read, into);
}

} // namespace

Result<Translations> readAlso(ObjectReader &reader, const std::string &where)
{
    Translations list;
    const Json::Array &items = reader.array("also");
    if (!reader.failed())
        TRY(readList(items, where + ".also", readTranslation, list));
    return list;
}

Status readExtras(ObjectReader &root, Pack &pack)
{
    pack.effectiveTo = root.text("effectiveTo");
    if (!root.failed() && !pack.effectiveTo.empty() && !isDay(pack.effectiveTo))
        root.problem("effectiveTo", "is neither empty nor a day written YYYY-MM-DD");
    pack.standard = words(root, "standard");
    pack.confidence = confidenceWord(root, "confidence");
    pack.confidenceText = root.text("confidenceText");
    TRY(readAll<PackName>(root, "supersedes", readPackName, pack.supersedes));
    TRY(readAll<Source>(root, "sources", readSource, pack.sources));
    TRY(readAll<Level>(root, "levels", readLevel, pack.levels));
    TRY(readAll<Crosswalk>(root, "crosswalk", readCrosswalk, pack.crosswalk));
    TRY(readAll<ReviewRule>(root, "review", readReview, pack.review));
    TRY(readAll<TimeLimit>(root, "clocks", readClock, pack.clocks));
    return readAll<ProcessRule>(root, "rules", readRule, pack.rules);
}

} // namespace caseward::packs
