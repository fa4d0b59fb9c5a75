// SPDX-License-Identifier: GPL-3.0-or-later
// From the JSON of a pack to its values, field by field, and the checks that need more than one field. Private to
// core/packs; pure; Malformed names the object and the field.
#pragma once

#include "core/codec/objectreader.h"
#include "core/packs/pack.h"

namespace caseward::packs {

// Fields, types and closed vocabularies. Conditions are sorted into their guidelines (an unknown one is refused here).
[[nodiscard]] Status readPack(const codec::Json &untrustedRoot, Pack &pack);

// What the declared counts said, to be held against what is there.
struct Counts { std::size_t guidelines = 0, disqualifying = 0, mitigating = 0, criteria = 0; };
[[nodiscard]] Result<Counts> readCounts(const codec::Json &untrustedRoot, int edition);

// Unique ids and words, counts, exceptions that exist, keywords in lower case.
[[nodiscard]] Status checkPack(const Pack &untrustedPack, const Counts &counts);


// ---- caseward-pack/2 (packextras.cpp) -----------------------------------------------------------------------------
// Takes from the reader of the whole what only /2 has; finish() stays with the caller.
[[nodiscard]] Status readExtras(codec::ObjectReader &root, Pack &pack);
// The words in the pack's other languages: [{"language","title","text"}].
[[nodiscard]] Result<Translations> readTranslations(const codec::Json::Array &untrustedItems, const std::string &where);
// What needs more than one field of those.
[[nodiscard]] Status checkExtras(const Pack &untrustedPack);
// No text of the file is too long for people, holds control characters, or turns the direction of writing round.
[[nodiscard]] Status checkTexts(const codec::Json &untrustedRoot);

[[nodiscard]] Fault malformed(const std::string &where, const std::string &field, const std::string &what);
// A string that must say something.
[[nodiscard]] std::string words(codec::ObjectReader &reader, std::string_view key);
[[nodiscard]] std::string confidenceWord(codec::ObjectReader &reader, std::string_view key); // of the closed list
// "conditions[3]"; readers of a fault find the place even when the id itself is what is wrong.
[[nodiscard]] std::string place(std::string_view list, std::size_t index);
[[nodiscard]] bool isVersion(std::string_view text);         // three numbers with dots between them
[[nodiscard]] bool isPackId(std::string_view text);

// Beyond any directive there is; what people could never look through.
inline constexpr std::size_t mostTextCharacters = 20'000, mostOfAKind = 5'000;

} // namespace caseward::packs
