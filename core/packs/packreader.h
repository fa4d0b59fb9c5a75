// SPDX-License-Identifier: GPL-3.0-or-later
// From the JSON of a pack to its values, field by field, and the checks that need more than one field. Private to
// core/packs; pure; Malformed names the object and the field.
#pragma once

#include "core/packs/pack.h"

namespace caseward::packs {

// Fields, types and closed vocabularies. Conditions are sorted into their guidelines (an unknown one is refused here).
[[nodiscard]] Status readPack(const codec::Json &untrustedRoot, Pack &pack);

// What the declared counts said, to be held against what is there.
struct Counts { std::size_t guidelines = 0, disqualifying = 0, mitigating = 0; };
[[nodiscard]] Result<Counts> readCounts(const codec::Json &untrustedRoot);

// Unique ids and words, counts, exceptions that exist, keywords in lower case.
[[nodiscard]] Status checkPack(const Pack &untrustedPack, const Counts &counts);

} // namespace caseward::packs
