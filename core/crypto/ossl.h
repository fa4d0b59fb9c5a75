// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: owning handles for OpenSSL objects, and OpenSSL's error queue as a Fault.
#pragma once

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/crypto/credential.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>
#include <optional>

namespace caseward::crypto {

template <auto function>
struct FreeBy {
    template <typename T>
    void operator()(T *object) const { function(object); }
};

struct FreeX509Stack {
    void operator()(STACK_OF(X509) *stack) const { sk_X509_pop_free(stack, X509_free); }
};

using BioHandle = std::unique_ptr<BIO, FreeBy<BIO_free_all>>;
using CmsHandle = std::unique_ptr<CMS_ContentInfo, FreeBy<CMS_ContentInfo_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeBy<EVP_CIPHER_CTX_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>>;
using X509Handle = std::unique_ptr<X509, FreeBy<X509_free>>;
using X509StackHandle = std::unique_ptr<STACK_OF(X509), FreeX509Stack>;

// CryptoFailed with the step and OpenSSL's first reason; empties the error queue. The queue is often empty
// (CMS_decrypt), so the step must say enough.
[[nodiscard]] Fault cryptoFault(const char *step);
[[nodiscard]] Fault opensslFault(FaultCode code, const char *step);

[[nodiscard]] inline X509 *x509Of(const Certificate &certificate) { return static_cast<X509 *>(certificate.x509()); }
[[nodiscard]] inline EVP_PKEY *pkeyOf(const PrivateKey &key) { return static_cast<EVP_PKEY *>(key.evpPkey()); }

// What we can sign and open with; nothing for any other key.
[[nodiscard]] std::optional<KeyAlgorithm> algorithmOf(const EVP_PKEY *key);
// SHA-384 for P-384, SHA-256 otherwise.
[[nodiscard]] const EVP_MD *digestFor(KeyAlgorithm algorithm);

// A read-only BIO over bytes that must outlive it; null above INT_MAX bytes.
[[nodiscard]] BioHandle readerOver(BytesView bytes);

[[nodiscard]] Result<Instant> instantOf(const ASN1_TIME *time);
// UTCTime up to 2049 and GeneralizedTime after, as RFC 5280 and RFC 5652 want; whole seconds. Null on failure.
[[nodiscard]] ASN1_TIME *newAsn1Time(Instant instant);

// DER of any OpenSSL object, by its i2d function.
template <typename T>
[[nodiscard]] Result<Bytes> derOf(const T *object, int (*encode)(const T *, unsigned char **), const char *step)
{
    const int size = encode(object, nullptr);
    if (size <= 0)
        return cryptoFault(step);
    Bytes der(static_cast<std::size_t>(size));
    unsigned char *end = der.data();
    if (encode(object, &end) != size)
        return cryptoFault(step);
    return der;
}

// Parses one CMS message of at most limits::cmsBytes that is DER and nothing else. TooLarge, Malformed.
[[nodiscard]] Result<CmsHandle> parseCms(BytesView untrustedDer, int expectedType);

// TrustStore::check with certificates that may help to build the path but are not believed.
[[nodiscard]] Status checkPath(const TrustStore &trust, const Certificate &certificate,
                               const std::vector<Certificate> &untrustedHelpers, Instant at);

} // namespace caseward::crypto
