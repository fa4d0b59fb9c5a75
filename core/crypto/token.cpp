// SPDX-License-Identifier: GPL-3.0-or-later
// What is on a card beside its private keys: certificates and public keys, readable without the PIN, and writing a
// certificate. Straight through PKCS#11, since OpenSSL's store cannot say which card an object is on.
#include "core/crypto/token.h"

#include "core/base/utf8.h"
#include "core/crypto/tokenkey.h"

#include <algorithm>

namespace caseward::crypto {

namespace {

template <typename T>
CK_ATTRIBUTE attributeOf(CK_ATTRIBUTE_TYPE type, T &value)
{
    return {type, &value, sizeof value};
}

CK_ATTRIBUTE attributeOf(CK_ATTRIBUTE_TYPE type, Bytes &value)
{
    return {type, value.data(), static_cast<CK_ULONG>(value.size())};
}

const char *nameOf(std::optional<KeyAlgorithm> algorithm)
{
    if (!algorithm)
        return "";
    return *algorithm == KeyAlgorithm::EcP384 ? "P-384" : *algorithm == KeyAlgorithm::EcP256 ? "P-256" : "RSA-3072";
}

// Of a public key object, whose form differs by the kind of key.
std::optional<KeyAlgorithm> algorithmOf(const TokenSession &session, CK_OBJECT_HANDLE object)
{
    const Bytes modulus = session.attribute(object, CKA_MODULUS);
    if (modulus.size() >= 3072 / 8)
        return KeyAlgorithm::Rsa3072;
    const Bytes parameters = session.attribute(object, CKA_EC_PARAMS);
    const unsigned char *position = parameters.data();
    const std::unique_ptr<ASN1_OBJECT, FreeBy<ASN1_OBJECT_free>> curve(
        parameters.empty() ? nullptr : d2i_ASN1_OBJECT(nullptr, &position, static_cast<long>(parameters.size())));
    ERR_clear_error();
    const int nid = curve ? OBJ_obj2nid(curve.get()) : NID_undef;
    if (nid == NID_secp384r1)
        return KeyAlgorithm::EcP384;
    return nid == NID_X9_62_prime256v1 ? std::optional(KeyAlgorithm::EcP256) : std::nullopt;
}

class Listing {
public:
    Listing(const TokenSession &session, TokenFacts &facts) : m_session(session), m_facts(facts) {}

    Status run()
    {
        CK_OBJECT_CLASS publicKeys = CKO_PUBLIC_KEY, privateKeys = CKO_PRIVATE_KEY, certificates = CKO_CERTIFICATE;
        for (const CK_OBJECT_HANDLE object : TRY(m_session.objects({attributeOf(CKA_CLASS, publicKeys)})))
            keyOf(object).algorithm = nameOf(algorithmOf(m_session, object));
        for (const CK_OBJECT_HANDLE object : TRY(m_session.objects({attributeOf(CKA_CLASS, privateKeys)})))
            keyOf(object);
        for (const CK_OBJECT_HANDLE object : TRY(m_session.objects({attributeOf(CKA_CLASS, certificates)}))) {
            auto certificate = Certificate::fromDer(m_session.attribute(object, CKA_VALUE));
            if (!certificate.ok() || certificate->isAuthority()) // cards often carry the certificates of their authorities
                continue;
            TokenKeyFacts &key = keyOf(object);
            key.algorithm = nameOf(crypto::algorithmOf(X509_get0_pubkey(x509Of(*certificate))));
            key.certificate = std::move(certificate).value();
        }
        return {};
    }

private:
    TokenKeyFacts &keyOf(CK_OBJECT_HANDLE object)
    {
        const Bytes id = m_session.attribute(object, CKA_ID);
        const std::string label = toText(m_session.attribute(object, CKA_LABEL));
        const auto known = std::ranges::find_if(m_facts.keys, [&](const TokenKeyFacts &key) { return key.uri.id == id; });
        if (!id.empty() && known != m_facts.keys.end())
            return *known;
        TokenKeyFacts key;
        key.uri.token = m_facts.label;
        key.uri.serial = m_facts.serial;
        key.uri.id = id;
        if (id.empty() && isUtf8(label))
            key.uri.object = label;
        return m_facts.keys.emplace_back(std::move(key));
    }

