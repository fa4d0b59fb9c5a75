// SPDX-License-Identifier: GPL-3.0-or-later
// Which letter may be made of a case now: one table, kind by kind, of what must stand before a draft is shown and before the letter is
// signed and leaves. What ended administratively gives no letter that speaks against the person. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::rules {

enum class LetterNeed {
    NotAdministrative,     // neither ended, nor proposed to end, without a judgement on the person
    Allegations,           // something is alleged, and each of it rests on a passage or on another sub-paragraph
    Issued,                // somebody without a hand in the case has issued the statement of reasons
    Open,                  // the case is being worked on
    Decided,               // a decision is signed, every level has spoken, and the case is not open again
    Denies, Revokes,       // the decision's outcome
    Favours,               // the decision is favourable
    Advises,               // with a warning, an exception or conditions
};

enum class LetterUse { Draft, Issue };

struct LetterRow {
    model::LetterKind kind;
    std::vector<LetterNeed> draft, issue;      // issue: beside what a draft needs
    const char *daysFrom = "";                 // what the days to answer count from ("service", "decision", "request"); empty: none
};
[[nodiscard]] const std::vector<LetterRow> &letterTable();
[[nodiscard]] const LetterRow &letterRow(model::LetterKind kind);
[[nodiscard]] std::string_view letterNeedWords(LetterNeed need);        // for the manual and the list

// The sentence to show: why not now; empty when it may be made. Who may is mayAct(…, Act::Proceed).
[[nodiscard]] std::string letterMissing(const model::Dossier &dossier, const packs::Pack &pack, model::LetterKind kind, LetterUse use);
// NotAllowed with that sentence.
[[nodiscard]] Status mayMake(const model::Dossier &dossier, const packs::Pack &pack, model::LetterKind kind, LetterUse use);

// How long the person has to answer by the packs of the case, the first that says so; null where the person must say.
[[nodiscard]] const packs::TimeLimit *letterDays(const std::vector<packs::PackPtr> &packs, model::LetterKind kind);

} // namespace caseward::rules
