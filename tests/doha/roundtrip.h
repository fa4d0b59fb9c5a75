// SPDX-License-Identifier: GPL-3.0-or-later
// Formal findings through the history of a case: every entry is checked by the rules of core/flow as if a person had made it,
// written as canonical JSON, chained, read again and folded; then the findings are read from the case. Pure; any thread.
#pragma once

#include "core/packs/pack.h"
#include "tests/doha/formalfindings.h"

#include <string>

namespace caseward::doha {

// "" when what comes back is identical; otherwise why not, in words.
[[nodiscard]] std::string throughACase(const FormalFindings &findings, const packs::Pack &pack);

// Where two findings differ first: "1.c: For Applicant / Against Applicant".
[[nodiscard]] std::string difference(const FormalFindings &left, const FormalFindings &right);

} // namespace caseward::doha
