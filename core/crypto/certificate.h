// SPDX-License-Identifier: GPL-3.0-or-later
// X.509 certificates (RFC 5280) of people and offices, as shared immutable values. Any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <memory>
#include <set>

namespace caseward::crypto {

// What a person does. Carried as an extended key usage of our own beside emailProtection.
enum class Role { Adjudicator, Supervisor, Courier, SecurityOfficer, Auditor, PrivacyOfficer, Recovery };

[[nodiscard]] std::string_view roleName(Role role);            // "adjudicator", "security-officer", …
[[nodiscard]] Result<Role> parseRole(std::string_view name);   // Malformed
[[nodiscard]] const char *roleOid(Role role);                  // dotted decimal

class Certificate {
public:
    Certificate() = default;
    static Result<Certificate> fromDer(BytesView untrustedDer);   // Malformed, TooLarge
    static Result<Certificate> fromPem(BytesView untrustedPem);   // the first certificate of the text
    static Result<std::vector<Certificate>> listFromPem(BytesView untrustedPem);

    [[nodiscard]] bool isNull() const { return !m_x509; }
    [[nodiscard]] const Bytes &der() const { return m_der; }
    [[nodiscard]] std::string pem() const;
    [[nodiscard]] Digest fingerprint() const;                     // SHA-256 of the DER
    [[nodiscard]] std::string commonName() const;                 // UTF-8
    [[nodiscard]] std::string organisation() const;               // the office
    // Subject UID attribute. A certificate of a foreign authority, which has none of our form, gets an id made from the names
    // of issuer and subject, so that it stays the same when the certificate is renewed. Empty for an office.
    [[nodiscard]] std::string personId() const;
    [[nodiscard]] std::string serial() const;                     // hexadecimal
    [[nodiscard]] Instant notBefore() const;
    [[nodiscard]] Instant notAfter() const;
    [[nodiscard]] std::set<Role> roles() const;
    [[nodiscard]] bool isAuthority() const;                       // basicConstraints CA
    [[nodiscard]] bool issued(const Certificate &other) const;    // by names and by signature; asks nothing else
    [[nodiscard]] void *x509() const { return m_x509.get(); }     // X509 *, for core/crypto only
    bool operator==(const Certificate &other) const { return m_der == other.m_der; }

private:
    Bytes m_der;
    std::shared_ptr<void> m_x509;
};

class RevocationList;

// The offices this station believes, the authorities below them and what they have withdrawn. Checks offline: chain, purpose
// emailProtection, validity at `at`, revocation before or at `at`. Copies share what they hold.
class TrustStore {
public:
    void add(const Certificate &anchor);
    // An authority below an anchor or below one added before. CertificateUntrusted, CertificateUnsuitable.
    Status addIntermediate(const Certificate &authority);
    // Signed by an anchor or an intermediate that may sign lists. CertificateUntrusted for the list of a stranger,
    // SignatureInvalid for one that was changed.
    Status addList(const RevocationList &list);
    [[nodiscard]] const std::vector<Certificate> &anchors() const { return m_anchors; }
    [[nodiscard]] const std::vector<Certificate> &intermediates() const { return m_intermediates; }
    [[nodiscard]] const std::vector<std::shared_ptr<const RevocationList>> &lists() const { return m_lists; }
    // CertificateUntrusted, CertificateExpired, CertificateNotYetValid, CertificateUnsuitable, or CertificateRevoked
    // (argument "since") when it or an authority above it was revoked by then, whenever the list came.
    [[nodiscard]] Status check(const Certificate &certificate, Instant at) const;
    // The authorities above a certificate, nearest first, as far as they are known.
    [[nodiscard]] std::vector<Certificate> issuersOf(const Certificate &certificate) const;

private:
    std::vector<Certificate> m_anchors, m_intermediates;
    std::vector<std::shared_ptr<const RevocationList>> m_lists;
};

} // namespace caseward::crypto
