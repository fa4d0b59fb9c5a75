// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/credential.h"

#include "core/crypto/ossl.h"

namespace caseward::crypto {

Result<PrivateKey> PrivateKey::generate(KeyAlgorithm algorithm)
{
    EVP_PKEY *pkey = nullptr;
    switch (algorithm) {
    case KeyAlgorithm::EcP384: pkey = EVP_EC_gen("P-384"); break;
    case KeyAlgorithm::EcP256: pkey = EVP_EC_gen("P-256"); break;
    case KeyAlgorithm::Rsa3072: pkey = EVP_RSA_gen(3072); break;
    }
    if (!pkey)
        return cryptoFault("generating a key");
    PrivateKey key;
    key.m_key = std::shared_ptr<void>(pkey, [](void *p) { EVP_PKEY_free(static_cast<EVP_PKEY *>(p)); });
    return key;
}

Result<Credential> Credential::make(Certificate certificate, PrivateKey key)
{
    if (certificate.isNull() || key.isNull())
        return fail(FaultCode::CertificateUnsuitable, "a credential needs a certificate and a key");
    if (X509_check_private_key(x509Of(certificate), pkeyOf(key)) != 1) {
        ERR_clear_error();
        return fail(FaultCode::CertificateUnsuitable, "the key does not belong to the certificate",
                    {{"certificate", certificate.commonName()}});
    }
    if (!algorithmOf(pkeyOf(key)))
        return fail(FaultCode::CertificateUnsuitable, "the key is not P-384, P-256 or RSA of 3072 bits");
    Credential credential;
    credential.m_certificate = std::move(certificate);
    credential.m_key = std::move(key);
    return credential;
}

} // namespace caseward::crypto