    const TokenSession &m_session;
    TokenFacts &m_facts;
};

// The attributes of an X.509 certificate object, PKCS #11 2.40 section 4.6.3.
struct CertificateObject {
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_CERTIFICATE_TYPE type = CKC_X_509;
    CK_BBOOL yes = CK_TRUE;
    Bytes id, label, subject, issuer, serial, value;

    std::vector<CK_ATTRIBUTE> attributes()
    {
        return {attributeOf(CKA_CLASS, kind), attributeOf(CKA_CERTIFICATE_TYPE, type), attributeOf(CKA_TOKEN, yes),
                attributeOf(CKA_ID, id),      attributeOf(CKA_LABEL, label),           attributeOf(CKA_SUBJECT, subject),
                attributeOf(CKA_ISSUER, issuer), attributeOf(CKA_SERIAL_NUMBER, serial), attributeOf(CKA_VALUE, value)};
    }
};

// What ties a certificate to its key on the card.
Result<Bytes> keyIdAt(const TokenSession &session, const TokenUri &uri)
{
    if (!uri.id.empty())
        return uri.id;
    CK_OBJECT_CLASS privateKeys = CKO_PRIVATE_KEY;
    Bytes label = toBytes(uri.object);
    std::vector<CK_ATTRIBUTE> wanted{attributeOf(CKA_CLASS, privateKeys)};
    if (!label.empty())
        wanted.push_back(attributeOf(CKA_LABEL, label));
    const auto keys = TRY(session.objects(std::move(wanted)));
    if (keys.size() != 1)
        return fail(FaultCode::TokenRefused, "say by id=… which key of the card the certificate is for");
    return session.attribute(keys.front(), CKA_ID);
}

} // namespace

Result<std::vector<TokenFacts>> listTokens(const Path &module)
{
    const TokenModule loaded = TRY(TokenModule::load(module));
    std::vector<TokenFacts> list;
    for (TokenSlot &slot : TRY(loaded.cards())) {
        const TokenSession session = TRY(TokenSession::open(loaded, slot.id, TokenSession::Access::Read));
        TRY(Listing(session, slot.facts).run());
        list.push_back(std::move(slot.facts));
    }
    return list;
}

Result<TokenFacts> cardAt(const TokenAddress &address)
{
    const TokenModule module = TRY(TokenModule::load(address.module));
    return TRY(module.find(address.uri)).facts;
}

Status storeOnToken(const PrivateKey &key, const Certificate &certificate)
{
    if (!key.isOnToken())
        return fail(FaultCode::Internal, "the key is not on a card");
    const TokenKey &token = *key.token();
    const TokenSession session = TRY(TokenSession::open(token.module(), token.slot().id, TokenSession::Access::Write));
    CertificateObject object;
    object.id = TRY(keyIdAt(session, token.uri()));
    object.label = toBytes(certificate.commonName());
    object.value = certificate.der();
    object.subject = TRY(derOf(X509_get_subject_name(x509Of(certificate)), i2d_X509_NAME, "encoding a name"));
    object.issuer = TRY(derOf(X509_get_issuer_name(x509Of(certificate)), i2d_X509_NAME, "encoding a name"));
    object.serial = TRY(derOf(X509_get0_serialNumber(x509Of(certificate)), i2d_ASN1_INTEGER, "encoding a number"));
    auto attributes = object.attributes();
    CK_OBJECT_HANDLE made = 0;
    const CK_RV outcome = token.module().functions().C_CreateObject(session.handle(), attributes.data(),
                                                                   static_cast<CK_ULONG>(attributes.size()), &made);
    return outcome == CKR_OK ? Status() : Status(tokenFault(outcome, "writing the certificate to the card"));
}

} // namespace caseward::crypto
