// SPDX-License-Identifier: GPL-3.0-or-later
// A credential is a certificate and the private key that belongs to it. The key comes from a PKCS#8 file (PBES2: scrypt
// N=2^17 r=8 p=1, AES-256-CBC; RFC 8018, RFC 7914), or it is on a card and stays there (core/crypto/token.h).
// Shared and immutable once loaded; signing and opening are safe from one thread at a time.
#pragma once

#include "core/crypto/revocation.h"
#include "core/crypto/secret.h"

namespace caseward::crypto {

class TokenKey;
struct TokenAddress;

enum class KeyAlgorithm { EcP384, EcP256, Rsa3072 };

class PrivateKey {
public:
    PrivateKey() = default;
    static Result<PrivateKey> generate(KeyAlgorithm algorithm);
    // WrongPassphrase when the passphrase does not open it, Malformed when it is no PKCS#8 EncryptedPrivateKeyInfo
    // under scrypt (at most 192 MiB, p <= 16) and AES-256-CBC.
    // `untrustedFile` may be PEM or DER.
    static Result<PrivateKey> fromEncryptedFile(BytesView untrustedFile, const Secret &passphrase);
    // PEM "ENCRYPTED PRIVATE KEY". Stock `openssl pkey` holds scrypt to 32 MiB and refuses N=2^17; stock
    // `openssl kdf` and `openssl enc` open it: core/design/formats/certificates.md.
    [[nodiscard]] Result<Bytes> toEncryptedFile(const Secret &passphrase) const;
    [[nodiscard]] bool isNull() const { return !m_key; }
    [[nodiscard]] bool isOnToken() const { return m_token != nullptr; }
    // Whether the card is still in and logged in (well under a millisecond with SoftHSM); true for a key from a file.
    [[nodiscard]] bool isPresent() const;
    [[nodiscard]] void *evpPkey() const { return m_key.get(); } // EVP_PKEY *, for core/crypto only
    [[nodiscard]] const TokenKey *token() const { return m_token.get(); } // for core/crypto only

private:
    friend class CertificateAuthority;
    friend Result<PrivateKey> openTokenKey(const TokenAddress &address, const Secret &pin, const Certificate &belongsTo);
    std::shared_ptr<TokenKey> m_token; // null for a key from a file
    std::shared_ptr<void> m_key;
};

class Credential {
public:
    Credential() = default;
    // CertificateUnsuitable when the key does not belong to the certificate.
    static Result<Credential> make(Certificate certificate, PrivateKey key);
    [[nodiscard]] const Certificate &certificate() const { return m_certificate; }
    [[nodiscard]] const PrivateKey &key() const { return m_key; }
    [[nodiscard]] bool isNull() const { return m_key.isNull(); }

private:
    Certificate m_certificate;
    PrivateKey m_key;
};

struct Validity {
    Instant from;
    Instant to;
};

// The certificate authority of an office that has none of its own.
class CertificateAuthority {
public:
    // A new self-signed office certificate, P-384, "O=<office>, CN=<office> certificate authority".
    static Result<CertificateAuthority> create(const std::string &office, Validity validity);
    static Result<CertificateAuthority> fromCredential(Credential credential);

    struct Person {
        PersonId id;
        std::string name;       // UTF-8
        std::set<Role> roles;
        Validity validity;
    };
    // digitalSignature, nonRepudiation, keyAgreement (EC) or keyEncipherment (RSA); EKU emailProtection and roles.
    [[nodiscard]] Result<Certificate> issue(const Person &person, const PrivateKey &key) const;
    // The same person, roles and public key for another while. CertificateUntrusted when this authority did not issue the
    // old one; whether that was revoked the caller has asked.
    [[nodiscard]] Result<Certificate> renew(const Certificate &old, Validity validity) const;

    struct Withdrawal { Certificate certificate; Instant since; RevocationReason reason; };
    // A new list (RFC 5280 section 5, version 2): the entries of the last one, if any, and these. Its number is one higher.
    // CertificateUntrusted when a list or certificate is not of this authority, AlreadyExists when one is withdrawn already.
    [[nodiscard]] Result<RevocationList> withdraw(const std::vector<Withdrawal> &withdrawals, const RevocationList &last,
                                                  Validity validity) const;
    [[nodiscard]] const Certificate &certificate() const { return m_credential.certificate(); }
    [[nodiscard]] const PrivateKey &key() const { return m_credential.key(); }

private:
    [[nodiscard]] Result<Certificate> issueFor(const Person &person, void *publicKey) const; // EVP_PKEY *
    Credential m_credential;
};

} // namespace caseward::crypto
