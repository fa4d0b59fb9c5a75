// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: how an office signs what it issues, certificates and revocation lists alike. Any thread.
#pragma once

#include "core/crypto/ossl.h"

#include <openssl/rsa.h>

namespace caseward::crypto {

// RSA keys sign with PSS, salt as long as the digest. `sign` is X509_sign_ctx or X509_CRL_sign_ctx.
template <typename T>
Status signBy(EVP_PKEY *key, T *object, int (*sign)(T *, EVP_MD_CTX *))
{
    const auto algorithm = algorithmOf(key);
    if (!algorithm)
        return fail(FaultCode::CertificateUnsuitable, "the office's key is not P-384, P-256 or RSA of 3072 bits");
    const std::unique_ptr<EVP_MD_CTX, FreeBy<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *options = nullptr;
    bool ready = context && EVP_DigestSignInit(context.get(), &options, digestFor(*algorithm), nullptr, key) == 1;
    if (ready && *algorithm == KeyAlgorithm::Rsa3072)
        ready = EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) == 1;
    if (!ready || sign(object, context.get()) <= 0)
        return cryptoFault("signing for the office");
    return {};
}

} // namespace caseward::crypto
