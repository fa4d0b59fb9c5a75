// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sealing.h"

#include "core/flow/exchange/bundlereader.h"
#include "core/session/exchangefacts.h"

#include <algorithm>

namespace caseward::session {

namespace {

enum class Fate { Sent, NotSent, Unknown };

Fate fateOf(const Session::State &state, const store::Sealing &sealing)
{
    std::error_code error;
    if (!std::filesystem::exists(sealing.file, error) && !error)
        return std::filesystem::exists(sealing.file.parent_path().empty() ? Path(".") : sealing.file.parent_path(), error) ? Fate::NotSent : Fate::Unknown;
    if (error)
        return Fate::Unknown;
    NoProgress progress;
    const auto seal = flow::checkSeal(sealing.file, state.trust, progress);
    return seal.ok() && seal->labelDigest == sealing.label ? Fate::Sent : Fate::Unknown;
}

// A case that was handed over for a bundle nobody will ever see.
Status takeBack(Session::State &state, const store::Sealing &sealing)
{
    for (const CaseId &id : sealing.cases) {
        OpenCase &target = *TRY(state.caseOf(id));
        const auto &entries = target.file->history().entries();
        const auto handed = std::ranges::find_if(entries, [&](const model::Entry &entry) {
            const auto event = model::decodeEvent(entry.kind, entry.body);
            const auto *sent = event.ok() ? std::get_if<model::CustodySent>(&*event) : nullptr;
            return sent && sent->bundle == sealing.bundle;
        });
        if (handed != entries.end() && !target.dossier->custodyHere)
            TRY(state.append(target, {model::CustodyReceived{sealing.bundle, state.who.certificate.fingerprint()}}));
    }
    return {};
}

Status end(Session::State &state, const store::Sealing &sealing, Fate fate)
{
    if (fate == Fate::NotSent)
        TRY(takeBack(state, sealing));
    std::vector<store::ExchangeRecord> rows;
    std::string office;
    for (store::ExchangeRecord row : TRY(state.vault->exchange())) {
        if (row.bundle != sealing.bundle || !row.sent)
            continue;
        ExchangeFacts facts = decodeExchangeFacts(row.facts);
        office = facts.office;
        facts.outcome = fate == Fate::Sent ? "sent" : "not sent: the sealing was interrupted, and the case stayed here";
        row.facts = encodeExchangeFacts(facts);
        if (fate == Fate::NotSent)
            row.number = 0; // the lane goes on with the next bundle that is sent
        rows.push_back(std::move(row));
    }
    codec::Json::Object body{{"bundle", codec::Json(sealing.bundle.text())}, {"label", codec::Json(sealing.label.hex())}, {"office", codec::Json(office)}};
    return state.vault->endSealing(sealing.bundle, rows, {state.env.clock.now(), state.who.person,
                                                          fate == Fate::Sent ? "bundle.sent" : "bundle.given-up", codec::Json(std::move(body))});
}

} // namespace

std::vector<std::string> settleSealings(Session::State &state)
{
    std::vector<std::string> open;
    const auto sealings = state.vault->sealings();
    if (!sealings.ok() || state.vault->isReadOnly())
        return open;
    for (const store::Sealing &sealing : *sealings) {
        const Fate fate = fateOf(state, sealing);
        const Status ended = fate == Fate::Unknown ? Status(fail(FaultCode::NotFound, "its medium is not there, or holds another file of that name"))
                                                   : end(state, sealing, fate);
        if (!ended.ok())
            open.push_back("sealing the bundle " + sealing.file.filename().string() + " was interrupted and could not be settled yet (" +
                           ended.fault().detail + "); its cases wait. Connect the medium with " + sealing.file.parent_path().string() +
                           ", then sign in again");
    }
    return open;
}

} // namespace caseward::session
