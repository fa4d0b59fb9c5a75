// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/state.h"

namespace caseward::session {

Result<std::vector<model::Entry>> Session::history(const CaseId &id)
{
    return TRY(m_state->caseOf(id))->file->history().entries();
}

Result<std::vector<model::Entry>> Session::stationLedger()
{
    TRY(m_state->needUnlocked());
    return m_state->vault->ledger().entries();
}

} // namespace caseward::session
