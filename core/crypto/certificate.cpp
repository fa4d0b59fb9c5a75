// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"

#include "core/crypto/digest.h"
#include "core/crypto/ossl.h"
#include "core/crypto/pemtext.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace caseward::crypto {

namespace {

struct RoleEntry {
    Role role;
    std::string_view name;
    const char *oid;
};

// The arc is UUID 0e2df37f-5af3-440b-85bd-5c46a98b6c38 (ITU-T X.667); the last number never changes its meaning.
#define CASEWARD_ROLE_ARC "2.25.18847784015280957322980455998452100152."
constexpr std::array<RoleEntry, 7> roleTable{{
    {Role::Adjudicator, "adjudicator", CASEWARD_ROLE_ARC "1"},
    {Role::Supervisor, "supervisor", CASEWARD_ROLE_ARC "2"},
    {Role::Courier, "courier", CASEWARD_ROLE_ARC "3"},
    {Role::SecurityOfficer, "security-officer", CASEWARD_ROLE_ARC "4"},
    {Role::Auditor, "auditor", CASEWARD_ROLE_ARC "5"},
    {Role::PrivacyOfficer, "privacy-officer", CASEWARD_ROLE_ARC "6"},
    {Role::Recovery, "recovery", CASEWARD_ROLE_ARC "7"},
}};
#undef CASEWARD_ROLE_ARC

const RoleEntry &entryOf(Role role)
{
    return *std::find_if(roleTable.begin(), roleTable.end(), [role](const RoleEntry &e) { return e.role == role; });
}

// The one value of a subject attribute as UTF-8; empty when absent.
Result<std::string> subjectText(X509 *x509, int nid)
{
    X509_NAME *subject = X509_get_subject_name(x509);
    const int index = X509_NAME_get_index_by_NID(subject, nid, -1);
    if (index < 0)
        return std::string();
    if (X509_NAME_get_index_by_NID(subject, nid, index) >= 0)
        return fail(FaultCode::Malformed, "a certificate subject names the same attribute twice");
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    if (size < 0)
        return opensslFault(FaultCode::Malformed, "reading a certificate subject");
    std::string text(reinterpret_cast<char *>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    const auto isControl = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    if (std::any_of(text.begin(), text.end(), isControl))
        return fail(FaultCode::Malformed, "a certificate subject with control characters");
    return text;
}

std::string textOf(X509 *x509, int nid)
{
    auto text = subjectText(x509, nid); // fromDer has seen to it that this is readable
    return text.ok() ? std::move(text).value() : std::string();
}

enum class HowMany { First, All };

Result<std::vector<Certificate>> readPem(BytesView untrustedPem, HowMany howMany)
{
    if (untrustedPem.size() > limits::cmsBytes)
        return fail(FaultCode::TooLarge, "a PEM text is larger than its limit");
    const BioHandle bio = readerOver(untrustedPem);
    if (!bio)
        return cryptoFault("reading a PEM text");
    std::vector<Certificate> found;
    while (howMany == HowMany::All || found.empty()) {
        auto block = TRY(nextBlock(bio.get()));
        if (!block)
            break;
        if (block->name == PEM_STRING_X509 || block->name == PEM_STRING_X509_OLD)
            found.push_back(TRY(Certificate::fromDer(block->content)));
        else
            OPENSSL_cleanse(block->content.data(), block->content.size());
    }
    if (found.empty())
        return fail(FaultCode::Malformed, "no certificate in a PEM text");
    return found;
}

Instant timeOf(const ASN1_TIME *time)
{
    const auto instant = instantOf(time); // fromDer has seen to it that this is readable
    return instant.ok() ? *instant : Instant{};
}

} // namespace

std::string_view roleName(Role role)
{
    return entryOf(role).name;
}

Result<Role> parseRole(std::string_view name)
{
    for (const RoleEntry &entry : roleTable) {
        if (entry.name == name)
            return entry.role;
    }
    return fail(FaultCode::Malformed, "not a role: " + std::string(name));
}

const char *roleOid(Role role)
{
    return entryOf(role).oid;
}

Result<Certificate> Certificate::fromDer(BytesView untrustedDer)
{
    if (untrustedDer.size() > limits::certificateBytes)
        return fail(FaultCode::TooLarge, "a certificate is larger than its limit");
    const unsigned char *position = untrustedDer.data();
    X509Handle x509(d2i_X509(nullptr, &position, static_cast<long>(untrustedDer.size())));
    if (!x509)
        return opensslFault(FaultCode::Malformed, "parsing a certificate");
    auto again = TRY(derOf(x509.get(), i2d_X509, "encoding a certificate"));
    if (!std::equal(again.begin(), again.end(), untrustedDer.begin(), untrustedDer.end()))
        return fail(FaultCode::Malformed, "a certificate that is not DER");
    // Reads and caches the extensions, so that later questions are const in deed and safe from any thread.
    if (X509_check_purpose(x509.get(), -1, 0) != 1 || (X509_get_extension_flags(x509.get()) & EXFLAG_INVALID) != 0)
        return opensslFault(FaultCode::Malformed, "a certificate with unreadable extensions");
    for (const int nid : {NID_commonName, NID_organizationName, NID_userId})
        TRY(subjectText(x509.get(), nid));
    TRY(instantOf(X509_get0_notBefore(x509.get())));
    TRY(instantOf(X509_get0_notAfter(x509.get())));

    Certificate certificate;
    certificate.m_der = std::move(again);
    certificate.m_x509 = std::shared_ptr<void>(x509.release(), [](void *x) { X509_free(static_cast<X509 *>(x)); });
    return certificate;
}

Result<Certificate> Certificate::fromPem(BytesView untrustedPem)
{
    auto found = TRY(readPem(untrustedPem, HowMany::First));
    return found.front();
}

Result<std::vector<Certificate>> Certificate::listFromPem(BytesView untrustedPem)
{
    return readPem(untrustedPem, HowMany::All);
}

std::string Certificate::pem() const
{
    // RFC 7468: 64 base64 characters a line.
    const std::string text = toBase64(m_der);
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t start = 0; start < text.size(); start += 64)
        pem.append(text, start, 64).append("\n");
    return pem + "-----END CERTIFICATE-----\n";
}

