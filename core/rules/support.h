// SPDX-License-Identifier: GPL-3.0-or-later
// What carries a decision: the passages each finding rests on, and which passages or documents, if they were withdrawn, would leave a
// finding without support. It says where a decision stands on one leg; it does not say which way it should go. Pure; any thread.
#pragma once

#include "core/rules/completeness.h"

namespace caseward::rules {

// A finding, a weighed factor or a paragraph of the reasons, and what it rests on.
struct Supported {
    Target target;                                // "go" leads there
    std::string text;                             // English, complete: "F 19(a) is found established"
    std::vector<PassageId> passages;              // live ones, each once, in the order of the record; empty: it stands on nothing now
};

// A passage or a document that some findings rest on alone.
struct Carrier {
    std::vector<PassageId> passages;              // the one, or all of the document's that carry
    DocumentId document;
    std::vector<std::size_t> carried;             // indices into Carriage::findings: without support if it were withdrawn
};

struct Carriage {
    std::vector<Supported> findings;              // in the order of the wizard
    std::vector<Carrier> passages;                // in the order of the record
    std::vector<Carrier> documents;               // those of which several passages together carry what none of them carries alone
};

// Under one pack: disqualifying conditions found established, mitigating ones that apply, guidelines for and against, sub-paragraphs for
// and against with their supported mitigating conditions, factors that cite, and every paragraph that cites. A condition rests on the passages
// tied to it; a sub-paragraph on its evidence and that of what it takes over; a guideline against on what its established conditions and the
// sub-paragraphs against rest on, and one for, where a concern is established, on what its mitigating conditions that apply rest on.
[[nodiscard]] Carriage whatCarries(const model::Dossier &dossier, const packs::Pack &pack);

} // namespace caseward::rules
