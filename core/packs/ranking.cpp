// SPDX-License-Identifier: GPL-3.0-or-later
// The palette's ranking. Words are compared from their beginning, in lower case; anything that is neither a letter
// nor a digit separates words, so that "sf-86", "SF 86" and "16(a)" are found however they are typed.
#include "core/packs/pack.h"

#include <algorithm>

namespace caseward::packs {

namespace {

constexpr std::size_t firstRows = 5; // what the palette shows without scrolling

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes above ASCII count as letters: a pack may be in any language. Lower case only.
bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// "E 16(a)" -> "e", "16", "a"
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (const char raw : text) {
        const char c = lower(raw);
        if (isWordByte(c) && !inside)
            words.emplace_back();
        inside = isWordByte(c);
        if (inside)
            words.back() += c;
    }
    return words;
}

std::string joined(const std::vector<std::string> &words, const char *separator)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : separator) + word;
    return all;
}

bool startsWith(const std::string &text, const std::string &beginning)
{
    return text.compare(0, beginning.size(), beginning) == 0;
}

// A word of `text` begins with `wanted`, which is in lower case. Runs at every key on every text of the pack, so it
// looks at the text where it lies.
bool hasWord(std::string_view text, std::string_view wanted)
{
    bool inside = false;
    for (std::size_t i = 0; i + wanted.size() <= text.size(); ++i) {
        const bool begins = !inside;
        inside = isWordByte(lower(text[i]));
        if (begins && inside && std::equal(wanted.begin(), wanted.end(), text.begin() + static_cast<std::ptrdiff_t>(i),
                                           [](char want, char have) { return want == lower(have); }))
            return true;
    }
    return false;
}

enum class Tier { Exact, Recent, Prefix, Word, Rest, None };

struct Query {
    std::vector<std::string> words;
    std::string compact; // "16a"
    std::string phrase;  // "bank deposit"
};

Tier tierOf(const Pack &pack, const Condition &condition, const Query &query)
{
    const std::string paragraph = joined(wordsOf(condition.id), "");
    const std::string letter = joined(wordsOf(condition.guideline), "");
    if (query.compact == paragraph || query.compact == letter + paragraph)
        return Tier::Exact;
    if (startsWith(paragraph, query.compact) || startsWith(letter + paragraph, query.compact)
        || hasWord(condition.shortText, query.phrase))
        return Tier::Prefix;

    const auto named = [&](const std::string &wanted) {
        return startsWith(paragraph, wanted) || letter == wanted || hasWord(condition.shortText, wanted)
            || std::any_of(condition.keywords.begin(), condition.keywords.end(),
                           [&wanted](const std::string &keyword) { return hasWord(keyword, wanted); });
    };
    if (std::all_of(query.words.begin(), query.words.end(), named))
        return Tier::Word;

    const Guideline *guideline = pack.guideline(condition.guideline);
    const bool all = std::all_of(query.words.begin(), query.words.end(), [&](const std::string &wanted) {
        return named(wanted) || hasWord(condition.text, wanted) || (guideline != nullptr && hasWord(guideline->title, wanted))
            || std::any_of(condition.subItems.begin(), condition.subItems.end(),
                           [&wanted](const SubItem &item) { return hasWord(item.text, wanted); });
    });
    return all ? Tier::Rest : Tier::None;
}

struct Row {
    const Condition *condition = nullptr;
    Tier tier = Tier::Rest;
    std::size_t recency = 0; // 0 is the most recent; among recents only
};

// Guards against one-sided coding: five rows of one kind would bury the other.
void showBothKinds(std::vector<const Condition *> &rows)
{
    if (rows.size() <= firstRows)
        return;
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(firstRows);
    const ConditionKind kind = rows.front()->kind;
    if (std::any_of(rows.begin(), end, [kind](const Condition *it) { return it->kind != kind; }))
        return;
    auto best = rows.end();
    for (auto row = rows.begin(); row != end && best == rows.end(); ++row) {
        const std::string &letter = (*row)->guideline;
        best = std::find_if(end, rows.end(), [kind, &letter](const Condition *it) {
            return it->kind != kind && it->guideline == letter;
        });
    }
    if (best == rows.end()) // none of the guidelines shown has one that matches: any other is better than none
        best = std::find_if(end, rows.end(), [kind](const Condition *it) { return it->kind != kind; });
    if (best != rows.end())
        std::rotate(end - 1, best, best + 1);
}

} // namespace

std::vector<const Condition *> rankConditions(const Pack &pack, std::string_view query,
                                              const std::vector<std::string> &recentIds)
{
    Query wanted;
    wanted.words = wordsOf(query);
    wanted.compact = joined(wanted.words, "");
    wanted.phrase = joined(wanted.words, " ");

    std::vector<Row> rows;
    for (const Condition *condition : pack.allConditions()) {
        const Tier tier = wanted.words.empty() ? Tier::Rest : tierOf(pack, *condition, wanted);
        if (tier == Tier::None)
            continue;
        const auto recent = std::find(recentIds.begin(), recentIds.end(), condition->id);
        Row row{condition, tier, static_cast<std::size_t>(recent - recentIds.begin())};
        if (recent == recentIds.end())
            row.recency = 0;
        else if (tier != Tier::Exact)
            row.tier = Tier::Recent;
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &left, const Row &right) {
        return left.tier != right.tier ? left.tier < right.tier : left.recency < right.recency;
    });

    std::vector<const Condition *> ranked;
    ranked.reserve(rows.size());
    for (const Row &row : rows)
        ranked.push_back(row.condition);
    showBothKinds(ranked);
    return ranked;
}

} // namespace caseward::packs
