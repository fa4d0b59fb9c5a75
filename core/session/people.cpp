// SPDX-License-Identifier: GPL-3.0-or-later
// The roster and who may open the vault.
#include "core/session/people.h"

#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/rules/rostering.h"
#include "core/session/certificatefile.h"
#include "core/session/credentials.h"
#include "core/session/rostersigning.h"

#include <algorithm>

namespace caseward::session {

namespace {

using model::Roster;
using model::RosterPerson;
using model::Standing;

Status mayManage(Session::State &state)
{
    TRY(state.needUnlocked());
    return rules::mayAct(state.actor(), rules::Act::ManagePeople);
}

Result<RosterView> viewOf(Session::State &state, const Roster &roster, const Digest &digest)
{
    RosterView view{roster.office, roster.version, roster.at, {}, digest, {}};
    const auto members = TRY(store::Vault::members(state.vault->folder()));
    for (const RosterPerson &person : roster.people) {
        const auto newest = TRY(crypto::Certificate::fromDer(person.certificates.back()));
        RosterRow row{person.person, person.name, person.roles, person.standing, person.since, person.reason, newest.fingerprint(),
                      newest.notAfter(), person.certificates.size()};
        const auto member = std::ranges::find_if(members, [&](const store::MemberFile &one) { return one.certificate.personId() == person.person.text(); });
        row.member = member != members.end();
        std::error_code ignored;
        row.keyHere = row.member && std::filesystem::exists(member->keyFile, ignored);
        view.people.push_back(std::move(row));
        if (person.person == roster.signer)
            view.signer = person.name;
    }
    return view;
}

// A change of one person's standing, signed.
Status setStanding(Session::State &state, const PersonId &person, Standing standing, const std::string &reason)
{
    TRY(mayManage(state));
    if (standing != Standing::Active)
        TRY(needReason(reason));
    if (person == state.who.person)
        return fail(FaultCode::NotAllowed, "You cannot do this to yourself: another security officer must");
    Roster next = TRY(rosterToChange(state));
    RosterPerson *row = next.find(person);
    if (!row)
        return fail(FaultCode::NotFound, "nobody on the roster has that id", {{"what", person.text()}});
    if (row->standing == standing)
        return fail(FaultCode::AlreadyExists, row->name + " is " + std::string(model::standingName(standing)) + " already", {{"who", row->name}});
    row->standing = standing;
    row->since = state.env.clock.now();
    row->reason = reason;
    const std::string change = std::string(model::standingName(standing)) + ": " + row->name;
    return publishRoster(state, std::move(next), change);
}

} // namespace

Result<RosterView> PeopleDesk::roster()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    return viewOf(state, TRY(currentRoster(state)), state.rosterDigest);
}

Result<std::vector<RosterView>> PeopleDesk::otherRosters()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    std::vector<RosterView> list;
    for (const store::SignedRoster &kept : TRY(state.vault->rosters().newestOfAll())) {
        if (kept.office == state.who.office)
            continue;
        const Roster roster = TRY(verifyRoster(kept, state.trust)).roster;
        list.push_back(TRY(viewOf(state, roster, crypto::sha256(caseward::viewOf(kept.json)))));
    }
    return list;
}

