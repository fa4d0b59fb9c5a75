// SPDX-License-Identifier: GPL-3.0-or-later
// From the JSON of a pack to its values, field by field, and the checks that need more than one field. Private to
// core/packs; pure; Malformed names the object and the field.
#pragma once

#include "core/codec/objectreader.h"
#include "core/packs/pack.h"

#include <map>
#include <set>

namespace caseward::packs {

// Fields, types and closed vocabularies. Conditions are sorted into their guidelines (an unknown one is refused here).
[[nodiscard]] Status readPack(const codec::Json &untrustedRoot, Pack &pack);

// What the declared counts said, to be held against what is there.
struct Counts { std::size_t guidelines = 0, disqualifying = 0, mitigating = 0, criteria = 0; };
[[nodiscard]] Result<Counts> readCounts(const codec::Json &untrustedRoot, int edition);

// Unique ids and words, counts, exceptions that exist, keywords in lower case.
[[nodiscard]] Status checkPack(const Pack &untrustedPack, const Counts &counts);

// Before any of it is copied (packlimits.cpp): no list and no text is longer than people could look through, no text holds control
// characters, letters that are not seen or such as turn the direction of writing round. TooLarge, Malformed.
[[nodiscard]] Status checkLimits(const codec::Json &untrustedRoot);

// ---- caseward-pack/2 (packextras.cpp) -----------------------------------------------------------------------------
// Takes from the reader of the whole what only /2 has; finish() stays with the caller.
[[nodiscard]] Status readExtras(codec::ObjectReader &root, Pack &pack);
// `also`, the words in the pack's other languages: [{"language","title","text"}].
[[nodiscard]] Result<Translations> readAlso(codec::ObjectReader &reader, const std::string &where);
// What needs more than one field of those.
[[nodiscard]] Status checkExtras(const Pack &untrustedPack);

// The guideline of each condition and, under its own letter, each guideline: where a row of `crosswalk` begins.
[[nodiscard]] std::map<std::string, std::string> lettersOf(const Pack &pack);

[[nodiscard]] Fault malformed(const std::string &where, const std::string &field, const std::string &what);
// A string that must say something.
[[nodiscard]] std::string words(codec::ObjectReader &reader, std::string_view key);
[[nodiscard]] std::string confidenceWord(codec::ObjectReader &reader, std::string_view key); // of the closed list
// "conditions[3]"; readers of a fault find the place even when the id itself is what is wrong.
[[nodiscard]] std::string place(std::string_view list, std::size_t index);
[[nodiscard]] bool isPackId(std::string_view text);          // lower-case letters, digits and hyphens
[[nodiscard]] bool isVersion(std::string_view text);         // three numbers with dots between them
// The id and version by which packs name one another: lower-case letters, digits and hyphens; three numbers like 1.0.0.
[[nodiscard]] Status checkName(const std::string &where, const std::string &id, const std::string &version);

// What every part of /2 has beside its own fields.
template <typename Item>
Status readBeside(codec::ObjectReader &reader, const std::string &where, Item &item)
{
    if constexpr (requires { item.confidence; })
        item.confidence = confidenceWord(reader, "confidence");
    item.also = TRY(readAlso(reader, where));
    return {};
}

template <typename Item, typename Read>
Status readList(const codec::Json::Array &untrustedItems, const std::string &list, Read read, std::vector<Item> &into)
{
    for (std::size_t i = 0; i < untrustedItems.size(); ++i)
        into.push_back(TRY(read(untrustedItems[i], place(list, i))));
    return {};
}

// Malformed, naming the second of two that have the same key.
template <typename List, typename Key>
Status allDifferent(const List &list, const std::string &where, const std::string &field, Key key)
{
    std::set<std::string> seen;
    for (const auto &item : list)
        if (!seen.insert(key(item)).second)
            return malformed(where, field, "is there twice: \"" + key(item) + "\"");
    return {};
}

// Beyond any directive there is; what people could never look through. A guideline of another pack is like at most `mostAlike` of one.
inline constexpr std::size_t mostTextCharacters = 20'000, mostOfAKind = 5'000, mostLanguages = 20, mostAlike = 20;

} // namespace caseward::packs
