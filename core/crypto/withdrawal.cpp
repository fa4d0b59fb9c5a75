// SPDX-License-Identifier: GPL-3.0-or-later
// An office takes certificates back: writing revocation lists (RFC 5280 section 5).
#include "core/crypto/authoritysigning.h"
#include "core/crypto/credential.h"
#include "core/crypto/revocation.h"

#include <openssl/x509v3.h>

#include <algorithm>

namespace caseward::crypto {

namespace {

using CrlHandle = std::unique_ptr<X509_CRL, FreeBy<X509_CRL_free>>;
using RevokedHandle = std::unique_ptr<X509_REVOKED, FreeBy<X509_REVOKED_free>>;
using Asn1Time = std::unique_ptr<ASN1_TIME, FreeBy<ASN1_TIME_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, FreeBy<ASN1_INTEGER_free>>;

Status addEntry(X509_CRL *crl, const Revocation &entry)
{
    const Bytes serial = TRY(fromHex(entry.serial));
    const std::unique_ptr<BIGNUM, FreeBy<BN_free>> value(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
    const Number number(value ? BN_to_ASN1_INTEGER(value.get(), nullptr) : nullptr);
    const Asn1Time since(newAsn1Time(entry.since));
    RevokedHandle revoked(X509_REVOKED_new());
    bool ready = number && since && revoked && X509_REVOKED_set_serialNumber(revoked.get(), number.get()) == 1 &&
                 X509_REVOKED_set_revocationDate(revoked.get(), since.get()) == 1;
    if (ready && entry.reason != RevocationReason::Unspecified) { // RFC 5280: unspecified is said by saying nothing
        const std::unique_ptr<ASN1_ENUMERATED, FreeBy<ASN1_ENUMERATED_free>> reason(ASN1_ENUMERATED_new());
        ready = reason && ASN1_ENUMERATED_set(reason.get(), static_cast<long>(entry.reason)) == 1 &&
                X509_REVOKED_add1_ext_i2d(revoked.get(), NID_crl_reason, reason.get(), 0, 0) == 1;
    }
    if (!ready || X509_CRL_add0_revoked(crl, revoked.get()) != 1)
        return cryptoFault("writing a revocation list");
    static_cast<void>(revoked.release());
    return {};
}

Status addNumber(X509_CRL *crl, const std::string &last)
{
    const Bytes before = TRY(fromHex(last));
    const std::unique_ptr<BIGNUM, FreeBy<BN_free>> value(BN_bin2bn(before.data(), static_cast<int>(before.size()), nullptr));
    const bool counted = value && BN_add_word(value.get(), 1) == 1;
    const Number number(counted ? BN_to_ASN1_INTEGER(value.get(), nullptr) : nullptr);
    if (!number || X509_CRL_add1_ext_i2d(crl, NID_crl_number, number.get(), 0, 0) != 1)
        return cryptoFault("numbering a revocation list");
    return {};
}

Status addKeyName(X509_CRL *crl, X509 *issuer)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, nullptr, nullptr, crl, 0);
    const std::unique_ptr<X509_EXTENSION, FreeBy<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"));
    if (!extension || X509_CRL_add_ext(crl, extension.get(), -1) != 1)
        return cryptoFault("writing a revocation list");
    return {};
}

} // namespace

Result<RevocationList> CertificateAuthority::withdraw(const std::vector<Withdrawal> &withdrawals, const RevocationList &last,
                                                      Validity validity) const
{
    if (!last.isNull() && !last.isSignedBy(certificate()))
        return fail(FaultCode::CertificateUntrusted, "the last revocation list is not of this office");
    std::vector<Revocation> entries = last.isNull() ? std::vector<Revocation>() : last.entries();
    for (const Withdrawal &withdrawal : withdrawals) {
        const Certificate &taken = withdrawal.certificate;
        if (!certificate().issued(taken))
            return fail(FaultCode::CertificateUntrusted, "this office did not give the certificate of " + taken.commonName());
        if (std::ranges::find(entries, taken.serial(), &Revocation::serial) != entries.end())
            return fail(FaultCode::AlreadyExists, "the certificate of " + taken.commonName() + " is withdrawn already");
        entries.push_back({taken.serial(), withdrawal.since, withdrawal.reason});
    }
    const CrlHandle crl(X509_CRL_new());
    const Asn1Time from(newAsn1Time(validity.from));
    const Asn1Time to(newAsn1Time(validity.to));
    if (!crl || !from || !to || X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2) != 1 ||
        X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(x509Of(certificate()))) != 1 ||
        X509_CRL_set1_lastUpdate(crl.get(), from.get()) != 1 || X509_CRL_set1_nextUpdate(crl.get(), to.get()) != 1)
        return cryptoFault("making a revocation list");
    for (const Revocation &entry : entries)
        TRY(addEntry(crl.get(), entry));
    TRY(addNumber(crl.get(), last.isNull() ? std::string() : last.number()));
    TRY(addKeyName(crl.get(), x509Of(certificate())));
    if (X509_CRL_sort(crl.get()) != 1)
        return cryptoFault("writing a revocation list");
    TRY(signBy(pkeyOf(key()), crl.get(), X509_CRL_sign_ctx));
    return RevocationList::fromBytes(TRY(derOf(crl.get(), i2d_X509_CRL, "encoding a revocation list")));
}

} // namespace caseward::crypto
