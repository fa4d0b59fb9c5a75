// SPDX-License-Identifier: GPL-3.0-or-later
// Founding: offices, people and vaults, before anybody can sign in. Used by `casewardctl office`, `vault create`
// and `demo create`. Failure: a Fault, and what was begun is removed again.
#pragma once

#include "core/crypto/credential.h"
#include "core/session/sessiontypes.h"

namespace caseward::session {

struct OfficeFiles { Path certificate; Path key; };     // office.pem, office.p8

// Makes DIR/office.pem and DIR/office.p8 (key under `passphrase`).
Result<OfficeFiles> createOffice(const Path &folder, const std::string &office, const crypto::Secret &passphrase,
                                 crypto::Validity validity);

struct NewPerson {
    std::string name;
    std::set<crypto::Role> roles;
    crypto::Validity validity;
};
struct PersonFiles { PersonId id; Path certificate; Path key; };   // <name>.pem, <name>.p8

// A new key and a certificate signed by the office; files named after `fileStem` in `folder`.
Result<PersonFiles> enrolPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const NewPerson &person,
                                const crypto::Secret &passphrase, const Path &folder, const std::string &fileStem,
                                const Environment &environment);

struct NewVault {
    Path folder;                            // <name>.caseward, must not exist
    std::vector<Path> officeCertificates;   // trust anchors, *.pem
    std::vector<PersonFiles> members;       // may open the vault; their key files are copied into people/
    std::vector<Path> contacts;             // certificates of people elsewhere a bundle may be sealed for
};
Result<StationId> createVault(const NewVault &vault, const Environment &environment);

} // namespace caseward::session
