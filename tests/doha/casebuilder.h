// SPDX-License-Identifier: GPL-3.0-or-later
// Formal findings -> the entries of a case, and the findings back from the case as it stands. A sub-paragraph is an allegation with
// its label; one that is found in parts is as many allegations, 3.b(1), 3.b(2), whose text says of what they are a part. The
// finding on a guideline is a guideline's finding; where two paragraphs of one guideline are found differently, or a paragraph was
// withdrawn or has no sub-paragraphs, the paragraph itself is an allegation, labelled by its number. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/model/events.h"
#include "core/packs/pack.h"
#include "tests/doha/formalfindings.h"

#include <functional>
#include <vector>

namespace caseward::doha {

// Malformed where a case cannot say what the paper says: one paragraph under two guidelines.
[[nodiscard]] Result<std::vector<model::Event>> caseEvents(const FormalFindings &findings, const packs::Pack &pack, const std::function<AllegationId()> &newId);

[[nodiscard]] Result<FormalFindings> findingsOf(const model::Dossier &dossier);

} // namespace caseward::doha
