// SPDX-License-Identifier: GPL-3.0-or-later
// The signed decision as files in a folder: decision.json, decision.p7s, office.pem, countersign.p7s when there is one,
// and decision.pdf. Runs on the worker's thread.
#pragma once

#include "core/packs/pack.h"
#include "core/session/session.h"

#include <string>
#include <vector>

namespace caseward::ui {

struct ExportedDecision { Path folder; std::vector<std::string> files; };

// AlreadyExists when one of the names is taken in `folder`; then nothing is written.
[[nodiscard]] Result<ExportedDecision> exportDecision(session::Session &session, const CaseId &id, const packs::Pack &pack, const Path &folder,
                                                      Instant now);

} // namespace caseward::ui
