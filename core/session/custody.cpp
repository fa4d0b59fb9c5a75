// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/custody.h"

#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

Result<DossierPtr> takeCustodyBack(Session &session, const CaseId &id, const std::string &reason)
{
    Session::State &state = session.state();
    OpenCase &target = *TRY(state.caseOf(id));
    TRY(rules::mayAct(*target.dossier, state.actor(), rules::Act::Receive));
    TRY(needReason(reason));
    if (target.dossier->custodyHere)
        return fail(FaultCode::NotAllowed, "The case is here: there is nothing to take back");
    const auto &entries = target.file->history().entries();
    const auto sent = std::find_if(entries.rbegin(), entries.rend(), [](const model::Entry &entry) { return entry.kind == "custody.sent"; });
    const model::Event event = TRY(model::decodeEvent(sent->kind, sent->body));
    const auto *handed = std::get_if<model::CustodySent>(&event);
    if (!handed || sent->station != state.who.stationId)
        return fail(FaultCode::NotAllowed, "Another station sent this case on: only it can take it back");
    const auto registered = TRY(state.vault->exchange());
    const bool sealed = std::ranges::any_of(registered, [&](const store::ExchangeRecord &record) { return record.sent && record.bundle == handed->bundle; });
    const bool supervisor = std::ranges::find(state.who.roles, "supervisor") != state.who.roles.end();
    if (sealed && !supervisor)
        return fail(FaultCode::NotAllowed, "The bundle was sealed and may be on its way: only a supervisor may take the case back");
    TRY(state.note("custody.taken-back", {{"case", codec::Json(id.text())}, {"bundle", codec::Json(handed->bundle.text())},
                                          {"sealed", codec::Json(sealed)}, {"reason", codec::Json(reason)}}));
    return state.append(target, {model::CustodyReceived{handed->bundle, state.who.certificate.fingerprint()}});
}

} // namespace caseward::session
