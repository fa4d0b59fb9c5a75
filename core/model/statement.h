// SPDX-License-Identifier: GPL-3.0-or-later
// The statement of reasons of a dossier as it is read: paragraphs by number, each of one guideline, sub-paragraphs by label. Pure; any
// thread. What is given points into the dossier and lives as long as it.
#pragma once

#include "core/model/dossier.h"

#include <set>

namespace caseward::model {

struct StatementParagraph {
    std::uint32_t number = 0;
    std::string pack, guideline;
    std::vector<const AllegationState *> subparagraphs; // withdrawn ones too: their labels are out there
};

// A label that is none (a reader takes any word) stands at the end, in a paragraph numbered 0.
[[nodiscard]] std::vector<StatementParagraph> statementOf(const Dossier &dossier);
// By its label; nullptr when there is none.
[[nodiscard]] const AllegationState *allegationLabelled(const Dossier &dossier, std::string_view label);
// Every sub-paragraph whose facts `repeats` takes over, through any number of others, each once; also those that the dossier has not,
// as a history from outside may name them. Bounded by the size of the statement, however its sub-paragraphs name each other.
[[nodiscard]] std::set<AllegationId> takenOver(const Dossier &dossier, const std::vector<AllegationId> &repeats);
// "1.d": the next free place in the guideline's paragraph, or the first of a new paragraph.
[[nodiscard]] std::string nextAllegationLabel(const Dossier &dossier, const std::string &pack, const std::string &guideline);

} // namespace caseward::model
