// SPDX-License-Identifier: GPL-3.0-or-later
// Another certificate in the place of a person's old ones: their own doing, or recovery when the key is lost. First the new one
// is let in everywhere, then the files in people/ change, then the old ones are left out: whatever stops this in between, one
// of the two keys still opens everything.
#include "core/session/certificatefile.h"
#include "core/session/credentials.h"
#include "core/session/people.h"
#include "core/session/rostersigning.h"

#include <algorithm>

namespace caseward::session {

namespace {

using Rows = std::vector<store::AccessRow>;

struct Exchange {
    PersonId person;
    crypto::Certificate fresh;
    store::KeptKey key;
    std::vector<crypto::Certificate> old;       // theirs, in this vault
    std::vector<CaseId> cases;
};

Result<Exchange> prepare(Session::State &state, const Path &certificate, const Path &keyFile)
{
    Exchange exchange;
    exchange.fresh = TRY(readCertificate(certificate));
    TRY(state.trust.check(exchange.fresh, state.env.clock.now()));
    exchange.person = TRY(PersonId::parse(exchange.fresh.personId()));
    exchange.key = TRY(keptKey(keyFile));
    for (const store::PersonRow &row : TRY(state.vault->people()))
        if (row.certificate.personId() == exchange.person.text() && !(row.certificate == exchange.fresh))
            exchange.old.push_back(row.certificate);
    for (const store::AccessRow &row : TRY(state.vault->access().ofPerson(exchange.person)))
        if (std::ranges::find(exchange.cases, row.caseId) == exchange.cases.end())
            exchange.cases.push_back(row.caseId);
    return exchange;
}

bool isOld(const Exchange &exchange, const Digest &fingerprint)
{
    return std::ranges::any_of(exchange.old, [&](const crypto::Certificate &one) { return one.fingerprint() == fingerprint; });
}

// The rows of a case with the fresh certificate beside each old one of the person.
Rows withFresh(const Exchange &exchange, const Rows &rows)
{
    Rows out = rows;
    for (const store::AccessRow &row : rows) {
        const bool there = std::ranges::find(out, exchange.fresh.fingerprint(), &store::AccessRow::fingerprint) != out.end();
        if (!there && row.person == exchange.person && isOld(exchange, row.fingerprint)) {
            out.push_back(row);
            out.back().fingerprint = exchange.fresh.fingerprint();
        }
    }
    return out;
}

Rows withoutOld(const Exchange &exchange, Rows rows)
{
    std::erase_if(rows, [&](const store::AccessRow &row) { return row.person == exchange.person && isOld(exchange, row.fingerprint); });
    return rows;
}

// Every key is opened once before anything changes: a case that would be left behind stops the whole.
Status canOpenAll(Session::State &state, const Exchange &exchange, const store::Keyring &keyring)
{
    for (const CaseId &id : exchange.cases) {
        const auto key = state.vault->caseKey(id, keyring);
        if (!key.ok())
            return fail(key.fault().code, "case " + id.text() + ": " + key.fault().detail, {{"case", id.text()}});
    }
    return {};
}

Status letIn(Session::State &state, const Exchange &exchange, const store::Keyring &keyring)
{
    TRY(state.vault->addPerson(exchange.fresh, true));
    auto holders = TRY(state.vault->keyHolders());
    if (std::ranges::find(holders, exchange.fresh) == holders.end())
        holders.push_back(exchange.fresh);
    TRY(state.vault->resealKey(state.credential, holders));
    for (const CaseId &id : exchange.cases) {
        const auto rows = withFresh(exchange, TRY(state.vault->access().ofCase(id)));
        const auto key = TRY(state.vault->caseKey(id, keyring));
        TRY(state.vault->resealCase(id, key, TRY(state.holdersOf(rows)), rows));
    }
    return state.vault->keepMember(exchange.fresh, exchange.key);
}

enum class OldKey { Retired, Lost };    // a lost key may be in other hands: everything gets a new key

Status leaveOut(Session &session, const Exchange &exchange, const store::Keyring &keyring, OldKey oldKey)
{
    Session::State &state = session.state();
    for (const CaseId &id : exchange.cases) {
        const auto rows = withoutOld(exchange, TRY(state.vault->access().ofCase(id)));
        const auto key = TRY(state.vault->caseKey(id, keyring));
        const auto holders = TRY(state.holdersOf(rows));
        state.open.erase(id);
        TRY(oldKey == OldKey::Lost ? state.vault->changeCaseKey(id, key, holders, rows) : state.vault->resealCase(id, key, holders, rows));
    }
    auto holders = TRY(state.vault->keyHolders());
    std::erase_if(holders, [&](const crypto::Certificate &one) { return isOld(exchange, one.fingerprint()); });
    if (oldKey == OldKey::Lost) {
        bool lost = false;
        const Status changed = state.vault->changeKey(state.credential, holders, lost);
        if (lost)
            session.lock();
        TRY(changed);
    } else {
        TRY(state.vault->resealKey(state.credential, holders));
    }
    for (const crypto::Certificate &old : exchange.old)
        TRY(state.vault->retire(old));
    return {};
}

// Of the two people present: who holds the recovery key, and a security officer or supervisor beside them.
Result<Identity> recoveryIdentity(Session::State &state)
{
    const Identity me{state.credential, state.who.person, state.who.name, state.who.roles};
    const auto beside = [](const Identity &one) { return one.has("security-officer") || one.has("supervisor"); };
    if (state.second.credential.isNull())
        return fail(FaultCode::SecondPersonNeeded, "recovery takes two people: the recovery key, and a security officer or supervisor");
    if (me.has("recovery") && beside(state.second))
        return me;
    if (state.second.has("recovery") && beside(me))
        return state.second;
    return fail(FaultCode::NotAllowed, "One of the two must hold the recovery key, the other be a security officer or supervisor");
}

} // namespace

Result<Recovered> PeopleDesk::replaceOwn(const Path &certificate, const Path &keyFile)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const Exchange exchange = TRY(prepare(state, certificate, keyFile));
    if (exchange.person != state.who.person)
        return fail(FaultCode::CertificateUnsuitable, "this certificate is of " + exchange.fresh.commonName() + ", not yours",
                    {{"certificate", exchange.fresh.commonName()}});
    if (exchange.fresh == state.who.certificate)
        return fail(FaultCode::AlreadyExists, "this is the certificate you work with", {{"certificate", exchange.fresh.commonName()}});
    const auto roles = state.rolesOf(exchange.fresh);
    if (!roles.ok())
        return fail(roles.fault().code, roles.fault().detail + ": a security officer must enrol it first", roles.fault().arguments);
    TRY(canOpenAll(state, exchange, state.keyring()));
    TRY(letIn(state, exchange, state.keyring()));
    TRY(leaveOut(m_session, exchange, state.keyring(), OldKey::Retired));
    TRY(state.note("certificate.replaced", {{"person", codec::Json(exchange.person.text())},
                                            {"fingerprint", codec::Json(exchange.fresh.fingerprint().hex())},
                                            {"cases", codec::Json(static_cast<std::uint64_t>(exchange.cases.size()))}}));
    const Recovered done{exchange.fresh.commonName(), exchange.cases.size()};
    m_session.lock(); // the old key opens nothing any more
    return done;
}

