// SPDX-License-Identifier: GPL-3.0-or-later
// Founding: offices, people and vaults, before anybody can sign in. Used by `casewardctl office`, `vault create`
// and `demo create`. Failure: a Fault, and what was begun is removed again.
#pragma once

#include "core/crypto/credential.h"
#include "core/session/sessiontypes.h"

namespace caseward::session {

struct OfficeFiles { Path certificate; Path key; };     // office.pem, office.p8
[[nodiscard]] OfficeFiles officeIn(const Path &folder); // where those are; whether they are there, whoever opens them says

// Makes DIR/office.pem and DIR/office.p8 (key under `passphrase`).
Result<OfficeFiles> createOffice(const Path &folder, const std::string &office, const crypto::Secret &passphrase,
                                 crypto::Validity validity);

struct NewPerson {
    std::string name;
    std::set<crypto::Role> roles;
    crypto::Validity validity;
};
struct PersonFiles {
    PersonId id;
    Path certificate;                       // <name>.pem
    Path key;                               // <name>.p8; empty: not in the vault, but on removable media or on a card
    std::string tokenUri = {};              // RFC 7512: the key is on a card
};

// A new key and a certificate signed by the office; files named after `fileStem` in `folder`.
Result<PersonFiles> enrolPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const NewPerson &person,
                                const crypto::Secret &passphrase, const Path &folder, const std::string &fileStem,
                                const Environment &environment);

struct NewCardPerson {
    NewPerson person;
    Path module;                            // PKCS#11 module of the card
    std::string tokenUri;                   // of the key, which was made on the card
    const crypto::Secret *pin = nullptr;
};
struct CardPersonFiles { PersonId id; Path certificate; std::string tokenUri; bool certificateOnCard = false; };

// A certificate for a key that was made on a card and is proved to be there by a signature. It is also written to the card
// where the card lets us. TokenAbsent, TokenRefused, WrongPassphrase (the PIN or the office's passphrase).
Result<CardPersonFiles> enrolCardPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const NewCardPerson &person,
                                        const Path &folder, const std::string &fileStem, const Environment &environment);

// A new certificate for the same person, roles and key, written to a new file. CertificateUntrusted when this office did not
// give the old one, CertificateRevoked when its list withdraws it.
Result<Path> renewPerson(const OfficeFiles &office, const crypto::Secret &officePassphrase, const Path &oldCertificate,
                         const Path &newCertificate, crypto::Validity validity);

Result<Path> renewCertificate(const OfficeFiles &office, const crypto::Secret &officePassphrase, const crypto::Certificate &old,
                              const Path &newCertificate, crypto::Validity validity);

struct Withdrawal {
    std::vector<Path> certificates;         // empty: the same list with a new date
    crypto::RevocationReason reason = crypto::RevocationReason::Unspecified;
    Instant since;                          // what was signed from then on no longer counts
    crypto::Validity fresh;                 // of the list: when it is made, and until when it should be replaced
};
struct WithdrawnList { Path file; std::string number; std::size_t entries = 0; };
// The office's revocation list, office.crl (PEM) beside office.pem, with these certificates added.
Result<WithdrawnList> revokeCertificates(const OfficeFiles &office, const crypto::Secret &officePassphrase, const Withdrawal &withdrawal);

struct NewVault {
    Path folder;                            // <name>.caseward, must not exist
    std::vector<Path> officeCertificates;   // trust anchors, *.pem
    std::vector<PersonFiles> members;       // may open the vault; their key files are copied into people/
    std::vector<Path> contacts;             // certificates of people elsewhere a bundle may be sealed for
};
Result<StationId> createVault(const NewVault &vault, const Environment &environment);

} // namespace caseward::session
