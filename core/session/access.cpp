// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/access.h"

#include "core/crypto/envelope.h"
#include "core/session/identify.h"

#include <algorithm>

namespace caseward::session {

namespace {

using store::KeyHolders;
using store::Part;

bool isExpired(const store::AccessRow &row, Instant now)
{
    return row.expires.milliseconds != 0 && row.expires <= now;
}

// The certificate a member of this vault works with.
Result<crypto::Certificate> memberCertificate(Session::State &state, const PersonId &person)
{
    for (const store::MemberFile &member : TRY(store::Vault::members(state.vault->folder())))
        if (member.certificate.personId() == person.text())
            return member.certificate;
    return fail(FaultCode::NotFound, "nobody with that id may open this vault", {{"what", person.text()}});
}

// Open for the person signed in, and in a state in which they may say who else may open it.
Status mayGrant(Session::State &state, const CaseId &id)
{
    return rules::mayAct(*TRY(state.caseOf(id))->dossier, state.actor(), rules::Act::GrantAccess);
}

// A new key for those of `rows`; the case is closed and opens again when it is next asked for.
Status rekey(Session::State &state, const CaseId &id, const std::vector<store::AccessRow> &rows)
{
    const KeyHolders holders = TRY(state.holdersOf(rows));
    if (holders.first.empty())
        return fail(FaultCode::NotAllowed, "Nobody would be left who can open this case");
    const crypto::Secret key = TRY(state.vault->caseKey(id, state.keyring()));
    state.open.erase(id);
    return state.vault->changeCaseKey(id, key, holders, rows);
}

codec::Json::Object about(const CaseId &id, const PersonId &person, const std::string &reason)
{
    return {{"case", codec::Json(id.text())}, {"person", codec::Json(person.text())}, {"reason", codec::Json(reason)}};
}

} // namespace

Result<std::vector<crypto::Certificate>> Session::State::recoveryCertificates()
{
    std::vector<crypto::Certificate> list;
    for (const store::PersonRow &row : TRY(vault->people()))
        if (row.member && row.certificate.roles().contains(crypto::Role::Recovery) && trust.check(row.certificate, env.clock.now()).ok())
            list.push_back(row.certificate);
    return list;
}

Result<std::vector<crypto::Certificate>> Session::State::keyHolders()
{
    std::vector<crypto::Certificate> holders{who.certificate};
    for (const crypto::Certificate &certificate : TRY(recoveryCertificates()))
        if (!(certificate == who.certificate))
            holders.push_back(certificate);
    return holders;
}

Status Session::State::tendAccess(const CaseId &id)
{
    if (who.readOnly)
        return {};
    auto rows = TRY(vault->access().ofCase(id));
    const Instant now = env.clock.now();
    const auto mine = std::ranges::find(rows, who.certificate.fingerprint(), &store::AccessRow::fingerprint);
    if (mine != rows.end() && isExpired(*mine, now))
        return fail(FaultCode::NotEnrolled, "your access to this case ended on " + dayOf(mine->expires));
    const auto people = TRY(vault->people());
    const auto isOut = [&](const store::AccessRow &row) {
        const model::RosterPerson *person = roster ? roster->find(row.person) : nullptr;
        return isExpired(row, now) || (person && person->standing == model::Standing::Removed);
    };
    std::vector<store::AccessRow> kept;
    std::ranges::copy_if(rows, std::back_inserter(kept), [&](const store::AccessRow &row) { return !isOut(row); });
    const bool someLeave = kept.size() < rows.size();
    bool someCome = false;
    for (const crypto::Certificate &recovery : TRY(recoveryCertificates())) {
        if (kept.empty() || std::ranges::find(kept, recovery.fingerprint(), &store::AccessRow::fingerprint) != kept.end())
            continue;
        const Part part = kept.front().part == Part::Whole ? Part::Whole : Part::First;
        kept.push_back({id, TRY(PersonId::parse(recovery.personId())), recovery.fingerprint(), "recovery", {}, "", now, part});
        someCome = true;
    }
    if (!someLeave && !someCome)
        return {};
    auto key = vault->caseKey(id, keyring());
    if (!key.ok())
        return key.fault();
    // Not done today is done at the next opening: a full disk must not keep anybody from reading.
    const auto tend = [&]() -> Status {
        const KeyHolders holders = TRY(holdersOf(kept));
        TRY(someLeave ? vault->changeCaseKey(id, *key, holders, kept) : vault->resealCase(id, *key, holders, kept));
        for (const store::AccessRow &row : rows)
            if (isOut(row))
                TRY(note("access.ended", about(id, row.person, isExpired(row, now) ? "expired" : "removed from the roster")));
        return {};
    };
    static_cast<void>(tend());
    return {};
}

// A row whose certificate is gone opens nothing any more and is left out.
Result<KeyHolders> Session::State::holdersOf(const std::vector<store::AccessRow> &rows)
{
    KeyHolders holders;
    const auto people = TRY(vault->people());
    for (const store::AccessRow &row : rows) {
        const auto person = std::ranges::find_if(people, [&](const store::PersonRow &one) { return one.certificate.fingerprint() == row.fingerprint; });
        if (person == people.end())
            continue;
        const bool recovery = person->certificate.roles().contains(crypto::Role::Recovery);
        if (row.part != Part::Second)
            holders.first.push_back(person->certificate);
        // The recovery key is in a safe and needs a second person by procedure: it opens both halves.
        if (row.part == Part::Second || (recovery && row.part == Part::First))
            holders.second.push_back(person->certificate);
    }
    return holders;
}

Result<std::vector<CaseAccess>> AccessDesk::list(const CaseId &id)
{
    Session::State &state = m_session.state();
    TRY(state.caseOf(id));
    const auto people = TRY(state.vault->people());
    const auto nameOf = [&](const std::string &person) {
        const auto found = std::ranges::find_if(people, [&](const store::PersonRow &one) { return one.certificate.personId() == person; });
        return found == people.end() ? person : found->certificate.commonName();
    };
    std::vector<CaseAccess> list;
    for (const store::AccessRow &row : TRY(state.vault->access().ofCase(id))) {
        const auto person = std::ranges::find_if(people, [&](const store::PersonRow &one) { return one.certificate.fingerprint() == row.fingerprint; });
        const bool recovery = person != people.end() && person->certificate.roles().contains(crypto::Role::Recovery);
        list.push_back({row.person, nameOf(row.person.text()), row.fingerprint, static_cast<AccessPart>(row.part), row.reason, row.expires,
                        row.grantedBy.empty() ? std::string() : nameOf(row.grantedBy), row.at, isExpired(row, state.env.clock.now()), recovery});
    }
    return list;
}

Result<std::vector<CaseId>> AccessDesk::casesOf(const PersonId &person)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const bool officer = rules::mayAct(state.actor(), rules::Act::ManagePeople).ok() ||
                         std::ranges::find(state.who.roles, "auditor") != state.who.roles.end();
    if (!officer && person != state.who.person)
        return fail(FaultCode::NotAllowed, "Only a security officer or an auditor may ask which cases somebody else can open");
    std::vector<CaseId> list;
    for (const store::AccessRow &row : TRY(state.vault->access().ofPerson(person)))
        list.push_back(row.caseId);
    return list;
}

