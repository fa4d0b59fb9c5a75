// SPDX-License-Identifier: GPL-3.0-or-later
// The people of an office: its signed roster, who may open this vault, suspending and removing, replacing certificates, and
// recovery when a key is lost. Every change is a new signed roster and an entry of the station ledger.
// Worker thread; the session must outlive it. Failure: NotAllowed, NotFound, Malformed, RosterInvalid, Certificate…; then
// nothing has changed.
#pragma once

#include "core/model/roster.h"
#include "core/session/session.h"

namespace caseward::session {

struct RosterRow {
    PersonId person;
    std::string name;
    std::vector<std::string> roles;
    model::Standing standing = model::Standing::Active;
    Instant since;
    std::string reason;
    Digest fingerprint;                 // of the newest certificate
    Instant notAfter;
    std::size_t certificates = 0;
    bool member = false;                // may open this vault
    bool keyHere = false;               // people/<id>.p8
};

struct RosterView {
    std::string office;
    std::uint64_t version = 0;          // 0: none is signed yet; the rows say what the certificates say
    Instant at;
    std::string signer;
    Digest digest;
    std::vector<RosterRow> people;
};

struct Enrolment {
    Path certificate;                   // PEM; carries the person's id and name
    Path keyFile;                       // or the address pkcs11:… of a key on a card; empty: the key stays elsewhere
    std::vector<std::string> roles;     // empty: those of the certificate
    bool member = true;                 // may open this vault
};

struct RosterFiles { std::string json; Bytes signature; };

struct Recovered { std::string name; std::size_t cases = 0; };

class PeopleDesk {
public:
    explicit PeopleDesk(Session &session) : m_session(session) {}
    Result<RosterView> roster();
    Result<std::vector<RosterView>> otherRosters();     // of other offices, as bundles brought them

    // ---- by the security officer ------------------------------------------------------------------------------
    // A new person, or a further certificate of one on the roster. A recovery certificate is enrolled like everybody.
    Status enrol(const Enrolment &enrolment);
    Status setRoles(const PersonId &person, std::vector<std::string> roles, const std::string &reason);
    Status suspend(const PersonId &person, const std::string &reason);  // cannot sign in; keeps their keys
    Status restore(const PersonId &person, const std::string &reason);
    // Out of the vault under a new vault key; their cases get new keys when somebody who may next opens them.
    Status remove(const PersonId &person, const std::string &reason);
    Result<RosterFiles> exportRoster();                 // roster.json and roster.p7s; NotFound when none is signed
    // RosterInvalid unless signed by a security officer and newer than the one held; of any trusted office.
    Result<RosterView> importRoster(const RosterFiles &untrusted);

    // ---- by anybody for themselves ------------------------------------------------------------------------------
    // Puts an own new certificate (renewed, or with a new key) in the place of the old one: vault, people/, and every case.
    // `keyFile` as in Enrolment; empty: the same key, or one kept elsewhere. Signed in with the old one; sign in with the new one afterwards.
    Result<Recovered> replaceOwn(const Path &certificate, const Path &keyFile);

    // ---- two people: the recovery key, and a security officer or supervisor -------------------------------------------
    // Gives a person whose key is lost a new certificate in the place of all their old ones, with every case they had.
    // One of the two is signed in, the other admitted as second person (AccessDesk::admitSecond).
    Result<Recovered> recover(const PersonId &person, const Path &certificate, const Path &keyFile, const std::string &reason);

private:
    Session &m_session;
};

} // namespace caseward::session
