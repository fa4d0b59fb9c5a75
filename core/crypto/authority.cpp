// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing of X.509 v3 certificates (RFC 5280): office certificates by themselves, people by their office.
#include "core/crypto/authoritysigning.h"
#include "core/crypto/credential.h"

#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace caseward::crypto {

namespace {

struct Subject {
    std::string office;
    std::string name;
    std::string uid; // empty for an office
};

Status addName(X509_NAME *subject, int nid, const std::string &text, const char *what)
{
    const auto *utf8 = reinterpret_cast<const unsigned char *>(text.data());
    // OpenSSL refuses what is not UTF-8 and what is longer than X.520 allows (64 characters).
    if (X509_NAME_add_entry_by_NID(subject, nid, MBSTRING_UTF8, utf8, static_cast<int>(text.size()), -1, 0) == 1)
        return {};
    ERR_clear_error();
    return fail(FaultCode::Malformed, std::string(what) + " must be UTF-8 of 1 to 64 characters");
}

Status setSubject(X509 *x509, const Subject &subject)
{
    X509_NAME *name = X509_get_subject_name(x509); // the certificate's own, for writing
    TRY(addName(name, NID_organizationName, subject.office, "the name of an office"));
    TRY(addName(name, NID_commonName, subject.name, "a name"));
    if (!subject.uid.empty())
        TRY(addName(name, NID_userId, subject.uid, "an identifier"));
    return {};
}

Status setSerial(X509 *x509)
{
    unsigned char random[16];
    if (RAND_bytes(random, sizeof random) != 1)
        return cryptoFault("drawing a serial number");
    const std::unique_ptr<BIGNUM, FreeBy<BN_free>> number(BN_bin2bn(random, sizeof random, nullptr));
    if (!number || !BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x509)))
        return cryptoFault("setting a serial number");
    return {};
}

Status setValidity(X509 *x509, Validity validity)
{
    if (validity.to <= validity.from)
        return fail(FaultCode::Malformed, "a certificate must end after it begins");
    const std::unique_ptr<ASN1_TIME, FreeBy<ASN1_TIME_free>> from(newAsn1Time(validity.from));
    const std::unique_ptr<ASN1_TIME, FreeBy<ASN1_TIME_free>> to(newAsn1Time(validity.to));
    if (!from || !to || X509_set1_notBefore(x509, from.get()) != 1 || X509_set1_notAfter(x509, to.get()) != 1)
        return cryptoFault("setting a validity");
    return {};
}

Status addExtension(X509 *x509, X509 *issuer, int nid, const std::string &value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, x509, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, FreeBy<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    if (!extension || X509_add_ext(x509, extension.get(), -1) != 1)
        return cryptoFault("adding a certificate extension");
    return {};
}

Status signCertificate(X509 *x509, EVP_PKEY *key)
{
    return signBy(key, x509, X509_sign_ctx);
}

// Everything but issuer name, extensions and signature.
Result<X509Handle> draft(const Subject &subject, Validity validity, EVP_PKEY *key)
{
    X509Handle x509(X509_new());
    if (!x509 || X509_set_version(x509.get(), X509_VERSION_3) != 1 || X509_set_pubkey(x509.get(), key) != 1)
        return cryptoFault("making a certificate");
    TRY(setSerial(x509.get()));
    TRY(setValidity(x509.get(), validity));
    TRY(setSubject(x509.get(), subject));
    return x509;
}

} // namespace

Result<CertificateAuthority> CertificateAuthority::create(const std::string &office, Validity validity)
{
    const PrivateKey key = TRY(PrivateKey::generate(KeyAlgorithm::EcP384));
    const Subject subject{office, office + " certificate authority", {}};
    const X509Handle x509 = TRY(draft(subject, validity, pkeyOf(key)));
    if (X509_set_issuer_name(x509.get(), X509_get_subject_name(x509.get())) != 1)
        return cryptoFault("making a certificate");
    TRY(addExtension(x509.get(), x509.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0"));
    TRY(addExtension(x509.get(), x509.get(), NID_key_usage, "critical,keyCertSign,cRLSign"));
    TRY(addExtension(x509.get(), x509.get(), NID_subject_key_identifier, "hash"));
    TRY(addExtension(x509.get(), x509.get(), NID_authority_key_identifier, "keyid:always"));
    TRY(signCertificate(x509.get(), pkeyOf(key)));
    const Bytes der = TRY(derOf(x509.get(), i2d_X509, "encoding a certificate"));
    Certificate certificate = TRY(Certificate::fromDer(der));
    return fromCredential(TRY(Credential::make(std::move(certificate), key)));
}

Result<CertificateAuthority> CertificateAuthority::fromCredential(Credential credential)
{
    if (credential.isNull() || !credential.certificate().isAuthority() ||
        (X509_get_key_usage(x509Of(credential.certificate())) & KU_KEY_CERT_SIGN) == 0)
        return fail(FaultCode::CertificateUnsuitable, "the certificate may not issue certificates");
    CertificateAuthority authority;
    authority.m_credential = std::move(credential);
    return authority;
}

Result<Certificate> CertificateAuthority::issue(const Person &person, const PrivateKey &key) const
{
    return issueFor(person, key.evpPkey());
}

Result<Certificate> CertificateAuthority::renew(const Certificate &old, Validity validity) const
{
    if (old.isNull() || !certificate().issued(old))
        return fail(FaultCode::CertificateUntrusted, "this office did not give the certificate that is to be renewed");
    return issueFor({TRY(PersonId::parse(old.personId())), old.commonName(), old.roles(), validity}, X509_get0_pubkey(x509Of(old)));
}

Result<Certificate> CertificateAuthority::issueFor(const Person &person, void *publicKey) const
{
    auto *pkey = static_cast<EVP_PKEY *>(publicKey);
    const auto algorithm = algorithmOf(pkey);
    if (!algorithm)
        return fail(FaultCode::CertificateUnsuitable, "the key is not P-384, P-256 or RSA of 3072 bits");
    if (person.id.isNull())
        return fail(FaultCode::Malformed, "a person needs an identifier");
    X509 *issuer = x509Of(certificate());
    const Subject subject{certificate().organisation(), person.name, person.id.text()};
    const X509Handle x509 = TRY(draft(subject, person.validity, pkey));
    if (X509_set_issuer_name(x509.get(), X509_get_subject_name(issuer)) != 1)
        return cryptoFault("making a certificate");

    std::string usages = "emailProtection"; // without it stock `openssl cms -verify` refuses
    for (const Role role : person.roles)
        usages += std::string(",") + roleOid(role);
    const bool rsa = *algorithm == KeyAlgorithm::Rsa3072;
    const std::string keyUsage =
        std::string("critical,digitalSignature,nonRepudiation,") + (rsa ? "keyEncipherment" : "keyAgreement");
    TRY(addExtension(x509.get(), issuer, NID_basic_constraints, "critical,CA:FALSE"));
    TRY(addExtension(x509.get(), issuer, NID_key_usage, keyUsage));
    TRY(addExtension(x509.get(), issuer, NID_ext_key_usage, usages));
    TRY(addExtension(x509.get(), issuer, NID_subject_key_identifier, "hash"));
    TRY(addExtension(x509.get(), issuer, NID_authority_key_identifier, "keyid:always"));
    TRY(signCertificate(x509.get(), pkeyOf(this->key())));
    const Bytes der = TRY(derOf(x509.get(), i2d_X509, "encoding a certificate"));
    return Certificate::fromDer(der);
}

} // namespace caseward::crypto
