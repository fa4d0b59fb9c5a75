// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packs/reciprocity.h"

#include "core/packs/datafolder.h"
#include "core/packs/packreader.h"

#include <algorithm>
#include <array>

namespace caseward::packs {

namespace {

using codec::Json;
using codec::ObjectReader;

constexpr std::size_t mostQuestions = 50, mostSources = 100, mostIdCharacters = 60;
constexpr std::int64_t mostYears = 100, mostDays = 36'500;

template <typename Value>
struct Named { std::string_view name; Value value; };
constexpr std::array<Named<ReciprocityFact>, 6> facts = {{{"information", ReciprocityFact::Information}, {"age", ReciprocityFact::Age}, {"exception", ReciprocityFact::Exception},
                                                          {"bar", ReciprocityFact::Bar}, {"standing", ReciprocityFact::Standing}, {"level", ReciprocityFact::Level}}};
constexpr std::array<Named<ReciprocityEffect>, 3> effects = {{{"refuses", ReciprocityEffect::Refuses}, {"optional", ReciprocityEffect::Optional},
                                                             {"reinvestigation", ReciprocityEffect::Reinvestigation}}};

template <typename Value, std::size_t Count>
Value valueOf(ObjectReader &reader, std::string_view key, const std::array<Named<Value>, Count> &known)
{
    const std::string word = reader.text(key);
    const auto found = std::ranges::find(known, std::string_view(word), &Named<Value>::name);
    if (found != known.end())
        return found->value;
    if (!reader.failed())
        reader.problem(key, "is not a word this version knows: \"" + word + "\"");
    return known.front().value;
}

// It goes into entries as a word: printable ASCII without blanks.
std::string idWord(ObjectReader &reader, std::string_view key)
{
    std::string word = reader.text(key);
    const bool sound = !word.empty() && word.size() <= mostIdCharacters && std::ranges::all_of(word, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
    if (!reader.failed() && !sound)
        reader.problem(key, "is not 1 to 60 printable characters without blanks");
    return word;
}

Status readSources(const Json::Array &untrustedItems, ReciprocityRules &rules)
{
    if (untrustedItems.size() > mostSources)
        return fail(FaultCode::TooLarge, "\"sources\" has more than " + std::to_string(mostSources) + " entries");
    for (std::size_t i = 0; i < untrustedItems.size(); ++i) {
        ObjectReader reader(untrustedItems[i], place("sources", i));
        std::string text = words(reader, "text");
        rules.sources.emplace_back(std::move(text), reader.text("verified"));
        TRY(reader.finish());
    }
    return {};
}

Status readQuestions(const Json::Array &untrustedItems, ReciprocityRules &rules)
{
    if (untrustedItems.size() > mostQuestions)
        return fail(FaultCode::TooLarge, "\"questions\" has more than " + std::to_string(mostQuestions) + " entries");
    for (std::size_t i = 0; i < untrustedItems.size(); ++i) {
        ObjectReader reader(untrustedItems[i], place("questions", i));
        ReciprocityQuestion question;
        question.id = idWord(reader, "id");
        question.title = words(reader, "title");
        question.text = words(reader, "text");
        question.fact = valueOf(reader, "fact", facts);
        question.effect = valueOf(reader, "effect", effects);
        question.verified = reader.boolean("verified");
        TRY(reader.finish());
        if (rules.question(question.id) != nullptr)
            return malformed(place("questions", i), "id", "is there twice: \"" + question.id + "\"");
        rules.questions.push_back(std::move(question));
    }
    if (rules.questions.empty())
        return malformed("reciprocity file", "questions", "asks nothing");
    return {};
}

Status readClock(const Json &untrusted, ReciprocityRules &rules)
{
    ObjectReader reader(untrusted, "clock");
    rules.clock = idWord(reader, "id");
    rules.clockDays = static_cast<std::uint32_t>(reader.integer("days", 1, mostDays));
    rules.clockUnit = reader.text("unit");
    if (!reader.failed() && rules.clockUnit != "business" && rules.clockUnit != "calendar")
        reader.problem("unit", "is neither business nor calendar");
    rules.clockText = words(reader, "text");
    rules.clockVerified = reader.boolean("verified");
    return reader.finish();
}

Status readRules(const Json &untrustedRoot, ReciprocityRules &rules)
{
    ObjectReader root(untrustedRoot, "reciprocity file");
    if (root.text("schema") != "caseward-reciprocity/1")
        root.problem("schema", "is not caseward-reciprocity/1");
    rules.id = words(root, "id");
    rules.version = words(root, "version");
    rules.instrument = words(root, "instrument");
    rules.effective = root.text("effective");
    if (!root.failed() && !isDay(rules.effective))
        root.problem("effective", "is not a day written YYYY-MM-DD");
    rules.notice = root.text("notice");
    rules.rule = words(root, "rule");
    rules.investigationYears = static_cast<std::uint32_t>(root.integer("investigationYears", 1, mostYears));
    const Json::Array &sources = root.array("sources"), &questions = root.array("questions");
    const Json &clock = root.member("clock");
    TRY(root.finish());
    TRY(checkName("reciprocity file", rules.id, rules.version));
    TRY(readSources(sources, rules));
    TRY(readClock(clock, rules));
    return readQuestions(questions, rules);
}

} // namespace

const ReciprocityQuestion *ReciprocityRules::question(std::string_view questionId) const
{
    const auto found = std::ranges::find(questions, questionId, &ReciprocityQuestion::id);
    return found == questions.end() ? nullptr : &*found;
}

Result<std::shared_ptr<const ReciprocityRules>> ReciprocityRules::load(BytesView untrustedJson)
{
    const Json root = TRY(codec::parseJson(untrustedJson, limits::packBytes));
    TRY(checkLimits(root));
    auto rules = std::make_shared<ReciprocityRules>();
    TRY(readRules(root, *rules));
    return ReciprocityRulesPtr(std::move(rules));
}

Result<ReciprocityRulesPtr> loadReciprocity(const Path &folder)
{
    ReciprocityRulesPtr newest;
    if (!hasDataFolder(folder))
        return newest;
    const std::vector<ReciprocityRulesPtr> all = TRY(loadFolder(folder, ReciprocityRules::load));
    for (const ReciprocityRulesPtr &loaded : all)
        if (!newest || isNewer(loaded->version, newest->version))
            newest = loaded;
    return newest;
}

} // namespace caseward::packs