Status PeopleDesk::enrol(const Enrolment &enrolment)
{
    Session::State &state = m_session.state();
    TRY(mayManage(state));
    const auto certificate = TRY(readCertificate(enrolment.certificate));
    TRY(state.trust.check(certificate, state.env.clock.now()));
    const PersonId person = TRY(PersonId::parse(certificate.personId()));
    if (certificate.organisation() != state.who.office)
        return fail(FaultCode::CertificateUnsuitable, "the certificate of " + certificate.commonName() + " is of " + certificate.organisation() +
                        ", not of " + state.who.office, {{"certificate", certificate.commonName()}});
    const store::KeptKey key = TRY(keptKey(enrolment.keyFile));
    Roster next = TRY(rosterToChange(state));
    std::vector<std::string> roles = enrolment.roles.empty() ? roleNames(certificate) : enrolment.roles;
    TRY(checkRoles(roles));
    RosterPerson *known = next.find(person);
    if (known && known->standing == Standing::Removed)
        return fail(FaultCode::NotAllowed, known->name + " was removed: restore them first");
    if (!known) {
        next.people.push_back({person, certificate.commonName(), roles, {}, Standing::Active, state.env.clock.now(), {}});
        known = &next.people.back();
    } else if (std::ranges::find(known->certificates, certificate.der()) != known->certificates.end() && !enrolment.member) {
        return fail(FaultCode::AlreadyExists, known->name + " is on the roster with this certificate already", {{"who", known->name}});
    }
    std::erase(known->certificates, certificate.der());
    known->certificates.push_back(certificate.der()); // the newest last
    if (!enrolment.roles.empty())
        known->roles = roles;
    const auto members = TRY(store::Vault::members(state.vault->folder()));
    const bool isMember = std::ranges::any_of(members, [&](const store::MemberFile &one) { return one.certificate.personId() == person.text(); });
    // A member's further certificate only goes on the roster: taking it into use is their own act (replaceOwn), with the old key.
    if (enrolment.member && !isMember) {
        auto holders = TRY(state.vault->keyHolders());
        if (std::ranges::find(holders, certificate) == holders.end())
            holders.push_back(certificate);
        TRY(state.vault->addPerson(certificate, true));
        TRY(state.vault->resealKey(state.credential, holders));
        TRY(state.vault->keepMember(certificate, key));
    } else {
        TRY(state.vault->addPerson(certificate, false));
    }
    return publishRoster(state, std::move(next), "enrolled: " + certificate.commonName());
}

Status PeopleDesk::setRoles(const PersonId &person, std::vector<std::string> roles, const std::string &reason)
{
    Session::State &state = m_session.state();
    TRY(mayManage(state));
    TRY(checkRoles(roles));
    Roster next = TRY(rosterToChange(state));
    RosterPerson *row = next.find(person);
    if (!row)
        return fail(FaultCode::NotFound, "nobody on the roster has that id", {{"what", person.text()}});
    row->roles = std::move(roles);
    row->reason = reason;
    const std::string change = "roles: " + row->name;
    return publishRoster(state, std::move(next), change);
}

Status PeopleDesk::suspend(const PersonId &person, const std::string &reason)
{
    return setStanding(m_session.state(), person, Standing::Suspended, reason);
}

Status PeopleDesk::restore(const PersonId &person, const std::string &reason)
{
    return setStanding(m_session.state(), person, Standing::Active, reason);
}

Status Session::State::finishRemovals()
{
    if (!roster)
        return {};
    auto holders = TRY(vault->keyHolders());
    std::vector<PersonId> gone;
    std::erase_if(holders, [&](const crypto::Certificate &one) {
        const auto id = PersonId::parse(one.personId());
        const RosterPerson *person = id.ok() ? roster->find(*id) : nullptr;
        if (!person || person->standing != Standing::Removed)
            return false;
        gone.push_back(*id);
        return true;
    });
    if (gone.empty())
        return {};
    bool lost = false;
    const Status changed = vault->changeKey(credential, holders, lost);
    if (lost) { // its database did not open again: nothing more can be said or written here
        vault.reset();
        open.clear();
    }
    TRY(changed);
    for (const PersonId &person : gone) {
        TRY(vault->dropMember(person));
        TRY(note("person.removed", {{"person", codec::Json(person.text())}}));
    }
    return {};
}

Status PeopleDesk::remove(const PersonId &person, const std::string &reason)
{
    TRY(setStanding(m_session.state(), person, Standing::Removed, reason));
    return m_session.state().finishRemovals();
}

Result<RosterFiles> PeopleDesk::exportRoster()
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const auto kept = TRY(state.vault->rosters().newest(state.who.office));
    if (!kept)
        return fail(FaultCode::NotFound, "no roster of " + state.who.office + " has been signed yet", {{"what", "roster"}});
    return RosterFiles{kept->json, kept->signature};
}

Result<RosterView> PeopleDesk::importRoster(const RosterFiles &untrusted)
{
    Session::State &state = m_session.state();
    TRY(state.needUnlocked());
    const Roster roster = TRY(adoptRoster(state, {{}, 0, untrusted.json, untrusted.signature}));
    return viewOf(state, roster, crypto::sha256(caseward::viewOf(untrusted.json)));
}

} // namespace caseward::session
