// SPDX-License-Identifier: GPL-3.0-or-later
// A case and one of its packs together, for what is read across both: the matrix of passages, what carries the decision, what the reasons
// name and who has to sign. Worker thread;
// what it returns may go anywhere, and keeps alive what the rules point into.
#pragma once

#include "core/rules/documentation.h"
#include "core/rules/matrix.h"
#include "core/rules/reviewlevels.h"
#include "core/rules/support.h"
#include "core/session/session.h"

namespace caseward::session {

using rules::Carriage;
using rules::Carrier;
using rules::conditionsByDocuments;
using rules::conditionsByFactors;
using rules::DocumentationItem;
using rules::guidelinesByYears;
using rules::LevelLine;
using rules::MatrixCell;
using rules::Naming;
using rules::Supported;
using rules::whatCarries;

struct CaseUnder { DossierPtr dossier; packs::PackPtr pack; };

// `packId` empty: the pack that leads. NotFound when the case is not held against it.
[[nodiscard]] Result<CaseUnder> caseUnder(Session &session, const CaseId &id, const std::string &packId);

// What the reasons name of what was weighed, under all packs of the case.
[[nodiscard]] Result<std::vector<DocumentationItem>> documentationOf(Session &session, const CaseId &id);
// The levels of review of the decision, or of the proposed outcome; empty while there is neither.
[[nodiscard]] Result<std::vector<LevelLine>> reviewOf(Session &session, const CaseId &id);

} // namespace caseward::session
