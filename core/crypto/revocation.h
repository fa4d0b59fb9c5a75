// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate revocation list (RFC 5280 section 5) as a shared immutable value: what an authority has withdrawn, and since
// when. Whole lists of one issuer only: delta and indirect lists are refused. Being absent from a list proves nothing here.
// Any thread.
#pragma once

#include "core/crypto/certificate.h"

#include <optional>

namespace caseward::crypto {

// RFC 5280 section 5.3.1. The number is the one of the standard.
enum class RevocationReason { Unspecified = 0, KeyCompromise = 1, AuthorityCompromise = 2, AffiliationChanged = 3, Superseded = 4,
                              Ceased = 5, Hold = 6, PrivilegeWithdrawn = 9 };
[[nodiscard]] std::string_view reasonName(RevocationReason reason);              // "key-compromise", …
[[nodiscard]] Result<RevocationReason> parseReason(std::string_view name);       // Usage with the names there are

struct Revocation {
    std::string serial;                 // hexadecimal, as Certificate::serial()
    Instant since;                      // revocationDate, or invalidityDate where that is earlier
    RevocationReason reason = RevocationReason::Unspecified;
};

class RevocationList {
public:
    RevocationList() = default;
    // DER, or PEM "X509 CRL". Malformed, also when there are several; TooLarge (limits::revocationListBytes).
    static Result<RevocationList> fromBytes(BytesView untrustedBytes);
    // DER, or every list of a PEM text, in its order. Malformed when there is none or one of them is damaged; TooLarge.
    static Result<std::vector<RevocationList>> listFromBytes(BytesView untrustedBytes);

    [[nodiscard]] bool isNull() const { return !m_crl; }
    [[nodiscard]] const Bytes &der() const { return m_der; }
    [[nodiscard]] std::string pem() const;
    [[nodiscard]] std::string issuer() const;                     // common name, for people
    [[nodiscard]] Digest issuerKey() const;                       // SHA-256 of the issuer's name in DER
    [[nodiscard]] Instant thisUpdate() const;
    [[nodiscard]] std::optional<Instant> nextUpdate() const;      // afterwards the list is stale
    [[nodiscard]] std::string number() const;                     // hexadecimal; empty when it has none
    [[nodiscard]] std::vector<Revocation> entries() const;
    // Whether this certificate's issuer wrote this list and it names the certificate.
    [[nodiscard]] std::optional<Revocation> find(const Certificate &certificate) const;
    // Whether this authority's name and key are those of the list, and it may sign lists.
    [[nodiscard]] bool namesIssuer(const Certificate &authority) const;
    [[nodiscard]] bool isSignedBy(const Certificate &authority) const;
    bool operator==(const RevocationList &other) const { return m_der == other.m_der; }

private:
    static Result<RevocationList> fromDer(BytesView untrustedDer);
    Bytes m_der;
    std::shared_ptr<void> m_crl; // X509_CRL
};

} // namespace caseward::crypto
