// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/packreader.h"

#include "core/base/blanktext.h"
#include "core/codec/objectreader.h"

#include <algorithm>
#include <utility>

namespace caseward::packs {

using codec::Json;
using codec::ObjectReader;

std::string words(ObjectReader &reader, std::string_view key)
{
    std::string value = reader.text(key);
    if (!reader.failed() && isBlank(value))
        reader.problem(key, "is empty");
    return value;
}

std::string confidenceWord(ObjectReader &reader, std::string_view key)
{
    std::string value = reader.text(key);
    if (!reader.failed() && value != "high" && value != "medium-high" && value != "medium" && value != "low")
        reader.problem(key, "is not high, medium-high, medium or low");
    return value;
}

std::string place(std::string_view list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

namespace {

constexpr std::int64_t mostCounted = 100'000;

// One of a closed list of names.
template <typename Value, std::size_t Size>
Value oneOf(ObjectReader &reader, std::string_view key, const std::pair<std::string_view, Value> (&names)[Size])
{
    const std::string name = reader.text(key);
    for (const auto &candidate : names)
        if (candidate.first == name)
            return candidate.second;
    reader.problem(key, "is not a word this version knows: \"" + name + "\"");
    return names[0].second;
}

constexpr std::pair<std::string_view, ConditionKind> conditionKinds[] = {
    {"disqualifying", ConditionKind::Disqualifying}, {"mitigating", ConditionKind::Mitigating},
    {"criterion", ConditionKind::Criterion}};
constexpr std::pair<std::string_view, Connective> connectives[] = {
    {"none", Connective::None}, {"and", Connective::And}, {"or", Connective::Or}};
constexpr std::pair<std::string_view, OutcomeClass> outcomeClasses[] = {
    {"favourable", OutcomeClass::Favourable}, {"adverse", OutcomeClass::Adverse},
    {"administrative", OutcomeClass::Administrative}, {"interim", OutcomeClass::Interim}};
constexpr std::pair<std::string_view, BarKind> barKinds[] = {
    {"prohibition", BarKind::Prohibition}, {"disqualifier", BarKind::Disqualifier}};

constexpr int first = 1;                 // edition of the schema

Result<Guideline> readGuideline(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    Guideline guideline;
    guideline.letter = words(reader, "letter");
    guideline.title = words(reader, "title");
    const Json &concern = reader.member("concern");
    if (edition == first) {
        guideline.confidence = words(reader, "confidence");
    } else {
        guideline.verified = reader.text("verified");
        TRY(readBeside(reader, where, guideline));
    }
    TRY(reader.finish());
    ObjectReader concernReader(concern, where + ".concern");
    guideline.concernCitation = words(concernReader, "citation");
    guideline.concernText = words(concernReader, "text");
    TRY(concernReader.finish());
    return guideline;
}

Result<Condition> readCondition(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    Condition condition;
    condition.id = words(reader, "id");
    condition.guideline = words(reader, "guideline");
    condition.kind = oneOf(reader, "kind", conditionKinds);
    condition.citation = words(reader, "citation");
    condition.shortText = words(reader, "shortText");
    condition.text = words(reader, "text");
    condition.keywords = reader.texts("keywords");
    condition.connective = oneOf(reader, "connective", connectives);
    if (edition == first) {
        if (condition.kind == ConditionKind::Criterion)
            reader.problem("kind", "is criterion, which only caseward-pack/2 has");
    } else {
        TRY(readBeside(reader, where, condition));
    }
    const Json::Array &items = reader.array("subItems");
    TRY(reader.finish());
    for (std::size_t i = 0; i < items.size(); ++i) {
        ObjectReader itemReader(items[i], where + "." + place("subItems", i));
        SubItem item;
        item.id = words(itemReader, "id");
        item.text = words(itemReader, "text");
        TRY(itemReader.finish());
        condition.subItems.push_back(std::move(item));
    }
    return condition;
}

Result<Factor> readFactor(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    Factor factor;
    factor.id = words(reader, "id");
    factor.group = words(reader, "group");
    factor.text = words(reader, "text");
    factor.required = reader.boolean("required");
    if (!reader.failed() && factor.group != "whole-person" && factor.group != "already-eligible")
        reader.problem("group", "is neither whole-person nor already-eligible");
    if (edition != first)
        TRY(readBeside(reader, where, factor));
    TRY(reader.finish());
    return factor;
}

Result<Outcome> readOutcome(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    Outcome outcome;
    outcome.id = words(reader, "id");
    outcome.title = words(reader, "title");
    outcome.outcomeClass = oneOf(reader, "class", outcomeClasses);
    outcome.needsException = reader.boolean("needsException");
    outcome.confirmWord = words(reader, "confirmWord");
    if (edition != first)
        TRY(readBeside(reader, where, outcome));
    else if (outcome.outcomeClass == OutcomeClass::Interim)
        reader.problem("class", "is interim, which only caseward-pack/2 has");
    TRY(reader.finish());
    return outcome;
}

Result<ExceptionCode> readException(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    ExceptionCode exception;
    exception.code = words(reader, "code");
    exception.name = words(reader, "name");
    exception.text = words(reader, "text");
    if (edition != first)
        TRY(readBeside(reader, where, exception));
    TRY(reader.finish());
    return exception;
}

Result<StatutoryBar> readBar(const Json &untrustedValue, const std::string &where, int edition)
{
    ObjectReader reader(untrustedValue, where);
    StatutoryBar bar;
    bar.id = words(reader, "id");
    bar.text = words(reader, "text");
    bar.waivable = reader.boolean("waivable");
    bar.appliesTo = reader.texts("appliesTo");
    if (edition == first) {
        bar.kind = bar.waivable ? BarKind::Disqualifier : BarKind::Prohibition;
    } else {
        bar.kind = oneOf(reader, "kind", barKinds);
        bar.citation = words(reader, "citation");
        TRY(readBeside(reader, where, bar));
    }
    TRY(reader.finish());
    return bar;
}

Status sortIntoGuidelines(std::vector<Condition> conditions, std::vector<Guideline> &guidelines)
{
    std::map<std::string, Guideline *> homes;
    for (Guideline &guideline : guidelines)
        homes.emplace(guideline.letter, &guideline);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        const auto home = homes.find(conditions[i].guideline);
        if (home == homes.end())
            return malformed(place("conditions", i), "guideline", "is unknown: \"" + conditions[i].guideline + "\"");
        auto &side = isConcern(conditions[i].kind) ? home->second->disqualifying : home->second->mitigating;
        side.push_back(std::move(conditions[i]));
    }
    return {};
}

// What speaks for the person under a criterion, which has no list of its own to say it.
Condition counterweightOf(const Condition &criterion, const Condition &pattern)
{
    Condition made = pattern;
    made.id = criterion.id + "/for";
    made.guideline = criterion.guideline;
    made.kind = ConditionKind::Counterweight;
    made.citation = criterion.citation;
    made.confidence = criterion.confidence;
    return made;
}

Status addCounterweights(const Json &untrustedPattern, Pack &pack)
{
    ObjectReader reader(untrustedPattern, "counterweight");
    Condition pattern;
    pattern.shortText = words(reader, "title");
    pattern.text = words(reader, "text");
    pattern.keywords = reader.texts("keywords");
    pattern.also = TRY(readAlso(reader, "counterweight"));
    TRY(reader.finish());
    for (Guideline &guideline : pack.guidelines)
        for (const Condition &concern : guideline.disqualifying)
            if (concern.kind == ConditionKind::Criterion)
                guideline.mitigating.push_back(counterweightOf(concern, pattern));
    return {};
}

// The languages of a pack: one in /1, the first of several in /2.
void readLanguages(ObjectReader &reader, Pack &pack)
{
    if (pack.edition == first) {
        pack.language = words(reader, "language");
        pack.languages = {pack.language};
        return;
    }
    pack.languages = reader.texts("languages");
    if (!reader.failed() && pack.languages.empty())
        reader.problem("languages", "is empty");
    else if (!reader.failed())
        pack.language = pack.languages.front();
}

} // namespace

Result<Counts> readCounts(const Json &untrustedRoot, int edition)
{
    const Json *value = untrustedRoot.find("counts");
    if (value == nullptr)
        return fail(FaultCode::Malformed, "pack: \"counts\" is missing", {{"where", "pack"}, {"field", "counts"}});
    ObjectReader reader(*value, "counts");
    Counts counts;
    counts.guidelines = static_cast<std::size_t>(reader.integer("guidelines", 1, mostCounted));
    counts.disqualifying = static_cast<std::size_t>(reader.integer("disqualifying", 0, mostCounted));
    counts.mitigating = static_cast<std::size_t>(reader.integer("mitigating", 0, mostCounted));
    if (edition != first)
        counts.criteria = static_cast<std::size_t>(reader.integer("criteria", 0, mostCounted));
    TRY(reader.finish());
    return counts;
}

Status readPack(const Json &untrustedRoot, Pack &pack)
{
    ObjectReader reader(untrustedRoot, "pack");
    const std::string schema = reader.text("schema");
    if (!reader.failed() && schema != "caseward-pack/1" && schema != "caseward-pack/2")
        reader.problem("schema", "is neither caseward-pack/1 nor caseward-pack/2");
    pack.edition = schema == "caseward-pack/2" ? 2 : first;
    pack.id = words(reader, "id");
    pack.version = words(reader, "version");
    pack.jurisdiction = words(reader, "jurisdiction");
    readLanguages(reader, pack);
    pack.instrument = words(reader, "instrument");
    pack.effective = reader.text("effective");
    if (!reader.failed() && !isDay(pack.effective))
        reader.problem("effective", "is not a day written YYYY-MM-DD");
    pack.notice = words(reader, "notice");
    reader.member("counts");
    const Json::Array &guidelines = reader.array("guidelines");
    const Json::Array &conditions = reader.array("conditions");
    const Json::Array &factors = reader.array("factors");
    const Json::Array &outcomes = reader.array("outcomes");
    const Json::Array &exceptions = reader.array("exceptions");
    const Json::Array &bars = reader.array("statutoryBars");
    const Json *pattern = pack.edition == first ? nullptr : &reader.member("counterweight");
    if (pack.edition != first)
        TRY(readExtras(reader, pack));
    TRY(reader.finish());

    const auto ofEdition = [edition = pack.edition](auto read) {
        return [edition, read](const Json &item, const std::string &where) { return read(item, where, edition); };
    };
    std::vector<Condition> flat;
    TRY(readList(guidelines, "guidelines", ofEdition(readGuideline), pack.guidelines));
    TRY(readList(conditions, "conditions", ofEdition(readCondition), flat));
    TRY(readList(factors, "factors", ofEdition(readFactor), pack.factors));
    TRY(readList(outcomes, "outcomes", ofEdition(readOutcome), pack.outcomes));
    TRY(readList(exceptions, "exceptions", ofEdition(readException), pack.exceptions));
    TRY(readList(bars, "statutoryBars", ofEdition(readBar), pack.statutoryBars));
    TRY(sortIntoGuidelines(std::move(flat), pack.guidelines));
    return pattern ? addCounterweights(*pattern, pack) : Status();
}

} // namespace caseward::packs