Digest Certificate::fingerprint() const
{
    return sha256(m_der);
}

std::string Certificate::commonName() const
{
    return textOf(x509Of(*this), NID_commonName);
}

std::string Certificate::organisation() const
{
    return textOf(x509Of(*this), NID_organizationName);
}

std::string Certificate::personId() const
{
    const std::string own = textOf(x509Of(*this), NID_userId);
    if (isUuidText(own) || isAuthority())
        return isUuidText(own) ? own : std::string();
    const auto issuer = derOf(X509_get_issuer_name(x509Of(*this)), i2d_X509_NAME, "encoding a name");
    const auto subject = derOf(X509_get_subject_name(x509Of(*this)), i2d_X509_NAME, "encoding a name");
    if (!issuer.ok() || !subject.ok())
        return {};
    Sha256 hash;
    hash.update(viewOf("caseward person of a foreign authority"));
    hash.update(*issuer);
    hash.update(*subject);
    // The shape of our identifiers (version 7, RFC 9562 variant); the time in front is not one.
    std::string text = hash.finish().hex().substr(0, 32);
    text[12] = '7';
    text[16] = 'a';
    for (const std::size_t at : {20u, 16u, 12u, 8u})
        text.insert(at, "-");
    return text;
}

std::string Certificate::serial() const
{
    const ASN1_INTEGER *number = X509_get0_serialNumber(x509Of(*this));
    const BytesView bytes(ASN1_STRING_get0_data(number), static_cast<std::size_t>(ASN1_STRING_length(number)));
    return (ASN1_STRING_type(number) == V_ASN1_NEG_INTEGER ? "-" : "") + toHex(bytes);
}

Instant Certificate::notBefore() const
{
    return timeOf(X509_get0_notBefore(x509Of(*this)));
}

Instant Certificate::notAfter() const
{
    return timeOf(X509_get0_notAfter(x509Of(*this)));
}

std::set<Role> Certificate::roles() const
{
    std::set<Role> roles;
    auto *usages = static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(x509Of(*this), NID_ext_key_usage, nullptr, nullptr));
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages); ++i) {
        char oid[128] = {};
        OBJ_obj2txt(oid, sizeof oid, sk_ASN1_OBJECT_value(usages, i), 1);
        for (const RoleEntry &entry : roleTable) {
            if (std::string_view(entry.oid) == oid)
                roles.insert(entry.role);
        }
    }
    sk_ASN1_OBJECT_pop_free(usages, ASN1_OBJECT_free);
    return roles;
}

bool Certificate::issued(const Certificate &other) const
{
    const bool did = X509_check_issued(x509Of(*this), x509Of(other)) == X509_V_OK &&
                     X509_verify(x509Of(other), X509_get0_pubkey(x509Of(*this))) == 1;
    ERR_clear_error();
    return did;
}

bool Certificate::isAuthority() const
{
    return X509_check_ca(x509Of(*this)) == 1;
}

} // namespace caseward::crypto
