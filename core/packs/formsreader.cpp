// SPDX-License-Identifier: GPL-3.0-or-later
// From the JSON of a forms file to its values, field by field.
#include "core/packs/formsreader.h"

#include "core/packs/packreader.h"

#include <algorithm>

namespace caseward::packs {

namespace {

using codec::Json;
using codec::ObjectReader;

constexpr std::int64_t mostYears = 100, mostEntries = 1'000, mostMonths = 1'200;

std::uint32_t number(ObjectReader &reader, std::string_view key, std::int64_t most)
{
    return static_cast<std::uint32_t>(reader.integer(key, 0, most));
}

std::string oneOf(ObjectReader &reader, std::string_view key, std::initializer_list<std::string_view> known)
{
    std::string word = reader.text(key);
    if (!reader.failed() && std::find(known.begin(), known.end(), word) == known.end())
        reader.problem(key, "is not a word this version knows: \"" + word + "\"");
    return word;
}

// An id goes into entries as a word: printable ASCII without blanks.
std::string idWord(ObjectReader &reader, std::string_view key)
{
    std::string word = reader.text(key);
    const bool sound = !word.empty() && word.size() <= 60 && std::ranges::all_of(word, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
    if (!reader.failed() && !sound)
        reader.problem(key, "is not 1 to 60 printable characters without blanks");
    return word;
}

LookBack readBack(ObjectReader &reader)
{
    LookBack back{number(reader, "years", mostYears), reader.boolean("ever")};
    if (!reader.failed() && back.ever && back.years != 0)
        reader.problem("ever", "and years are both said");
    return back;
}

template <typename Item>
Result<std::vector<Item>> readAll(ObjectReader &root, std::string_view list, Result<Item> (*read)(const Json &, const std::string &), const std::string &where = {})
{
    std::vector<Item> all;
    const Json::Array &items = root.array(list);
    if (items.size() > mostOfAKind)
        return fail(FaultCode::TooLarge, "\"" + std::string(list) + "\" has more than " + std::to_string(mostOfAKind) + " entries");
    for (std::size_t i = 0; i < items.size() && !root.failed(); ++i)
        all.push_back(TRY(read(items[i], (where.empty() ? where : where + ".") + place(list, i))));
    return all;
}

Result<FormQuestion> readQuestion(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    FormQuestion question{words(reader, "path"), words(reader, "title")};
    TRY(reader.finish());
    return question;
}

Result<FormSection> readSection(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    FormSection section;
    section.id = idWord(reader, "id");
    section.title = words(reader, "title");
    section.names = reader.texts("names");
    section.entries = reader.text("entries");
    section.lane = oneOf(reader, "lane", {"", "residence", "employment", "references"});
    section.young = reader.boolean("young");
    section.verifier = reader.texts("verifier");
    section.least = number(reader, "least", mostEntries);
    section.questions = TRY(readAll<FormQuestion>(reader, "questions", readQuestion, where));
    if (!reader.failed() && section.names.empty())
        reader.problem("names", "names no element");
    TRY(reader.finish());
    return section;
}

using Except = std::pair<std::string, LookBack>;
Result<Except> readExcept(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Except except;
    except.first = words(reader, "path");
    except.second = readBack(reader);
    TRY(reader.finish());
    return except;
}

Result<AskedSection> readAsked(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    AskedSection asked;
    asked.section = idWord(reader, "section");
    asked.required = reader.boolean("required");
    asked.back = readBack(reader);
    asked.without = reader.texts("without");
    asked.except = TRY(readAll<Except>(reader, "except", readExcept, where));
    TRY(reader.finish());
    return asked;
}

Result<Form> readForm(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Form form;
    form.id = idWord(reader, "id");
    form.title = words(reader, "title");
    form.names = reader.texts("names");
    form.versions = reader.texts("versions");
    form.text = reader.text("text");
    form.confidence = confidenceWord(reader, "confidence");
    form.adultAge = number(reader, "adultAge", mostYears);
    form.leastYears = number(reader, "leastYears", mostYears);
    form.verifierYears = number(reader, "verifierYears", mostYears);
    form.sections = TRY(readAll<AskedSection>(reader, "sections", readAsked, where));
    if (!reader.failed() && form.sections.empty())
        reader.problem("sections", "asks nothing");
    TRY(reader.finish());
    return form;
}

Result<ReleaseRule> readRelease(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    ReleaseRule release{idWord(reader, "id"), words(reader, "title"), reader.text("text"), reader.text("section"), number(reader, "validYears", mostYears),
                        confidenceWord(reader, "confidence")};
    TRY(reader.finish());
    return release;
}

Result<TierComponent> readComponent(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    TierComponent component{idWord(reader, "id"), words(reader, "title")};
    TRY(reader.finish());
    return component;
}

Result<Tier> readTier(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    Tier tier;
    tier.id = idWord(reader, "id");
    tier.title = words(reader, "title");
    tier.access = reader.texts("access");
    tier.components = TRY(readAll<TierComponent>(reader, "components", readComponent, where));
    tier.confidence = confidenceWord(reader, "confidence");
    TRY(reader.finish());
    return tier;
}

Result<DeficiencyCode> readDeficiency(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    DeficiencyCode code{idWord(reader, "code"), words(reader, "title"), words(reader, "text"), reader.texts("hints")};
    TRY(reader.finish());
    return code;
}

Result<FlagRule> readFlag(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    FlagRule flag;
    flag.id = idWord(reader, "id");
    flag.family = oneOf(reader, "family", {"statutory-bar", "open-warrant", "prior-eligibility"});
    flag.bar = reader.text("bar");
    flag.title = words(reader, "title");
    flag.text = words(reader, "text");
    flag.paths = reader.texts("paths");
    flag.says = reader.text("says");
    flag.contains = reader.text("contains");
    if (!reader.failed() && (flag.says.empty() == flag.contains.empty()))
        reader.problem("says", "or contains is to be said, and not both");
    TRY(reader.finish());
    return flag;
}

Result<std::pair<std::string, std::string>> readSource(const Json &untrustedValue, const std::string &where)
{
    ObjectReader reader(untrustedValue, where);
    std::pair<std::string, std::string> source{words(reader, "text"), reader.text("verified")};
    TRY(reader.finish());
    return source;
}

} // namespace

Status readForms(const Json &untrustedRoot, Forms &forms)
{
    ObjectReader root(untrustedRoot, "forms file");
    if (root.text("schema") != "caseward-forms/1")
        root.problem("schema", "is not caseward-forms/1");
    forms.id = words(root, "id");
    if (!root.failed() && !isPackId(forms.id))
        root.problem("id", "has more than lower-case letters, digits and hyphens");
    forms.version = words(root, "version");
    if (!root.failed() && !isVersion(forms.version))
        root.problem("version", "is not three numbers like 1.0.0");
    forms.effective = root.text("effective");
    if (!root.failed() && !isDay(forms.effective))
        root.problem("effective", "is not a day written YYYY-MM-DD");
    forms.notice = root.text("notice");
    const Json &tolerance = root.member("tolerance");
    forms.sources = TRY((readAll<std::pair<std::string, std::string>>(root, "sources", readSource)));
    forms.sections = TRY(readAll<FormSection>(root, "sections", readSection));
    forms.forms = TRY(readAll<Form>(root, "forms", readForm));
    forms.releases = TRY(readAll<ReleaseRule>(root, "releases", readRelease));
    forms.tiers = TRY(readAll<Tier>(root, "tiers", readTier));
    forms.deficiencies = TRY(readAll<DeficiencyCode>(root, "deficiencies", readDeficiency));
    forms.flags = TRY(readAll<FlagRule>(root, "flags", readFlag));
    TRY(root.finish());
    ObjectReader least(tolerance, "tolerance");
    forms.uncoveredMonths = number(least, "uncoveredMonths", mostMonths);
    forms.withinYears = number(least, "withinYears", mostYears);
    return least.finish();
}

} // namespace caseward::packs
