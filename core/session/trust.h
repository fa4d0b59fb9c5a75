// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this station believes: offices, authorities of an organisation's own PKI below them, and revocation lists, which come
// as files. Everything is checked before anything is kept, and every import is in the station ledger. Worker thread; the
// session must outlive it. Failure: a Fault, and nothing changed.
#pragma once

#include "core/session/office.h"
#include "core/session/session.h"

namespace caseward::session {

enum class NewAnchors { Refuse, Accept };

struct TrustImport {
    std::vector<std::string> offices, authorities, lists;   // names of what is new here
};

struct TrustRow {
    enum class Kind { Office, Authority, List } kind = Kind::Office;
    std::string name;
    Digest fingerprint;                 // SHA-256 of the DER
    Instant from, to;                   // validity; of a list, when it was made and until when it is fresh
    std::size_t revoked = 0;            // entries of a list
    bool ended = false;                 // expired, or a list that should have been replaced by now
};

struct OfficeWithdrawal {
    OfficeFiles office;
    const crypto::Secret *passphrase = nullptr;             // of the office key
    std::vector<Path> certificates;                         // empty: the same list with a new date
    crypto::RevocationReason reason = crypto::RevocationReason::Unspecified;
    std::string since;                                      // first day whose signatures no longer count, YYYY-MM-DD; empty: now
    int days = 30;                                          // after which the list should be replaced
};

class TrustDesk {
public:
    explicit TrustDesk(Session &session) : m_session(session) {}
    // Certificates of authorities and revocation lists: DER, or PEM with any number of both.
    // An authority must lead to one believed already, unless new anchors are accepted, which only the security officer may.
    // CertificateUntrusted (a stranger's), SignatureInvalid (a changed list), CertificateUnsuitable (not an authority),
    // AlreadyExists (nothing new), Malformed, NotAllowed.
    Result<TrustImport> import(const std::vector<Path> &files, NewAnchors newAnchors);
    Result<std::vector<TrustRow>> list();
    // By the security officer, with the office's key at hand: revokeCertificates() and the new list taken in here. Malformed for a day
    // that is none or lies ahead. When the list was made and cannot be taken in, the fault says so and the file stands.
    Result<WithdrawnList> withdraw(const OfficeWithdrawal &what);
    // What everybody should know at sign-in: lists that are stale.
    [[nodiscard]] std::vector<std::string> notices();

private:
    Session &m_session;
};

} // namespace caseward::session
