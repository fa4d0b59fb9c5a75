// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates made by the office's own authority for the people of the vault that is open, each put on the signed roster in the
// same step. The office's key comes on a medium of its own. By a security officer. Worker thread; the session must outlive the
// call. Failure: NotAllowed, WrongPassphrase (of the office key), WeakPassphrase, AlreadyExists (the files), Certificate…; then nothing has changed.
#pragma once

#include "core/session/office.h"
#include "core/session/session.h"

namespace caseward::session {

struct Issue {
    OfficeFiles office;
    const crypto::Secret *officePassphrase = nullptr;
    std::string name;
    std::vector<std::string> roles;
    const crypto::Secret *passphrase = nullptr;         // of the new key
    Path folder;                                        // where <stem>.pem and <stem>.p8 are made; a medium of the person's own
    std::string stem;
    int days = 1095;
    bool member = true;                                 // may open this vault; then the key file is copied into it
};
// A new key and certificate, and the person enrolled with them.
[[nodiscard]] Result<PersonFiles> issuePerson(Session &session, const Issue &issue);

struct Renewal {
    OfficeFiles office;
    const crypto::Secret *officePassphrase = nullptr;
    PersonId person;
    Path certificate;                                   // the new file
    int days = 1095;
};
// A new certificate for the newest one of a person on the roster: same person, roles and key. It is on the roster then; they take it into
// use themselves (PeopleDesk::replaceOwn).
[[nodiscard]] Result<Path> renewOnRoster(Session &session, const Renewal &renewal);

} // namespace caseward::session