Status AccessDesk::grant(const Grant &grant)
{
    Session::State &state = m_session.state();
    TRY(mayGrant(state, grant.caseId));
    TRY(needReason(grant.reason));
    if (!grant.expires.empty() && !isDay(grant.expires))
        return fail(FaultCode::Malformed, "'" + grant.expires + "' is not a day written YYYY-MM-DD");
    const crypto::Certificate certificate = TRY(memberCertificate(state, grant.person));
    TRY(state.trust.check(certificate, state.env.clock.now()));
    const auto roles = TRY(state.rolesOf(certificate));
    const rules::Actor reader{grant.person, roles};
    TRY(rules::mayAct(*TRY(state.caseOf(grant.caseId))->dossier, reader, rules::Act::Read));
    auto rows = TRY(state.vault->access().ofCase(grant.caseId));
    if (std::ranges::find(rows, certificate.fingerprint(), &store::AccessRow::fingerprint) != rows.end())
        return fail(FaultCode::AlreadyExists, certificate.commonName() + " may open this case already", {{"who", certificate.commonName()}});
    Instant expires;
    if (!grant.expires.empty()) // through the end of that day
        expires = Instant{(TRY(dayNumber(grant.expires)) + 1) * 86'400'000};
    if (expires.milliseconds != 0 && expires <= state.env.clock.now())
        return fail(FaultCode::Malformed, "that last day is over already");
    const bool two = TRY(state.vault->openingOf(grant.caseId)) == store::Opening::TwoPeople;
    const Part part = !two ? Part::Whole : grant.part == AccessPart::Second ? Part::Second : Part::First;
    rows.push_back({grant.caseId, grant.person, certificate.fingerprint(), grant.reason, expires, state.who.person.text(), state.env.clock.now(), part});
    const crypto::Secret key = TRY(state.vault->caseKey(grant.caseId, state.keyring()));
    const KeyHolders holders = TRY(state.holdersOf(rows));
    // The ledger first: there is no access nobody answers for.
    auto body = about(grant.caseId, grant.person, grant.reason);
    body["expires"] = grant.expires;
    TRY(state.note("access.granted", std::move(body)));
    return state.vault->resealCase(grant.caseId, key, holders, rows);
}