Result<Recovered> PeopleDesk::recover(const PersonId &person, const Path &certificate, const Path &keyFile, const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const Identity recovery = TRY(recoveryIdentity(state));
    TRY(needReason(reason));
    const Exchange exchange = TRY(prepare(state, certificate, keyFile));
    if (exchange.person != person)
        return fail(FaultCode::CertificateUnsuitable, "the certificate is of another person: " + exchange.fresh.commonName(),
                    {{"certificate", exchange.fresh.commonName()}});
    if (person == state.who.person || person == state.second.person)
        return fail(FaultCode::NotAllowed, "Nobody recovers their own key: another two people must");
    if (exchange.old.empty())
        return fail(FaultCode::NotFound, exchange.fresh.commonName() + " has never had access to this vault", {{"what", person.text()}});
    const store::Keyring keyring{recovery.credential, state.keyring().second};
    TRY(canOpenAll(state, exchange, keyring));
    model::Roster next = TRY(rosterToChange(state));
    model::RosterPerson *row = next.find(person); // while none is signed: what the certificates say
    if (!row || row->standing == model::Standing::Removed)
        return fail(FaultCode::NotAllowed, "Only somebody on the roster can get their cases back");
    TRY(state.note("recovery.begun", {{"person", codec::Json(person.text())}, {"reason", codec::Json(reason)}, {"one", codec::Json(state.who.name)},
                                      {"other", codec::Json(state.second.name)}}));
    TRY(letIn(state, exchange, keyring));
    row->certificates = {exchange.fresh.der()}; // the lost ones sign nothing from now on
    if (state.roster)
        TRY(publishRoster(state, std::move(next), "recovered: " + exchange.fresh.commonName(), recovery));
    TRY(leaveOut(m_session, exchange, keyring, OldKey::Lost));
    TRY(state.note("recovery.done", {{"person", codec::Json(person.text())}, {"cases", codec::Json(static_cast<std::uint64_t>(exchange.cases.size()))}}));
    return Recovered{exchange.fresh.commonName(), exchange.cases.size()};
}

} // namespace caseward::session
