// SPDX-License-Identifier: GPL-3.0-or-later
// Reciprocity: what the record shows on each question that is asked before another agency's eligibility is accepted, and whether what a
// person answered can be recorded. The rules show facts and hold words against them; a person answers and decides. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "core/packs/reciprocity.h"
#include "core/rules/when.h"

namespace caseward::rules {

// What is asked to be accepted.
struct ReciprocityAsked {
    std::string authority, access;       // whose eligibility, for what
    std::string needed;                  // what is needed here
    std::string investigated;            // YYYY-MM-DD, the day the investigation was closed; empty: not known
};

struct ReciprocityShown {
    const packs::ReciprocityQuestion *question = nullptr; // of the rules given
    std::string shows;                   // English sentence: "Closed on 2016-01-05: more than seven years ago"
    bool yes = false;                    // the record itself says yes: an answer no would contradict it
};

// One for each question, in their order.
[[nodiscard]] std::vector<ReciprocityShown> reciprocityShown(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs,
                                                             const packs::ReciprocityRules &rules, const ReciprocityAsked &asked, DayNumber today);

// Every question answered once with a reason; no answer against the record. Accepted: nothing that refuses is answered yes or left open.
// Declined: for questions that are answered yes. Malformed, NotAllowed with the sentence to show.
[[nodiscard]] Status mayDecide(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::ReciprocityRules &rules,
                               const model::ReciprocityDecided &event, DayNumber today);

// What any questions ask of a decision, for one by questions that are not at hand: everything said, each answer once with a reason, a refusal
// for questions that are answered yes. Malformed, NotAllowed.
[[nodiscard]] Status mayHaveDecided(const model::ReciprocityDecided &event, DayNumber today);

// What follows: "Accepted. The investigation is older than seven years: a reinvestigation is started at once (S7-2)."
[[nodiscard]] std::string reciprocityWords(const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event);

} // namespace caseward::rules
