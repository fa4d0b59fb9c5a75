// SPDX-License-Identifier: GPL-3.0-or-later
// How many people a decision needs, by the table of the case's packs: a clean favourable one is signed by one, an issue wants a
// second look, and nobody denies or revokes alone whatever a table says, nor accepts alone that what the rules ask for is missing. Pure; any thread.
#pragma once

#include "core/rules/completeness.h"

namespace caseward::rules {

struct ReviewNeed {
    std::string rule;              // id in the pack; empty: no table says anything, and two levels it is
    std::uint32_t levels = 2;      // of people, the signer among them
    bool senior = false, legal = false;
    std::string text, citation;    // the pack's words
    std::string overridden = {};   // id of a check that was explained instead of settled, which takes two people; empty: none
};

// Of several rules that fit, the strictest; further packs of the case count where they know the outcome.
[[nodiscard]] ReviewNeed reviewOf(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::Outcome &outcome);
// Something was raised, established or alleged: "clean" it is not.
[[nodiscard]] bool hasIssue(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs);

// How many more people must concur with the newest decision before it is countersigned; 0 when none is signed.
[[nodiscard]] std::uint32_t concurrencesMissing(const model::Dossier &dossier);

// "Two levels: a supervisor concurs and countersigns", "One level is enough".
[[nodiscard]] std::string reviewWords(const ReviewNeed &need);

// The levels of the newest decision, or of the proposed one: what is needed, who has signed, and what is missing.
struct LevelLine { std::string text; bool missing = false; };
[[nodiscard]] std::vector<LevelLine> reviewLines(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs);

} // namespace caseward::rules
