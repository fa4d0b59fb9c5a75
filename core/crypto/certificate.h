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
    [[nodiscard]] std::string personId() const;                   // subject UID attribute; empty for an office
    [[nodiscard]] std::string serial() const;                     // hexadecimal
    [[nodiscard]] Instant notBefore() const;
    [[nodiscard]] Instant notAfter() const;
    [[nodiscard]] std::set<Role> roles() const;
    [[nodiscard]] bool isAuthority() const;                       // basicConstraints CA
    [[nodiscard]] void *x509() const { return m_x509.get(); }     // X509 *, for core/crypto only
    bool operator==(const Certificate &other) const { return m_der == other.m_der; }

private:
    Bytes m_der;
    std::shared_ptr<void> m_x509;
};

// The offices this station believes. Checks offline: chain, purpose emailProtection, validity at `at`.
class TrustStore {
public:
    void add(const Certificate &anchor);
    [[nodiscard]] const std::vector<Certificate> &anchors() const { return m_anchors; }
    // CertificateUntrusted, CertificateExpired, CertificateNotYetValid or CertificateUnsuitable.
    [[nodiscard]] Status check(const Certificate &certificate, Instant at) const;

private:
    std::vector<Certificate> m_anchors;
};

} // namespace caseward::crypto
