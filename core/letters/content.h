// SPDX-License-Identifier: GPL-3.0-or-later
// What a letter says of a case: the fields and lists a template is filled with. What leaves the office holds what is meant for release
// and nothing else (core/design/decisions/0023): the allegations and their answers, findings without the notes on them, paragraphs of the
// reasons that are not marked internal, conditions, exhibits by name and page. Never a note on a passage, an explanation, how grave
// somebody thought it, a note of the review. Pure; any thread.
#pragma once

#include "core/letters/template.h"
#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::letters {

// What whoever makes the letter says beside what the case says.
struct Wish {
    model::LetterKind kind = model::LetterKind::StatementOfReasons;
    std::string addressee;
    std::string words;                     // of their own, printed as they are
    std::string days;                      // "20 days"; empty: the letter sets none
    std::vector<std::string> questions;    // of an interrogatory
    std::string on;                        // YYYY-MM-DD
};
struct Issuer { std::string name, role, office; };

[[nodiscard]] Facts factsOf(const model::Dossier &dossier, const packs::Pack &pack, const Wish &wish, const Issuer &issuer);
[[nodiscard]] std::string writtenDay(const std::string &day);  // "23 November 2026"; what is no day as it is

} // namespace caseward::letters
