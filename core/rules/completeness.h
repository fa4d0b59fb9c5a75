// SPDX-License-Identifier: GPL-3.0-or-later
// The completeness gate: what must be done or explained before a decision can be signed. Pure; any thread.
// It lists what is missing; it never weighs, scores or proposes an outcome.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::rules {

enum class Severity { Blocks, NeedsExplanation };

// Where "go" leads to.
struct Target {
    enum class Place { Document, Passage, Condition, Guideline, Factor, Reasons, Contradiction, Gap, Outcome, Case, Allegation };
    Place place = Place::Case;
    std::string id;                 // document id, condition id, letter, factor id, paragraph index (0-based) …
    std::uint32_t page = 0;         // for documents: the first page concerned
    std::string pack = {};          // of a condition, guideline or factor under a further pack of the case; empty: the leading one
};

struct Check {
    std::string id;                 // stable: "pages-not-displayed", "mitigating-without-finding", …
    Severity severity = Severity::Blocks;
    std::string text;               // English sentence, complete: "E 17(a) has no finding"
    Target target;
    bool open = true;
    std::string explanation;        // for NeedsExplanation: what was said
    [[nodiscard]] std::string key() const { return target.id; } // CheckExplained::target
};

struct Gate {
    std::vector<Check> checks;      // all, passed ones too, in the order of the wizard
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] bool mayBeSigned() const { return openCount() == 0; }
};

// Families (UI.md section 7): every page displayed or waived; every document that could not be opened accounted for; every guideline raised has a finding; every
// disqualifying condition with passages has a finding, every one established has a passage; every mitigating condition
// of a raised guideline is marked applies / does not apply / no evidence; every sub-paragraph alleged has a finding, rests on a passage, names
// what it establishes when found against, and has no mitigating condition merely claimed; a guideline agrees with its sub-paragraphs; contradictions resolved; gaps explained;
// whole-person factors answered; every paragraph of the reasons cites a passage (needs explanation otherwise); reasons
// written, and they name what was weighed (core/rules/documentation.h); outcome chosen, with the exception it needs; a favourable outcome with a guideline against the subject, or an adverse one
// without, needs an explanation; so does a grant with a component missing and no exception D, a denial or revocation without a served
// statement, and the senior and legal levels of a review (by name); at least one document.
[[nodiscard]] Gate completeness(const model::Dossier &dossier, const packs::Pack &pack);

// Letters of the guidelines raised: a live tie to one of its disqualifying conditions, a sub-paragraph alleged under it, or any finding on it.
[[nodiscard]] std::vector<std::string> guidelinesRaised(const model::Dossier &dossier, const packs::Pack &pack);

} // namespace caseward::rules
