// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate paths, RFC 5280 section 6, by OpenSSL. Revocation is not asked here: OpenSSL ignores revocationDate,
// and a past time also refuses newer CRLs, so whoever keeps the CRLs compares dates (TOOLING.md section 7).
#include "core/crypto/certificate.h"
#include "core/crypto/ossl.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace caseward::crypto {

namespace {

using StoreHandle = std::unique_ptr<X509_STORE, FreeBy<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, FreeBy<X509_STORE_CTX_free>>;

constexpr int deepestPath = 4;      // an office below at most four authorities
constexpr int leastSecurity = 2;    // OpenSSL level 2: 112 bits, no SHA-1

FaultCode codeOf(int error)
{
    switch (error) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return FaultCode::CertificateExpired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return FaultCode::CertificateNotYetValid;
    case X509_V_ERR_INVALID_PURPOSE:
    case X509_V_ERR_INVALID_EXTENSION:
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
    case X509_V_ERR_EC_KEY_EXPLICIT_PARAMS:
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
        return FaultCode::CertificateUnsuitable;
    default:
        return FaultCode::CertificateUntrusted;
    }
}

// What OpenSSL would let pass: no extended key usage at all, and keys we cannot work with.
Status checkLeaf(X509 *x509)
{
    const bool hasUsage = (X509_get_extension_flags(x509) & EXFLAG_XKUSAGE) != 0;
    if (!hasUsage || (X509_get_extended_key_usage(x509) & XKU_SMIME) == 0)
        return fail(FaultCode::CertificateUnsuitable, "the certificate lacks the purpose emailProtection");
    if (!algorithmOf(X509_get0_pubkey(x509)))
        return fail(FaultCode::CertificateUnsuitable, "the certificate's key is not P-384, P-256 or RSA of 3072 bits");
    return {};
}

Result<StoreHandle> makeStore(const TrustStore &trust, Instant at)
{
    StoreHandle store(X509_STORE_new());
    if (!store)
        return cryptoFault("making a certificate store");
    for (const Certificate &anchor : trust.anchors()) {
        if (X509_STORE_add_cert(store.get(), x509Of(anchor)) != 1)
            return cryptoFault("adding a trust anchor");
    }
    X509_VERIFY_PARAM *rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(rules, static_cast<std::time_t>(at.milliseconds / 1000));
    X509_VERIFY_PARAM_set_depth(rules, deepestPath);
    X509_VERIFY_PARAM_set_auth_level(rules, leastSecurity);
    // An office below an authority we do not know may be an anchor by itself.
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    if (X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SMIME_SIGN) != 1)
        return cryptoFault("setting a certificate purpose");
    return store;
}

} // namespace

void TrustStore::add(const Certificate &anchor)
{
    if (!anchor.isNull() && std::find(m_anchors.begin(), m_anchors.end(), anchor) == m_anchors.end())
        m_anchors.push_back(anchor);
}

Status TrustStore::check(const Certificate &certificate, Instant at) const
{
    return checkPath(*this, certificate, {}, at);
}

Status checkPath(const TrustStore &trust, const Certificate &certificate,
                 const std::vector<Certificate> &untrustedHelpers, Instant at)
{
    if (certificate.isNull())
        return fail(FaultCode::CertificateUntrusted, "there is no certificate");
    const StoreHandle store = TRY(makeStore(trust, at));
    X509StackHandle helpers(sk_X509_new_null());
    const StoreContext context(X509_STORE_CTX_new());
    if (!helpers || !context)
        return cryptoFault("making a certificate path");
    for (const Certificate &helper : untrustedHelpers) {
        if (X509_add_cert(helpers.get(), x509Of(helper), X509_ADD_FLAG_UP_REF) != 1)
            return cryptoFault("making a certificate path");
    }
    if (X509_STORE_CTX_init(context.get(), store.get(), x509Of(certificate), helpers.get()) != 1)
        return cryptoFault("making a certificate path");
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        const int depth = X509_STORE_CTX_get_error_depth(context.get());
        ERR_clear_error();
        return fail(codeOf(error), X509_verify_cert_error_string(error),
                    {{"certificate", certificate.commonName()}, {"depth", std::to_string(depth)}});
    }
    return checkLeaf(x509Of(certificate));
}

} // namespace caseward::crypto
