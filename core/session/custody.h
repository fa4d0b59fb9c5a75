// SPDX-License-Identifier: GPL-3.0-or-later
// Custody taken back: a case whose bundle never left (the program stopped between handing over and naming the file), or was
// lost or destroyed on its way. Should the bundle come back after all, two histories may have grown apart: importing says so.
#pragma once

#include "core/session/session.h"

namespace caseward::session {

// The newest custody.sent must be of this station. When the register says that the bundle was sealed, only a supervisor may. The reason
// stands in the station ledger. NotAllowed, Malformed (no reason); then nothing has changed.
[[nodiscard]] Result<DossierPtr> takeCustodyBack(Session &session, const CaseId &id, const std::string &reason);

} // namespace caseward::session
