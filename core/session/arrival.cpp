// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/arrival.h"

#include "core/session/clockcheck.h"
#include "core/session/sealing.h"

namespace caseward::session {

namespace {

// The entry, or a vault opened again for reading alone; says why.
Result<std::string> enter(Session::State &state, codec::Json::Object body)
{
    if (state.vault->isReadOnly())
        return std::string("this vault can be read but not written, because of its medium or its disk");
    const Status noted = state.note("session.opened", std::move(body));
    if (noted.ok())
        return std::string();
    if (noted.fault().code != FaultCode::DiskFull && noted.fault().code != FaultCode::VaultReadOnly)
        return noted.fault();
    const Path folder = state.vault->folder();
    state.open.clear();
    state.vault.reset();
    state.vault = TRY(store::Vault::open(folder, state.credential, store::OpenMode::ReadOnly));
    return std::string("the disk of this vault is full: free some room and sign in again");
}

} // namespace

Status noteSignIn(Session::State &state, codec::Json::Object body)
{
    // Before the entry, which would itself be the last one recorded.
    const Status clock = clockIsRight(state, nullptr);
    if (!clock.ok())
        state.who.notices.push_back(clock.fault().detail + ": set the clock of this computer right; until then nothing can be signed or sealed");
    const std::string why = TRY(enter(state, std::move(body)));
    if (!why.empty()) {
        state.who.readOnly = true;
        state.who.notices.insert(state.who.notices.begin(), why + "; nothing you do here is kept, and this sign-in is not in its ledger");
        return {};
    }
    for (std::string &waiting : settleSealings(state))
        state.who.notices.push_back(std::move(waiting));
    return {};
}

} // namespace caseward::session
