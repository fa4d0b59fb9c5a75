// SPDX-License-Identifier: GPL-3.0-or-later
// A case and one of its packs together, for what is read across both: the matrix of passages and what carries the decision. Worker thread;
// what it returns may go anywhere, and keeps alive what the rules point into.
#pragma once

#include "core/rules/matrix.h"
#include "core/rules/support.h"
#include "core/session/session.h"

namespace caseward::session {

using rules::Carriage;
using rules::Carrier;
using rules::conditionsByDocuments;
using rules::conditionsByFactors;
using rules::guidelinesByYears;
using rules::MatrixCell;
using rules::Supported;
using rules::whatCarries;

struct CaseUnder { DossierPtr dossier; packs::PackPtr pack; };

// `packId` empty: the pack that leads. NotFound when the case is not held against it.
[[nodiscard]] Result<CaseUnder> caseUnder(Session &session, const CaseId &id, const std::string &packId);

} // namespace caseward::session
