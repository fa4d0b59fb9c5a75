// SPDX-License-Identifier: GPL-3.0-or-later
// How packs stand to one another: which takes the place of which, which are in force on a day, and where two of them are about the
// same concern. Nothing here merges packs: it says what each has to say. Pure; any thread.
#pragma once

#include "core/packs/pack.h"

#include <set>

namespace caseward::packs {

// The pack of that id among those of a case, which has one of each; null when there is none.
[[nodiscard]] PackPtr withId(const std::vector<PackPtr> &packs, std::string_view id);

// Malformed, with the way round in words, when what takes the place of what, or what is like what, leads back to where it began.
[[nodiscard]] Status checkRelations(const std::vector<PackPtr> &packs);

enum class Standing { InForce, NotYet, Ended, Replaced, Retired };
[[nodiscard]] std::string_view standingName(Standing standing);   // "in-force", "not-yet", "ended", "replaced", "retired"

// `today` is YYYY-MM-DD; `retired` by digest. Replaced: another one that has begun and is not retired supersedes it, or is a newer
// version of the same id.
[[nodiscard]] Standing standingOf(const Pack &pack, const std::vector<PackPtr> &known, const std::set<Digest> &retired, const std::string &today);

// Guidelines of two packs that are about the same concern, by the crosswalk of either or by a third pack that both name.
struct Counterpart {
    std::string letter;             // of the first pack
    std::string other;              // of the second
    std::string by;                 // the pack over which they meet; empty: one of the two says it itself
    auto operator<=>(const Counterpart &) const = default;
};
[[nodiscard]] std::vector<Counterpart> counterparts(const Pack &pack, const Pack &other);

// One rule in the words of each pack, "says nothing of it" among them. `stricter`, where numbers decide it: asks more of the office,
// gives the person more, or shuts more out.
struct RuleSide { std::string pack; std::string words; bool stricter = false; };
struct RuleComparison { std::string topic; std::vector<RuleSide> sides; };
[[nodiscard]] std::vector<RuleComparison> compareRules(const std::vector<PackPtr> &packs);

} // namespace caseward::packs
