// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/revocation.h"

#include "core/crypto/digest.h"
#include "core/crypto/ossl.h"
#include "core/crypto/pemtext.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace caseward::crypto {

namespace {

using CrlHandle = std::unique_ptr<X509_CRL, FreeBy<X509_CRL_free>>;

struct ReasonEntry {
    RevocationReason reason;
    std::string_view name;
};
constexpr std::array<ReasonEntry, 8> reasons{{
    {RevocationReason::Unspecified, "unspecified"},
    {RevocationReason::KeyCompromise, "key-compromise"},
    {RevocationReason::AuthorityCompromise, "authority-compromise"},
    {RevocationReason::AffiliationChanged, "affiliation-changed"},
    {RevocationReason::Superseded, "superseded"},
    {RevocationReason::Ceased, "ceased"},
    {RevocationReason::Hold, "hold"},
    {RevocationReason::PrivilegeWithdrawn, "privilege-withdrawn"},
}};

// Extensions of a list or an entry that say more than we understand would make it mean something else.
template <typename T>
bool onlyKnownCritical(const T *object, int (*count)(const T *), X509_EXTENSION *(*extensionAt)(const T *, int), int known)
{
    for (int at = 0; at < count(object); ++at) {
        X509_EXTENSION *extension = extensionAt(object, at);
        if (X509_EXTENSION_get_critical(extension) != 0 && OBJ_obj2nid(X509_EXTENSION_get_object(extension)) != known)
            return false;
    }
    return true;
}

bool isIndirect(X509_CRL *crl)
{
    int critical = 0;
    const std::unique_ptr<ISSUING_DIST_POINT, FreeBy<ISSUING_DIST_POINT_free>> point(
        static_cast<ISSUING_DIST_POINT *>(X509_CRL_get_ext_d2i(crl, NID_issuing_distribution_point, &critical, nullptr)));
    return (!point && critical != -1) || (point && point->indirectCRL > 0);
}

Result<Revocation> entryOf(const X509_REVOKED *revoked)
{
    if (!onlyKnownCritical(revoked, X509_REVOKED_get_ext_count, X509_REVOKED_get_ext, NID_crl_reason))
        return fail(FaultCode::Malformed, "a revocation list with an entry that cannot be understood");
    Revocation entry;
    const ASN1_INTEGER *number = X509_REVOKED_get0_serialNumber(revoked);
    const BytesView bytes(ASN1_STRING_get0_data(number), static_cast<std::size_t>(ASN1_STRING_length(number)));
    entry.serial = (ASN1_STRING_type(number) == V_ASN1_NEG_INTEGER ? "-" : "") + toHex(bytes);
    entry.since = TRY(instantOf(X509_REVOKED_get0_revocationDate(revoked)));
    const std::unique_ptr<ASN1_GENERALIZEDTIME, FreeBy<ASN1_GENERALIZEDTIME_free>> invalid(
        static_cast<ASN1_GENERALIZEDTIME *>(X509_REVOKED_get_ext_d2i(revoked, NID_invalidity_date, nullptr, nullptr)));
    if (invalid)
        entry.since = std::min(entry.since, TRY(instantOf(invalid.get())));
    const std::unique_ptr<ASN1_ENUMERATED, FreeBy<ASN1_ENUMERATED_free>> reason(
        static_cast<ASN1_ENUMERATED *>(X509_REVOKED_get_ext_d2i(revoked, NID_crl_reason, nullptr, nullptr)));
    const long value = reason ? ASN1_ENUMERATED_get(reason.get()) : 0;
    const auto known = std::ranges::find(reasons, value, [](const ReasonEntry &one) { return static_cast<long>(one.reason); });
    entry.reason = known == reasons.end() ? RevocationReason::Unspecified : known->reason;
    return entry;
}

std::size_t countOf(std::string_view words, std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + words.size()))
        ++count;
    return count;
}

X509_CRL *crlOf(const std::shared_ptr<void> &crl)
{
    return static_cast<X509_CRL *>(crl.get());
}

} // namespace

std::string_view reasonName(RevocationReason reason)
{
    return std::ranges::find(reasons, reason, &ReasonEntry::reason)->name;
}

Result<RevocationReason> parseReason(std::string_view name)
{
    std::string all;
    for (const ReasonEntry &entry : reasons) {
        if (entry.name == name)
            return entry.reason;
        all += (all.empty() ? "" : ", ") + std::string(entry.name);
    }
    return fail(FaultCode::Usage, "a reason is one of: " + all);
}

Result<RevocationList> RevocationList::fromBytes(BytesView untrustedBytes)
{
    auto lists = TRY(listFromBytes(untrustedBytes));
    if (lists.size() > 1)
        return fail(FaultCode::Malformed, "several revocation lists where there should be one");
    return std::move(lists.front());
}

Result<std::vector<RevocationList>> RevocationList::listFromBytes(BytesView untrustedBytes)
{
    if (untrustedBytes.size() > limits::revocationListBytes)
        return fail(FaultCode::TooLarge, "a revocation list is larger than its limit");
    if (!isPem(untrustedBytes))
        return std::vector{TRY(fromDer(untrustedBytes))};
    const BioHandle bio = readerOver(untrustedBytes);
    if (!bio)
        return cryptoFault("reading a PEM text");
    std::vector<RevocationList> found;
    while (auto block = TRY(nextBlock(bio.get()))) {
        if (block->name == PEM_STRING_X509_CRL)
            found.push_back(TRY(fromDer(block->content)));
        else
            OPENSSL_cleanse(block->content.data(), block->content.size());
    }
    // OpenSSL passes over a block whose first line is spoiled; here that would be a list that is missed.
    if (found.empty() || countOf(" X509 CRL-----", textView(untrustedBytes)) != 2 * found.size())
        return fail(FaultCode::Malformed, "a PEM text without a revocation list, or with a damaged one");
    return found;
}

