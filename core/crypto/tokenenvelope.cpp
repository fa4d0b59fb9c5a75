// SPDX-License-Identifier: GPL-3.0-or-later
// OpenSSL offers the unpadding of OAEP only through an interface it calls deprecated; there is no other.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "core/crypto/tokenenvelope.h"

#include "core/crypto/derwalk.h"
#include "core/crypto/tokenkey.h"
#include "core/crypto/tokenprompt.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>

namespace caseward::crypto {

namespace {

using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeBy<EVP_PKEY_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, FreeBy<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, FreeBy<EVP_KDF_CTX_free>>;

constexpr std::size_t keyBytes = 32; // AES-256, for the content and for the wrapping
constexpr std::size_t ivBytes = 16;
constexpr std::uint8_t originatorInfoTag = 0xa0, sharedMaterialTag = 0xa1, contentTag = 0x80;

struct EnvelopeParts {
    BytesView encryptedKey;
    BytesView iv;
    BytesView content;
};

// RFC 5652 section 6.1; the places were counted by OpenSSL, in the order of the encoding.
Result<EnvelopeParts> partsOf(BytesView envelope, const RecipientPlace &place)
{
    DerWalk contentInfo(DerWalk(envelope).inside());
    contentInfo.next();                                     // contentType
    DerWalk enveloped(DerWalk(contentInfo.inside()).inside());
    enveloped.next();                                       // version
    if (enveloped.tag() == originatorInfoTag)
        enveloped.next();
    DerWalk recipients(enveloped.inside());
    for (int skipped = 0; skipped < place.recipientIndex; ++skipped)
        recipients.next();
    DerWalk recipient(recipients.inside());
    recipient.next();                                       // version
    recipient.next();                                       // recipient identifier, or originator
    if (place.key && recipient.tag() == sharedMaterialTag)
        recipient.next();
    recipient.next();                                       // keyEncryptionAlgorithm
    EnvelopeParts parts;
    if (place.key) {
        DerWalk keys(recipient.inside());
        for (int skipped = 0; skipped < place.keyIndex; ++skipped)
            keys.next();
        DerWalk key(keys.inside());
        key.next();                                         // recipient identifier
        parts.encryptedKey = key.inside();
    } else {
        parts.encryptedKey = recipient.inside();
    }
    DerWalk encrypted(enveloped.inside());
    encrypted.next();                                       // contentType
    DerWalk algorithm(encrypted.inside());
    const BytesView name = algorithm.next();
    parts.iv = algorithm.inside();
    const Bytes aes = TRY(derOf(OBJ_nid2obj(NID_aes_256_cbc), i2d_ASN1_OBJECT, "encoding a name"));
    if (!std::ranges::equal(name, aes) || parts.iv.size() != ivBytes || encrypted.tag() != contentTag)
        return fail(FaultCode::Malformed, "an envelope that is not AES-256-CBC");
    parts.content = encrypted.inside();
    return parts;
}

// The sender's one-time key. Its curve is that of our key, whatever the envelope says (RFC 5753 section 7.1.2).
Result<KeyHandle> senderKey(const RecipientPlace &place, const TokenKey &token, const EVP_PKEY *own)
{
    X509_ALGOR *algorithm = nullptr;
    ASN1_BIT_STRING *point = nullptr;
    if (CMS_RecipientInfo_kari_get0_orig_id(place.recipient, &algorithm, &point, nullptr, nullptr, nullptr) != 1 || !point)
        return fail(FaultCode::Malformed, "an envelope without the sender's one-time key");
    char group[64] = {};
    if (EVP_PKEY_get_group_name(own, group, sizeof group, nullptr) != 1)
        return cryptoFault("reading the curve of the card's key");
    std::array<OSSL_PARAM, 3> parameters{{
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point->data, static_cast<std::size_t>(point->length)),
        OSSL_PARAM_construct_end(),
    }};
    // In the card's own context, but not on the card: what comes from outside is checked before the card sees it.
    const KeyContext context(EVP_PKEY_CTX_new_from_name(token.library(), "EC", "provider=default"));
    EVP_PKEY *made = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.data()) != 1)
        return opensslFault(FaultCode::Malformed, "an envelope whose one-time key is not on the curve of the card's key");
    return KeyHandle(made);
}

Result<Secret> agree(const PrivateKey &key, EVP_PKEY *sender)
{
    const TokenKey &token = *key.token();
    const TokenUse use(key);
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(token.library(), pkeyOf(key), nullptr));
    // The provider wants a buffer of exactly the size of the curve's field.
    Secret shared(static_cast<std::size_t>((EVP_PKEY_get_bits(sender) + 7) / 8));
    std::size_t size = shared.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), sender) != 1 ||
        EVP_PKEY_derive(context.get(), shared.bytes().data(), &size) != 1 || size != shared.size())
        return token.faultOf("agreeing on a key with the card");
    return shared;
}