Status AccessDesk::withdraw(const CaseId &id, const PersonId &person, const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(mayGrant(state, id));
    TRY(needReason(reason));
    if (person == state.who.person)
        return fail(FaultCode::NotAllowed, "You cannot take your own access away: another who can open the case must");
    auto rows = TRY(state.vault->access().ofCase(id));
    const std::size_t before = rows.size();
    std::erase_if(rows, [&](const store::AccessRow &row) { return row.person == person; });
    if (rows.size() == before)
        return fail(FaultCode::NotFound, "that person has no access to this case", {{"what", person.text()}});
    const bool two = TRY(state.vault->openingOf(id)) == store::Opening::TwoPeople;
    if (two && TRY(state.holdersOf(rows)).second.empty())
        return fail(FaultCode::NotAllowed, "Nobody would be left for the second half of the key");
    TRY(rekey(state, id, rows));
    return state.note("access.withdrawn", about(id, person, reason));
}

Status AccessDesk::requireTwo(const CaseId &id, const std::vector<PersonId> &first, const std::vector<PersonId> &second,
                              const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(mayGrant(state, id));
    TRY(needReason(reason));
    if (first.empty() || second.empty())
        return fail(FaultCode::Malformed, "each half of the key needs at least one person");
    std::vector<store::AccessRow> rows;
    const auto add = [&](const PersonId &person, Part part) -> Status {
        if (std::ranges::find(rows, person, &store::AccessRow::person) != rows.end())
            return fail(FaultCode::NotAllowed, "Nobody may stand in both halves or twice in one");
        const auto certificate = TRY(memberCertificate(state, person));
        const rules::Actor reader{person, TRY(state.rolesOf(certificate))};
        // A second person only has to be there: a security officer may be one without ever reading the case.
        if (part == Part::First)
            TRY(rules::mayAct(*TRY(state.caseOf(id))->dossier, reader, rules::Act::Read));
        rows.push_back({id, person, certificate.fingerprint(), reason, {}, state.who.person.text(), state.env.clock.now(), part});
        return {};
    };
    for (const PersonId &person : first)
        TRY(add(person, Part::First));
    for (const PersonId &person : second)
        TRY(add(person, Part::Second));
    for (const crypto::Certificate &recovery : TRY(state.recoveryCertificates()))
        rows.push_back({id, TRY(PersonId::parse(recovery.personId())), recovery.fingerprint(), "recovery", {}, "", state.env.clock.now(), Part::First});
    TRY(state.note("access.two-person", {{"case", codec::Json(id.text())}, {"reason", codec::Json(reason)}}));
    return rekey(state, id, rows);
}

Status AccessDesk::requireOne(const CaseId &id, const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(mayGrant(state, id));
    TRY(needReason(reason));
    auto rows = TRY(state.vault->access().ofCase(id));
    if (TRY(state.vault->openingOf(id)) != store::Opening::TwoPeople)
        return fail(FaultCode::NotAllowed, "One person opens this case already");
    // A second person who may not read cases must not become somebody who opens one alone.
    std::erase_if(rows, [&](const store::AccessRow &row) {
        const auto certificate = memberCertificate(state, row.person);
        const auto roles = certificate.ok() ? state.rolesOf(*certificate) : Result<std::vector<std::string>>(certificate.fault());
        const auto target = state.caseOf(id);
        return !roles.ok() || !target.ok() || !rules::mayAct(*(*target)->dossier, {row.person, *roles}, rules::Act::Read).ok();
    });
    for (store::AccessRow &row : rows)
        row.part = Part::Whole;
    TRY(state.note("access.one-person", {{"case", codec::Json(id.text())}, {"reason", codec::Json(reason)}}));
    return rekey(state, id, rows);
}

Result<std::string> AccessDesk::admitSecond(const UnlockRequest &request)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    UnlockRequest second = request;
    second.vault = state.vault->folder();
    if (second.person == state.who.person || second.person.isNull())
        return fail(FaultCode::NotAllowed, "The second person must be somebody else than the one signed in");
    Identified found = TRY(identify(second, state.env.clock.now()));
    const crypto::Certificate certificate = found.credential.certificate();
    TRY(state.trust.check(certificate, state.env.clock.now()));
    auto roles = TRY(state.rolesOf(certificate));
    TRY(state.note("second.admitted", {{"person", codec::Json(found.person.text())}, {"name", codec::Json(certificate.commonName())}}));
    state.second = {std::move(found.credential), found.person, certificate.commonName(), std::move(roles)};
    return state.second.name;
}

const std::string &AccessDesk::second() const
{
    return m_session.state().second.name;
}

void AccessDesk::dismissSecond()
{
    Session::State &state = m_session.state();
    if (state.second.credential.isNull())
        return;
    state.second = {};
    std::erase_if(state.open, [&](const auto &item) {
        const auto opening = state.vault->openingOf(item.first);
        return !opening.ok() || *opening == store::Opening::TwoPeople;
    });
    static_cast<void>(state.note("second.dismissed", {}));
}

} // namespace caseward::session
