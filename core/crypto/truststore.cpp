// SPDX-License-Identifier: GPL-3.0-or-later
// Certificate paths, RFC 5280 section 6, by OpenSSL; revocation afterwards, by ourselves: OpenSSL ignores revocationDate, and
// asked about a past time it also refuses the lists that came later, which are the ones that matter.
#include "core/crypto/ossl.h"
#include "core/crypto/revocation.h"

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

// Without a time validity is not asked; without a purpose any will do.
Result<StoreHandle> makeStore(const TrustStore &trust, std::optional<Instant> at, int purpose)
{
    StoreHandle store(X509_STORE_new());
    if (!store)
        return cryptoFault("making a certificate store");
    for (const Certificate &anchor : trust.anchors()) {
        if (X509_STORE_add_cert(store.get(), x509Of(anchor)) != 1)
            return cryptoFault("adding a trust anchor");
    }
    X509_VERIFY_PARAM *rules = X509_STORE_get0_param(store.get());
    if (at)
        X509_VERIFY_PARAM_set_time(rules, static_cast<std::time_t>(at->milliseconds / 1000));
    X509_VERIFY_PARAM_set_depth(rules, deepestPath);
    X509_VERIFY_PARAM_set_auth_level(rules, leastSecurity);
    // An office below an authority we do not know may be an anchor by itself.
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | (at ? 0UL : static_cast<unsigned long>(X509_V_FLAG_NO_CHECK_TIME)));
    if (X509_VERIFY_PARAM_set_purpose(rules, purpose) != 1)
        return cryptoFault("setting a certificate purpose");
    return store;
}

struct PathQuestion {
    std::optional<Instant> at;
    int purpose = X509_PURPOSE_SMIME_SIGN;
    bool stepsWanted = true;        // parsing them again costs more than the rest when nobody looks
};
// The path from a certificate to an anchor, the certificate first.
Result<std::vector<Certificate>> buildPath(const TrustStore &trust, const Certificate &certificate,
                                           const std::vector<Certificate> &untrustedHelpers, const PathQuestion &question)
{
    if (certificate.isNull())
        return fail(FaultCode::CertificateUntrusted, "there is no certificate");
    const StoreHandle store = TRY(makeStore(trust, question.at, question.purpose));
    const X509StackHandle helpers(sk_X509_new_null());
    const StoreContext context(X509_STORE_CTX_new());
    bool ready = helpers && context;
    for (const std::vector<Certificate> *list : {&trust.intermediates(), &untrustedHelpers})
        for (const Certificate &helper : *list)
            ready = ready && X509_add_cert(helpers.get(), x509Of(helper), X509_ADD_FLAG_UP_REF) == 1;
    if (!ready || X509_STORE_CTX_init(context.get(), store.get(), x509Of(certificate), helpers.get()) != 1)
        return cryptoFault("making a certificate path");
    if (X509_verify_cert(context.get()) != 1) {
        const int error = X509_STORE_CTX_get_error(context.get());
        const int depth = X509_STORE_CTX_get_error_depth(context.get());
        ERR_clear_error();
        return fail(codeOf(error), X509_verify_cert_error_string(error),
                    {{"certificate", certificate.commonName()}, {"depth", std::to_string(depth)}});
    }
    std::vector<Certificate> path;
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context.get());
    for (int at = 0; question.stepsWanted && at < sk_X509_num(chain); ++at)
        path.push_back(TRY(Certificate::fromDer(TRY(derOf(sk_X509_value(chain, at), i2d_X509, "encoding a certificate")))));
    return path;
}

// Revoked by then on any list we hold: a later list may drop what has expired since. Only a hold is lifted, by its absence
// from the newest list of its authority.
Status checkRevocation(const TrustStore &trust, const Certificate &certificate, Instant at)
{
    const auto isNewest = [&trust](const RevocationList &list) {
        return std::ranges::none_of(trust.lists(), [&list](const auto &other) {
            return other->thisUpdate() > list.thisUpdate() && other->issuerKey() == list.issuerKey();
        });
    };
    std::optional<Revocation> found;
    for (const auto &list : trust.lists()) {
        const auto entry = list->find(certificate);
        const bool counts = entry && entry->since <= at && (entry->reason != RevocationReason::Hold || isNewest(*list));
        if (counts && (!found || entry->since < found->since))
            found = entry;
    }
    if (!found)
        return {};
    const std::string reason(reasonName(found->reason));
    return fail(FaultCode::CertificateRevoked,
                "the certificate of " + certificate.commonName() + " was revoked on " + toText(found->since) + " (" + reason + ")",
                {{"certificate", certificate.commonName()}, {"since", toText(found->since)}, {"reason", reason}});
}

} // namespace

void TrustStore::add(const Certificate &anchor)
{
    if (!anchor.isNull() && std::find(m_anchors.begin(), m_anchors.end(), anchor) == m_anchors.end())
        m_anchors.push_back(anchor);
}

Status TrustStore::addIntermediate(const Certificate &authority)
{
    if (authority.isNull() || !authority.isAuthority())
        return fail(FaultCode::CertificateUnsuitable, "the certificate may not issue certificates");
    // Its time is asked when a path is built: a chain from years ago may need an authority that has ended since.
    TRY(buildPath(*this, authority, {}, {std::nullopt, X509_PURPOSE_ANY}));
    for (const std::vector<Certificate> *list : {&m_anchors, &m_intermediates})
        if (std::find(list->begin(), list->end(), authority) != list->end())
            return {};
    m_intermediates.push_back(authority);
    return {};
}

Status TrustStore::addList(const RevocationList &list)
{
    if (list.isNull())
        return fail(FaultCode::CertificateUntrusted, "there is no revocation list");
    bool known = false;
    for (const std::vector<Certificate> *authorities : {&m_anchors, &m_intermediates})
        for (const Certificate &authority : *authorities) {
            known = known || list.namesIssuer(authority);
            if (!list.isSignedBy(authority))
                continue;
            if (std::ranges::none_of(m_lists, [&list](const auto &held) { return *held == list; }))
                m_lists.push_back(std::make_shared<const RevocationList>(list));
            return {};
        }
    return fail(known ? FaultCode::SignatureInvalid : FaultCode::CertificateUntrusted,
                known ? "the revocation list of " + list.issuer() + " was changed"
                      : "the revocation list is of an authority this station does not trust: " + list.issuer(),
                {{"certificate", list.issuer()}});
}

Status TrustStore::check(const Certificate &certificate, Instant at) const
{
    return checkPath(*this, certificate, {}, at);
}

std::vector<Certificate> TrustStore::issuersOf(const Certificate &certificate) const
{
    const auto path = buildPath(*this, certificate, {}, {std::nullopt, X509_PURPOSE_ANY});
    return path.ok() && path->size() > 1 ? std::vector<Certificate>(path->begin() + 1, path->end()) : std::vector<Certificate>();
}

Status checkPath(const TrustStore &trust, const Certificate &certificate,
                 const std::vector<Certificate> &untrustedHelpers, Instant at)
{
    const auto path = TRY(buildPath(trust, certificate, untrustedHelpers, {at, X509_PURPOSE_SMIME_SIGN, !trust.lists().empty()}));
    TRY(checkLeaf(x509Of(certificate)));
    for (const Certificate &step : path)
        TRY(checkRevocation(trust, step, at));
    return {};
}

} // namespace caseward::crypto