// ANSI X9.63 over ECC-CMS-SharedInfo (RFC 5753 section 7.2).
Result<Secret> derive(const Secret &shared, X509_ALGOR *scheme, ASN1_OCTET_STRING *material)
{
    const ASN1_OBJECT *name = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&name, &type, &value, scheme);
    const bool sha384 = OBJ_obj2nid(name) == NID_dhSinglePass_stdDH_sha384kdf_scheme;
    const auto *inner = type == V_ASN1_SEQUENCE ? static_cast<const ASN1_STRING *>(value) : nullptr;
    const unsigned char *position = inner ? ASN1_STRING_get0_data(inner) : nullptr;
    const std::unique_ptr<X509_ALGOR, FreeBy<X509_ALGOR_free>> wrap(
        inner ? d2i_X509_ALGOR(nullptr, &position, ASN1_STRING_length(inner)) : nullptr);
    if (!wrap || OBJ_obj2nid(wrap->algorithm) != NID_id_aes256_wrap)
        return opensslFault(FaultCode::Malformed, "an envelope whose key is not wrapped by AES-256");
    unsigned char *encoded = nullptr;
    const int size = CMS_SharedInfo_encode(&encoded, wrap.get(), material, static_cast<int>(keyBytes));
    if (size <= 0)
        return cryptoFault("encoding what both sides know");
    const Bytes info(encoded, encoded + size);
    OPENSSL_free(encoded);
    char digest[] = "SHA256";
    char wider[] = "SHA384";
    const Kdf kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_X963KDF, nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    const std::array<OSSL_PARAM, 4> parameters{{ // OpenSSL only reads these; its type has no const
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, sha384 ? wider : digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<std::uint8_t *>(shared.view().data()), shared.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<std::uint8_t *>(info.data()), info.size()),
        OSSL_PARAM_construct_end(),
    }};
    Secret key(keyBytes);
    if (!context || EVP_KDF_derive(context.get(), key.bytes().data(), key.size(), parameters.data()) != 1)
        return cryptoFault("deriving the key of an envelope");
    return key;
}

// RFC 3394; the wrapped key is eight bytes longer.
Result<Secret> unwrap(const Secret &wrapping, BytesView wrapped)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    Secret key(wrapped.size() + 8);
    int size = 0;
    if (!context || wrapped.size() != keyBytes + 8)
        return fail(FaultCode::Malformed, "an envelope whose wrapped key has an odd size");
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    if (EVP_DecryptInit_ex2(context.get(), EVP_aes_256_wrap(), wrapping.view().data(), nullptr, nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), key.bytes().data(), &size, wrapped.data(), static_cast<int>(wrapped.size())) != 1 ||
        size != static_cast<int>(keyBytes))
        return cryptoFault("the envelope's key does not open with this credential");
    return Secret::copyOf(key.view().first(keyBytes));
}

Result<Secret> byAgreement(const RecipientPlace &place, BytesView encryptedKey, const PrivateKey &key)
{
    X509_ALGOR *scheme = nullptr;
    ASN1_OCTET_STRING *material = nullptr;
    if (CMS_RecipientInfo_kari_get0_alg(place.recipient, &scheme, &material) != 1)
        return cryptoFault("reading an envelope");
    const KeyHandle sender = TRY(senderKey(place, *key.token(), pkeyOf(key)));
    const Secret shared = TRY(agree(key, sender.get()));
    const Secret wrapping = TRY(derive(shared, scheme, material));
    return unwrap(wrapping, encryptedKey);
}

// One decryption by the card; nothing when it does not do this padding.
std::optional<Secret> rsaDecrypt(const PrivateKey &key, BytesView encryptedKey, int padding)
{
    const TokenUse use(key);
    const KeyContext context(EVP_PKEY_CTX_new_from_pkey(key.token()->library(), pkeyOf(key), nullptr));
    Secret plain(static_cast<std::size_t>(EVP_PKEY_get_size(pkeyOf(key))));
    std::size_t size = plain.size();
    bool done = context && EVP_PKEY_decrypt_init(context.get()) == 1 && EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) == 1;
    if (done && padding == RSA_PKCS1_OAEP_PADDING)
        done = EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1;
    done = done && EVP_PKEY_decrypt(context.get(), plain.bytes().data(), &size, encryptedKey.data(), encryptedKey.size()) == 1 &&
           size <= plain.size();
    ERR_clear_error();
    return done ? std::optional(Secret::copyOf(plain.view().first(size))) : std::nullopt;
}

Result<Secret> byTransport(BytesView encryptedKey, const PrivateKey &key)
{
    auto plain = rsaDecrypt(key, encryptedKey, RSA_PKCS1_OAEP_PADDING);
    if (!plain) {
        const auto padded = rsaDecrypt(key, encryptedKey, RSA_NO_PADDING);
        if (!padded)
            return key.token()->faultOf("the card does not open the envelope");
        Secret unpadded(padded->size());
        const int size = RSA_padding_check_PKCS1_OAEP_mgf1(
            unpadded.bytes().data(), static_cast<int>(unpadded.size()), padded->view().data(), static_cast<int>(padded->size()),
            EVP_PKEY_get_size(pkeyOf(key)), nullptr, 0, EVP_sha256(), EVP_sha256());
        if (size < 0)
            return cryptoFault("the envelope's key does not open with this credential");
        plain = Secret::copyOf(unpadded.view().first(static_cast<std::size_t>(size)));
    }
    if (plain->size() != keyBytes)
        return fail(FaultCode::CryptoFailed, "the envelope's key does not open with this credential");
    return std::move(*plain);
}

Result<Secret> decrypt(const Secret &contentKey, const EnvelopeParts &parts)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    Secret plain(parts.content.size() + ivBytes);
    int first = 0;
    int last = 0;
    if (!context ||
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_cbc(), contentKey.view().data(), parts.iv.data(), nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), plain.bytes().data(), &first, parts.content.data(), static_cast<int>(parts.content.size())) != 1 ||
        EVP_DecryptFinal_ex(context.get(), plain.bytes().data() + first, &last) != 1)
        return cryptoFault("the envelope's content does not decrypt");
    return Secret::copyOf(plain.view().first(static_cast<std::size_t>(first + last)));
}

} // namespace

Result<Secret> openWithToken(BytesView envelope, const RecipientPlace &place, const PrivateKey &key)
{
    const EnvelopeParts parts = TRY(partsOf(envelope, place));
    const Secret contentKey = place.key ? TRY(byAgreement(place, parts.encryptedKey, key)) : TRY(byTransport(parts.encryptedKey, key));
    return decrypt(contentKey, parts);
}

} // namespace caseward::crypto
