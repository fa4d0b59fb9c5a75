// SPDX-License-Identifier: GPL-3.0-or-later
// Words looked for in a whole case: in the text of pages, and in what the record says (facts of documents, notes,
// contradictions, gaps, reasons). Pure over dossier and text layers; any thread; never fails.
#pragma once

#include "core/base/findwords.h"
#include "core/model/dossier.h"
#include "core/model/page.h"

#include <optional>

namespace caseward::evidence {

// What the words stand in. Scan: what a machine read in the picture of a page, a guess that nothing is quoted from.
enum class HitIn { Page, Scan, Fact, Passage, Contradiction, Gap, Finding, Reasons, Review, Allegation };
[[nodiscard]] std::string_view hitInName(HitIn in);      // "page", "fact", …

struct CaseHit {
    HitIn in = HitIn::Page;
    DocumentId document;                // null: of the case and not of one document
    model::Span span = {0, 0, 0};       // the place in the document to go to; page 0: none
    std::optional<model::Rect> area = {};   // Scan: the part of the picture where the words are taken to stand; points
    std::string label = {};             // of a sub-paragraph: "1.a"
    std::string target;                 // id of the passage, contradiction, gap or sub-paragraph; condition; letter; factor; number of the paragraph, from 1
    std::string field;                  // "title", "source", "note", "resolution", …; empty for a page or a scan
    std::string before, match, after;   // some words of context, as they stand
};

// All places on one page, in order, at most `most`.
[[nodiscard]] std::vector<CaseHit> findOnPage(const DocumentId &document, std::uint32_t number, std::string_view text,
                                              const WordsToFind &words, std::size_t most);
// The same in what a machine read there: each place is a part of the picture, or the page alone where the machine did not say.
[[nodiscard]] std::vector<CaseHit> findOnScan(const DocumentId &document, std::uint32_t number, const model::PageText &machineRead,
                                              const WordsToFind &words, std::size_t most);
// The first place in each thing said in the record, at most `most`.
[[nodiscard]] std::vector<CaseHit> findInRecord(const model::Dossier &dossier, const WordsToFind &words, std::size_t most);

} // namespace caseward::evidence
