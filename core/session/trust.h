// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this station believes: offices, authorities of an organisation's own PKI below them, and revocation lists, which come
// as files. Everything is checked before anything is kept, and every import is in the station ledger. Worker thread; the
// session must outlive it. Failure: a Fault, and nothing changed.
#pragma once

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

class TrustDesk {
public:
    explicit TrustDesk(Session &session) : m_session(session) {}
    // Certificates of authorities and revocation lists: DER, or PEM with any number of both. An authority must lead to one believed already, unless
    // new anchors are accepted, which only the security officer may. CertificateUntrusted (a stranger's), SignatureInvalid (a
    // changed list), CertificateUnsuitable (not an authority), AlreadyExists (nothing new), Malformed, NotAllowed.
    Result<TrustImport> import(const std::vector<Path> &files, NewAnchors newAnchors);
    Result<std::vector<TrustRow>> list();
    // What everybody should know at sign-in: lists that are stale.
    [[nodiscard]] std::vector<std::string> notices();

private:
    Session &m_session;
};

} // namespace caseward::session