Result<RevocationList> RevocationList::fromDer(BytesView untrustedDer)
{
    const unsigned char *position = untrustedDer.data();
    CrlHandle crl(d2i_X509_CRL(nullptr, &position, static_cast<long>(untrustedDer.size())));
    if (!crl || position != untrustedDer.data() + untrustedDer.size())
        return opensslFault(FaultCode::Malformed, "parsing a revocation list");
    if (!onlyKnownCritical<X509_CRL>(crl.get(), X509_CRL_get_ext_count, X509_CRL_get_ext, NID_issuing_distribution_point) ||
        X509_CRL_get_ext_by_NID(crl.get(), NID_delta_crl, -1) >= 0 || isIndirect(crl.get()))
        return fail(FaultCode::Malformed, "a revocation list of a kind that is not taken (delta, indirect, or with unknown extensions)");
    TRY(instantOf(X509_CRL_get0_lastUpdate(crl.get())));
    if (X509_CRL_get0_nextUpdate(crl.get()))
        TRY(instantOf(X509_CRL_get0_nextUpdate(crl.get())));
    STACK_OF(X509_REVOKED) *entries = X509_CRL_get_REVOKED(crl.get());
    for (int at = 0; at < sk_X509_REVOKED_num(entries); ++at)
        TRY(entryOf(sk_X509_REVOKED_value(entries, at)));
    RevocationList list;
    list.m_der = TRY(derOf(crl.get(), i2d_X509_CRL, "encoding a revocation list"));
    list.m_crl = std::shared_ptr<void>(crl.release(), [](void *c) { X509_CRL_free(static_cast<X509_CRL *>(c)); });
    return list;
}

std::string RevocationList::pem() const
{
    const std::string text = toBase64(m_der);
    std::string pem = "-----BEGIN X509 CRL-----\n";
    for (std::size_t start = 0; start < text.size(); start += 64)
        pem.append(text, start, 64).append("\n");
    return pem + "-----END X509 CRL-----\n";
}

std::string RevocationList::issuer() const
{
    X509_NAME *name = X509_CRL_get_issuer(crlOf(m_crl));
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    unsigned char *utf8 = nullptr;
    const int size = index < 0 ? -1 : ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    std::string text(size > 0 ? reinterpret_cast<char *>(utf8) : "", size > 0 ? static_cast<std::size_t>(size) : 0);
    OPENSSL_free(utf8);
    for (char &c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    return text;
}

Digest RevocationList::issuerKey() const
{
    const auto der = derOf(X509_CRL_get_issuer(crlOf(m_crl)), i2d_X509_NAME, "encoding a name");
    return sha256(der.ok() ? *der : Bytes());
}

Instant RevocationList::thisUpdate() const
{
    const auto time = instantOf(X509_CRL_get0_lastUpdate(crlOf(m_crl))); // fromBytes has seen to it that this is readable
    return time.ok() ? *time : Instant{};
}

std::optional<Instant> RevocationList::nextUpdate() const
{
    const ASN1_TIME *next = X509_CRL_get0_nextUpdate(crlOf(m_crl));
    const auto time = next ? instantOf(next) : Result<Instant>(Instant{});
    return next && time.ok() ? std::optional(*time) : std::nullopt;
}

std::string RevocationList::number() const
{
    const std::unique_ptr<ASN1_INTEGER, FreeBy<ASN1_INTEGER_free>> number(
        static_cast<ASN1_INTEGER *>(X509_CRL_get_ext_d2i(crlOf(m_crl), NID_crl_number, nullptr, nullptr)));
    return number ? toHex({ASN1_STRING_get0_data(number.get()), static_cast<std::size_t>(ASN1_STRING_length(number.get()))}) : std::string();
}

std::vector<Revocation> RevocationList::entries() const
{
    std::vector<Revocation> list;
    STACK_OF(X509_REVOKED) *revoked = X509_CRL_get_REVOKED(crlOf(m_crl));
    for (int at = 0; at < sk_X509_REVOKED_num(revoked); ++at)
        if (auto entry = entryOf(sk_X509_REVOKED_value(revoked, at)); entry.ok())
            list.push_back(std::move(entry).value());
    return list;
}

std::optional<Revocation> RevocationList::find(const Certificate &certificate) const
{
    if (X509_NAME_cmp(X509_get_issuer_name(x509Of(certificate)), X509_CRL_get_issuer(crlOf(m_crl))) != 0)
        return std::nullopt;
    X509_REVOKED *revoked = nullptr;
    // 2: an entry that takes an earlier one back.
    if (X509_CRL_get0_by_serial(crlOf(m_crl), &revoked, X509_get0_serialNumber(x509Of(certificate))) != 1)
        return std::nullopt;
    auto entry = entryOf(revoked);
    return entry.ok() ? std::optional(std::move(entry).value()) : std::nullopt;
}

bool RevocationList::namesIssuer(const Certificate &authority) const
{
    return X509_NAME_cmp(X509_get_subject_name(x509Of(authority)), X509_CRL_get_issuer(crlOf(m_crl))) == 0 && authority.isAuthority() &&
           (X509_get_key_usage(x509Of(authority)) & KU_CRL_SIGN) != 0;
}

bool RevocationList::isSignedBy(const Certificate &authority) const
{
    const bool good = namesIssuer(authority) && X509_CRL_verify(crlOf(m_crl), X509_get0_pubkey(x509Of(authority))) == 1;
    ERR_clear_error();
    return good;
}

} // namespace caseward::crypto
