// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/ossl.h"

#include <algorithm>
#include <climits>
#include <ctime>

namespace caseward::crypto {

Fault cryptoFault(const char *step)
{
    return opensslFault(FaultCode::CryptoFailed, step);
}

Fault opensslFault(FaultCode code, const char *step)
{
    std::string detail = step;
    // The first error is the cause; the later ones are the callers giving up.
    if (const unsigned long error = ERR_get_error(); error != 0) {
        const char *reason = ERR_reason_error_string(error);
        detail += ": ";
        detail += reason ? reason : "unknown OpenSSL error";
    }
    ERR_clear_error();
    return fail(code, std::move(detail));
}

std::optional<KeyAlgorithm> algorithmOf(const EVP_PKEY *key)
{
    if (!key)
        return std::nullopt;
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= 3072)
        return KeyAlgorithm::Rsa3072;
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC)
        return std::nullopt;
    char group[64] = {};
    if (EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1) {
        ERR_clear_error(); // explicit curve parameters have no name, and are not wanted
        return std::nullopt;
    }
    switch (OBJ_txt2nid(group)) {
    case NID_secp384r1: return KeyAlgorithm::EcP384;
    case NID_X9_62_prime256v1: return KeyAlgorithm::EcP256;
    default: return std::nullopt;
    }
}

const EVP_MD *digestFor(KeyAlgorithm algorithm)
{
    return algorithm == KeyAlgorithm::EcP384 ? EVP_sha384() : EVP_sha256();
}

BioHandle readerOver(BytesView bytes)
{
    if (bytes.size() > static_cast<std::size_t>(INT_MAX))
        return nullptr;
    // BIO_new_mem_buf refuses null, which is what an empty view may hold.
    const void *start = bytes.empty() ? "" : static_cast<const void *>(bytes.data());
    return BioHandle(BIO_new_mem_buf(start, static_cast<int>(bytes.size())));
}

Result<Instant> instantOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return opensslFault(FaultCode::Malformed, "reading an ASN.1 time");
    return Instant{static_cast<std::int64_t>(timegm(&parts)) * 1000};
}

ASN1_TIME *newAsn1Time(Instant instant)
{
    std::int64_t seconds = instant.milliseconds / 1000;
    if (instant.milliseconds % 1000 < 0)
        --seconds;
    return ASN1_TIME_set(nullptr, static_cast<std::time_t>(seconds));
}

Result<CmsHandle> parseCms(BytesView untrustedDer, int expectedType)
{
    if (untrustedDer.size() > limits::cmsBytes)
        return fail(FaultCode::TooLarge, "a CMS message is larger than its limit");
    const unsigned char *position = untrustedDer.data();
    CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(untrustedDer.size())));
    if (!cms)
        return opensslFault(FaultCode::Malformed, "parsing a CMS message");
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != expectedType)
        return fail(FaultCode::Malformed, "a CMS message of another content type");
    // One encoding only: BER, trailing bytes and odd lengths come out differently.
    const auto again = derOf(cms.get(), i2d_CMS_ContentInfo, "encoding a CMS message");
    if (!again.ok() || !std::equal(again->begin(), again->end(), untrustedDer.begin(), untrustedDer.end()))
        return fail(FaultCode::Malformed, "a CMS message that is not DER");
    return cms;
}

} // namespace caseward::crypto
