// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/rostersigning.h"

#include "core/crypto/digest.h"
#include "core/crypto/signature.h"
#include "core/rules/rostering.h"

#include <algorithm>

namespace caseward::session {

namespace {

using model::Roster;
using model::RosterPerson;
using model::Standing;

Result<rules::Credentials> credentialsOf(const crypto::Certificate &certificate)
{
    return rules::Credentials{TRY(PersonId::parse(certificate.personId())), certificate.commonName(), certificate.der(), roleNames(certificate)};
}

} // namespace

bool Identity::has(std::string_view role) const
{
    return std::ranges::find(roles, role) != roles.end();
}

std::vector<std::string> roleNames(const crypto::Certificate &certificate)
{
    std::vector<std::string> names;
    for (const crypto::Role role : certificate.roles())
        names.emplace_back(crypto::roleName(role));
    std::ranges::sort(names);
    return names;
}

Status checkRoles(std::vector<std::string> &roles)
{
    for (const std::string &role : roles)
        TRY(crypto::parseRole(role));
    std::ranges::sort(roles);
    const auto [first, last] = std::ranges::unique(roles);
    roles.erase(first, last);
    if (roles.empty())
        return fail(FaultCode::Malformed, "a person of the roster needs at least one role");
    return {};
}

Result<VerifiedRoster> verifyRoster(const store::SignedRoster &untrusted, const crypto::TrustStore &trust)
{
    const auto signature = TRY(crypto::verifyDetached(untrusted.signature, viewOf(untrusted.json), trust));
    VerifiedRoster verified{TRY(model::decodeRoster(viewOf(untrusted.json))), signature.signer};
    if (signature.signer.organisation() != verified.roster.office)
        return fail(FaultCode::RosterInvalid, "a roster of " + verified.roster.office + " cannot be signed by " + signature.signer.organisation());
    if (signature.signer.personId() != verified.roster.signer.text())
        return fail(FaultCode::RosterInvalid, "the roster names another signer than its signature");
    return verified;
}

Status Session::State::loadRoster()
{
    roster.reset();
    rosterDigest = {};
    const auto kept = TRY(vault->rosters().newest(who.office));
    // The ledger remembers the newest roster ever held: a vault.db from which it was taken is not believed.
    const auto &entries = vault->ledger().entries();
    const auto last = std::find_if(entries.rbegin(), entries.rend(), [&](const model::Entry &entry) {
        const codec::Json *office = entry.body.find("office");
        return entry.kind.starts_with("roster.") && office && office->isString() && office->string() == who.office;
    });
    const codec::Json *noted = last == entries.rend() ? nullptr : last->body.find("digest");
    const Digest digest = kept ? crypto::sha256(viewOf(kept->json)) : Digest();
    if (noted && (!kept || !noted->isString() || noted->string() != digest.hex()))
        return fail(FaultCode::RosterInvalid, "the roster kept here is not the one the station ledger names");
    if (!kept)
        return {};
    roster = TRY(verifyRoster(*kept, trust)).roster;
    rosterDigest = digest;
    return {};
}

Result<std::vector<std::string>> Session::State::rolesOf(const crypto::Certificate &certificate) const
{
    const bool ours = roster && certificate.organisation() == roster->office;
    return rules::rolesOf(ours ? &*roster : nullptr, TRY(credentialsOf(certificate)));
}

Result<Roster> currentRoster(Session::State &state)
{
    if (state.roster)
        return *state.roster;
    Roster roster;
    roster.office = state.who.office;
    roster.at = state.env.clock.now();
    roster.signer = state.who.person;
    for (const store::PersonRow &row : TRY(state.vault->people())) {
        if (row.certificate.organisation() != roster.office)
            continue;
        const PersonId person = TRY(PersonId::parse(row.certificate.personId()));
        RosterPerson *known = roster.find(person);
        if (!known) {
            roster.people.push_back({person, row.certificate.commonName(), roleNames(row.certificate), {}, Standing::Active, row.certificate.notBefore(), {}});
            known = &roster.people.back();
        }
        known->certificates.push_back(row.certificate.der());
    }
    return roster;
}

Result<Roster> rosterToChange(Session::State &state)
{
    Roster next = TRY(currentRoster(state));
    // Version 1 is signed by an officer of whom only the certificate speaks; where it carries no roles, whoever begins the roster
    // declares themselves, and the ledger says so.
    if (!state.roster) {
        RosterPerson *me = next.find(state.who.person);
        if (me && me->roles.empty())
            me->roles = {"security-officer"};
    }
    next.version = state.roster ? state.roster->version + 1 : 1;
    next.previous = state.rosterDigest;
    return next;
}

Status publishRoster(Session::State &state, Roster next, const std::string &change)
{
    const Identity me{state.credential, state.who.person, state.who.name, state.who.roles};
    return publishRoster(state, std::move(next), change, me);
}

Status publishRoster(Session::State &state, Roster next, const std::string &change, const Identity &signer)
{
    TRY(state.trust.check(signer.credential.certificate(), state.env.clock.now()));
    next.at = state.env.clock.now();
    next.signer = signer.person;
    const rules::Credentials credentials = TRY(credentialsOf(signer.credential.certificate()));
    TRY(rules::mayFollow(state.roster ? &*state.roster : nullptr, state.rosterDigest, next, credentials));
    const std::string json = model::encodeRoster(next);
    const Bytes signature = TRY(crypto::signDetached(viewOf(json), signer.credential, next.at, state.chain()));
    const Digest digest = crypto::sha256(viewOf(json));
    TRY(state.vault->keepRoster({next.office, next.version, json, signature},
                                {next.at, state.who.person, "roster.signed",
                                 codec::Json(codec::Json::Object{{"office", codec::Json(next.office)}, {"version", codec::Json(next.version)},
                                                                 {"digest", codec::Json(digest.hex())}, {"change", codec::Json(change)}})}));
    state.roster = std::move(next);
    state.rosterDigest = digest;
    return {};
}

Result<Roster> adoptRoster(Session::State &state, store::SignedRoster untrusted)
{
    VerifiedRoster verified = TRY(verifyRoster(untrusted, state.trust));
    const Digest digest = crypto::sha256(viewOf(untrusted.json));
    const std::string office = verified.roster.office;
    std::optional<Roster> held;
    Digest heldDigest;
    if (const auto kept = TRY(state.vault->rosters().newest(office))) {
        held = TRY(verifyRoster(*kept, state.trust)).roster;
        heldDigest = crypto::sha256(viewOf(kept->json));
    }
    if (held && heldDigest == digest)
        return fail(FaultCode::AlreadyExists, "version " + std::to_string(held->version) + " of this roster is held here already", {{"what", "roster"}});
    TRY(rules::mayFollow(held ? &*held : nullptr, heldDigest, verified.roster, TRY(credentialsOf(verified.signer))));
    const std::uint64_t version = verified.roster.version;
    TRY(state.vault->keepRoster({office, version, std::move(untrusted.json), std::move(untrusted.signature)},
                                {state.env.clock.now(), state.who.person, "roster.received",
                                 codec::Json(codec::Json::Object{{"office", codec::Json(office)}, {"version", codec::Json(version)},
                                                                 {"digest", codec::Json(digest.hex())}})}));
    if (office == state.who.office) {
        state.roster = verified.roster;
        state.rosterDigest = digest;
    }
    return verified.roster;
}

} // namespace caseward::session
