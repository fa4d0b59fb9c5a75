// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/difference.h"

#include <functional>
#include <map>

namespace caseward::packs {

namespace {

using Fields = std::vector<std::pair<const char *, std::string>>;

std::string joined(const std::vector<std::string> &list)
{
    std::string text;
    for (const std::string &item : list)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

std::string yesNo(bool value) { return value ? "yes" : "no"; }

std::string spoken(const Translations &also)
{
    std::string text;
    for (const Translation &it : also)
        text += (text.empty() ? "" : "\n") + it.language + ": " + (it.title.empty() ? "" : it.title + ". ") + it.text;
    return text;
}

std::string connectiveName(Connective connective)
{
    return connective == Connective::And ? "and" : connective == Connective::Or ? "or" : "none";
}

Fields fieldsOf(const Condition &it)
{
    std::string items;
    for (const SubItem &item : it.subItems)
        items += (items.empty() ? "" : "\n") + item.id + " " + item.text;
    return {{"text", it.text}, {"shortText", it.shortText}, {"kind", std::string(kindName(it.kind))}, {"guideline", it.guideline},
            {"citation", it.citation}, {"subItems", items}, {"connective", connectiveName(it.connective)}, {"keywords", joined(it.keywords)},
            {"confidence", it.confidence}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const Guideline &it)
{
    return {{"title", it.title}, {"concern", it.concernText}, {"citation", it.concernCitation}, {"confidence", it.confidence},
            {"verified", it.verified}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const Factor &it)
{
    return {{"text", it.text}, {"group", it.group}, {"required", yesNo(it.required)}, {"confidence", it.confidence}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const Outcome &it)
{
    return {{"title", it.title}, {"class", std::string(outcomeClassName(it.outcomeClass))}, {"needsException", yesNo(it.needsException)},
            {"confirmWord", it.confirmWord}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const ExceptionCode &it) { return {{"name", it.name}, {"text", it.text}, {"also", spoken(it.also)}}; }
Fields fieldsOf(const StatutoryBar &it)
{
    return {{"text", it.text}, {"kind", it.kind == BarKind::Prohibition ? "prohibition" : "disqualifier"}, {"waivable", yesNo(it.waivable)},
            {"appliesTo", joined(it.appliesTo)}, {"citation", it.citation}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const Level &it)
{
    return {{"title", it.title}, {"text", it.text}, {"clearance", yesNo(it.clearance)}, {"lookBackYears", std::to_string(it.lookBackYears)},
            {"validYears", std::to_string(it.validYears)}, {"confidence", it.confidence}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const ReviewRule &it)
{
    return {{"text", it.text}, {"outcomes", joined(it.outcomes)}, {"when", it.when}, {"levels", std::to_string(it.levels)}, {"senior", yesNo(it.senior)},
            {"legal", yesNo(it.legal)}, {"citation", it.citation}, {"confidence", it.confidence}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const TimeLimit &it)
{
    return {{"title", it.title}, {"days", std::to_string(it.days)}, {"unit", it.unit}, {"from", it.from}, {"goal", yesNo(it.goal)},
            {"citation", it.citation}, {"confidence", it.confidence}, {"also", spoken(it.also)}};
}
Fields fieldsOf(const ProcessRule &it) { return {{"title", it.title}, {"text", it.text}, {"confidence", it.confidence}, {"also", spoken(it.also)}}; }
Fields fieldsOf(const Pack &it)
{
    std::string walk, replaced, sources;
    for (const Crosswalk &row : it.crosswalk)
        walk += (walk.empty() ? "" : ", ") + row.from + " = " + row.pack + " " + row.to;
    for (const PackName &name : it.supersedes)
        replaced += (replaced.empty() ? "" : ", ") + name.id + " " + name.version;
    for (const Source &source : it.sources)
        sources += (sources.empty() ? "" : "\n") + source.text + (source.verified.empty() ? "" : " (" + source.verified + ")");
    return {{"id", it.id}, {"version", it.version}, {"edition", std::to_string(it.edition)}, {"jurisdiction", it.jurisdiction},
            {"instrument", it.instrument}, {"effective", it.effective}, {"effectiveTo", it.effectiveTo}, {"supersedes", replaced},
            {"languages", joined(it.languages)}, {"standard", it.standard}, {"confidence", it.confidence},
            {"confidenceText", it.confidenceText}, {"sources", sources}, {"notice", it.notice}, {"crosswalk", walk}};
}

void addChanged(std::vector<PackChange> &list, const char *part, const std::string &id, const Fields &before, const Fields &after)
{
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].second != after[i].second)
            list.push_back({ChangeKind::Changed, part, id, before[i].first, before[i].second, after[i].second});
}

template <typename Item>
void compare(std::vector<PackChange> &list, const char *part, const std::vector<const Item *> &before, const std::vector<const Item *> &after,
             const std::function<std::string(const Item &)> &idOf)
{
    std::map<std::string, const Item *> old, now;
    for (const Item *item : before)
        old[idOf(*item)] = item;
    for (const Item *item : after)
        now[idOf(*item)] = item;
    for (const Item *item : before) {
        const auto kept = now.find(idOf(*item));
        if (kept != now.end())
            addChanged(list, part, kept->first, fieldsOf(*item), fieldsOf(*kept->second));
        else
            list.push_back({ChangeKind::Removed, part, idOf(*item), {}, fieldsOf(*item).front().second, {}});
    }
    for (const Item *item : after)
        if (!old.contains(idOf(*item)))
            list.push_back({ChangeKind::Added, part, idOf(*item), {}, {}, fieldsOf(*item).front().second});
}

template <typename Item>
std::vector<const Item *> pointers(const std::vector<Item> &items)
{
    std::vector<const Item *> list;
    for (const Item &item : items)
        list.push_back(&item);
    return list;
}

} // namespace

std::string_view changeName(ChangeKind kind)
{
    return kind == ChangeKind::Added ? "added" : kind == ChangeKind::Removed ? "removed" : "changed";
}

bool changesMeaning(const PackChange &change)
{
    return change.kind != ChangeKind::Changed || change.field == "text" || change.field == "kind" || change.field == "guideline"
        || change.field == "subItems" || change.field == "connective";
}

std::vector<PackChange> difference(const Pack &before, const Pack &after)
{
    std::vector<PackChange> list;
    addChanged(list, "pack", {}, fieldsOf(before), fieldsOf(after));
    compare<Guideline>(list, "guideline", pointers(before.guidelines), pointers(after.guidelines), [](const Guideline &it) { return it.letter; });
    compare<Condition>(list, "condition", before.allConditions(), after.allConditions(), [](const Condition &it) { return it.id; });
    compare<Factor>(list, "factor", pointers(before.factors), pointers(after.factors), [](const Factor &it) { return it.id; });
    compare<Outcome>(list, "outcome", pointers(before.outcomes), pointers(after.outcomes), [](const Outcome &it) { return it.id; });
    compare<ExceptionCode>(list, "exception", pointers(before.exceptions), pointers(after.exceptions), [](const ExceptionCode &it) { return it.code; });
    compare<StatutoryBar>(list, "bar", pointers(before.statutoryBars), pointers(after.statutoryBars), [](const StatutoryBar &it) { return it.id; });
    compare<Level>(list, "level", pointers(before.levels), pointers(after.levels), [](const Level &it) { return it.id; });
    compare<ReviewRule>(list, "review", pointers(before.review), pointers(after.review), [](const ReviewRule &it) { return it.id; });
    compare<TimeLimit>(list, "clock", pointers(before.clocks), pointers(after.clocks), [](const TimeLimit &it) { return it.id; });
    compare<ProcessRule>(list, "rule", pointers(before.rules), pointers(after.rules), [](const ProcessRule &it) { return it.id; });
    if (list.empty() && before.digest != after.digest) // the order of things, or a counterweight nothing has: never "nothing differs"
        list.push_back({ChangeKind::Changed, "pack", {}, "digest", before.digest.hex(), after.digest.hex()});
    return list;
}

} // namespace caseward::packs
