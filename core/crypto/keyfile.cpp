// SPDX-License-Identifier: GPL-3.0-or-later
// PKCS#8 EncryptedPrivateKeyInfo (RFC 5958) under PBES2 (RFC 8018) with scrypt (RFC 7914) and AES-256-CBC.
// OpenSSL's own PKCS8_encrypt and PKCS8_decrypt hold scrypt to 32 MiB and so refuse N=2^17; the parameters are
// therefore read and written here, and OpenSSL's EVP derives the key and runs the cipher.
#include "core/crypto/credential.h"
#include "core/crypto/ossl.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>

namespace caseward::crypto {

namespace {

using Kdf = std::unique_ptr<EVP_KDF, FreeBy<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, FreeBy<EVP_KDF_CTX_free>>;
using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreeBy<PKCS8_PRIV_KEY_INFO_free>>;
using Pbes2 = std::unique_ptr<PBE2PARAM, FreeBy<PBE2PARAM_free>>;
using ScryptParameters = std::unique_ptr<SCRYPT_PARAMS, FreeBy<SCRYPT_PARAMS_free>>;
using EncryptedKey = std::unique_ptr<X509_SIG, FreeBy<X509_SIG_free>>;

constexpr std::size_t keyFileBytes = 64u << 10;
constexpr std::size_t keyBytes = 32;
constexpr std::size_t ivBytes = 16;
constexpr std::uint64_t scryptMemory = 192ull << 20; // what N=2^17, r=8 needs is a little over 128 MiB
constexpr std::uint64_t mostParallel = 16;

struct Scrypt {
    Bytes salt;
    std::uint64_t n = 1u << 17;
    std::uint64_t r = 8;
    std::uint64_t p = 1;
};

Result<Secret> deriveKey(const Secret &passphrase, const Scrypt &scrypt)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, "SCRYPT", nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!context)
        return cryptoFault("finding scrypt");
    std::uint64_t n = scrypt.n;
    std::uint64_t r = scrypt.r;
    std::uint64_t p = scrypt.p;
    std::uint64_t most = scryptMemory;
    // OpenSSL only reads these octets; its parameter type has no const. An empty passphrase is still given.
    static std::uint8_t nothing = 0;
    auto *pass = passphrase.isEmpty() ? &nothing : const_cast<std::uint8_t *>(passphrase.view().data());
    const std::array<OSSL_PARAM, 7> parameters{{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, pass, passphrase.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<std::uint8_t *>(scrypt.salt.data()),
                                          scrypt.salt.size()),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_N, &n),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_R, &r),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_P, &p),
        OSSL_PARAM_construct_uint64(OSSL_KDF_PARAM_SCRYPT_MAXMEM, &most),
        OSSL_PARAM_construct_end(),
    }};
    Secret key(keyBytes);
    if (EVP_KDF_derive(context.get(), key.bytes().data(), key.size(), parameters.data()) != 1)
        return cryptoFault("deriving a key by scrypt");
    return key;
}

enum class Direction { Decrypt = 0, Encrypt = 1 };

// AES-256-CBC with PKCS#7 padding.
Result<Secret> runCipher(Direction direction, const Secret &key, const Bytes &iv, BytesView input)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    Secret output(input.size() + 2 * ivBytes);
    int first = 0;
    int last = 0;
    if (!context ||
        EVP_CipherInit_ex2(context.get(), EVP_aes_256_cbc(), key.view().data(), iv.data(), static_cast<int>(direction),
                           nullptr) != 1 ||
        EVP_CipherUpdate(context.get(), output.bytes().data(), &first, input.data(), static_cast<int>(input.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), output.bytes().data() + first, &last) != 1)
        return cryptoFault("running AES-256-CBC");
    return Secret::copyOf(output.view().first(static_cast<std::size_t>(first + last)));
}

template <typename T>
const ASN1_STRING *sequenceIn(const T *algorithm, int expectedOid)
{
    const ASN1_OBJECT *oid = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&oid, &type, &value, algorithm);
    return OBJ_obj2nid(oid) == expectedOid && type == V_ASN1_SEQUENCE ? static_cast<const ASN1_STRING *>(value) : nullptr;
}

Bytes bytesOf(const ASN1_STRING *text)
{
    const unsigned char *data = ASN1_STRING_get0_data(text);
    return Bytes(data, data + ASN1_STRING_length(text));
}

struct Protection {
    Scrypt scrypt;
    Bytes iv;
};

// Only PBES2 with scrypt, within bounds, and AES-256-CBC; nothing for anything else.
std::optional<Protection> readProtection(const X509_ALGOR *untrustedAlgorithm)
{
    const ASN1_STRING *outer = sequenceIn(untrustedAlgorithm, NID_pbes2);
    if (!outer)
        return std::nullopt;
    const unsigned char *position = ASN1_STRING_get0_data(outer);
    const Pbes2 pbes2(d2i_PBE2PARAM(nullptr, &position, ASN1_STRING_length(outer)));
    const ASN1_STRING *inner = pbes2 ? sequenceIn(pbes2->keyfunc, NID_id_scrypt) : nullptr;
    if (!inner)
        return std::nullopt;
    position = ASN1_STRING_get0_data(inner);
    const ScryptParameters scrypt(d2i_SCRYPT_PARAMS(nullptr, &position, ASN1_STRING_length(inner)));
    Protection protection;
    if (!scrypt || ASN1_INTEGER_get_uint64(&protection.scrypt.n, scrypt->costParameter) != 1 ||
        ASN1_INTEGER_get_uint64(&protection.scrypt.r, scrypt->blockSize) != 1 ||
        ASN1_INTEGER_get_uint64(&protection.scrypt.p, scrypt->parallelizationParameter) != 1 ||
        (scrypt->keyLength && ASN1_INTEGER_get(scrypt->keyLength) != static_cast<long>(keyBytes)))
        return std::nullopt;
    if (protection.scrypt.p == 0 || protection.scrypt.p > mostParallel)
        return std::nullopt;
    protection.scrypt.salt = bytesOf(scrypt->salt);

    const ASN1_OBJECT *oid = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&oid, &type, &value, pbes2->encryption);
    if (OBJ_obj2nid(oid) != NID_aes_256_cbc || type != V_ASN1_OCTET_STRING)
        return std::nullopt;
    protection.iv = bytesOf(static_cast<const ASN1_STRING *>(value));
    if (protection.iv.size() != ivBytes || protection.scrypt.salt.empty())
        return std::nullopt;
    return protection;
}

// AlgorithmIdentifier with an OBJECT IDENTIFIER and a parameter that OpenSSL takes over.
bool setAlgorithm(X509_ALGOR *algorithm, int oid, int type, ASN1_STRING *parameter)
{
    if (parameter && X509_ALGOR_set0(algorithm, OBJ_nid2obj(oid), type, parameter) == 1)
        return true;
    ASN1_STRING_free(parameter);
    return false;
}

ASN1_STRING *octets(BytesView bytes)
{
    ASN1_STRING *text = ASN1_OCTET_STRING_new();
    if (text && ASN1_STRING_set(text, bytes.data(), static_cast<int>(bytes.size())) != 1) {
        ASN1_STRING_free(text);
        return nullptr;
    }
    return text;
}

bool writeProtection(X509_ALGOR *algorithm, const Protection &protection)
{
    const ScryptParameters scrypt(SCRYPT_PARAMS_new());
    const Pbes2 pbes2(PBE2PARAM_new());
    if (!scrypt || !pbes2)
        return false;
    const Bytes &salt = protection.scrypt.salt;
    if (ASN1_STRING_set(scrypt->salt, salt.data(), static_cast<int>(salt.size())) != 1 ||
        ASN1_INTEGER_set_uint64(scrypt->costParameter, protection.scrypt.n) != 1 ||
        ASN1_INTEGER_set_uint64(scrypt->blockSize, protection.scrypt.r) != 1 ||
        ASN1_INTEGER_set_uint64(scrypt->parallelizationParameter, protection.scrypt.p) != 1)
        return false;
    return setAlgorithm(pbes2->keyfunc, NID_id_scrypt, V_ASN1_SEQUENCE,
                        ASN1_item_pack(scrypt.get(), ASN1_ITEM_rptr(SCRYPT_PARAMS), nullptr)) &&
           setAlgorithm(pbes2->encryption, NID_aes_256_cbc, V_ASN1_OCTET_STRING, octets(protection.iv)) &&
           setAlgorithm(algorithm, NID_pbes2, V_ASN1_SEQUENCE,
                        ASN1_item_pack(pbes2.get(), ASN1_ITEM_rptr(PBE2PARAM), nullptr));
}

Result<EncryptedKey> readEncryptedKey(BytesView untrustedFile)
{
    const Fault malformed = fail(FaultCode::Malformed, "not a PKCS#8 encrypted private key");
    if (untrustedFile.size() > keyFileBytes)
        return malformed;
    EncryptedKey encrypted;
    if (textView(untrustedFile).find("-----BEGIN ") != std::string_view::npos) {
        const BioHandle bio = readerOver(untrustedFile);
        encrypted.reset(bio ? PEM_read_bio_PKCS8(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    } else {
        const unsigned char *position = untrustedFile.data();
        encrypted.reset(d2i_X509_SIG(nullptr, &position, static_cast<long>(untrustedFile.size())));
        if (position != untrustedFile.data() + untrustedFile.size())
            encrypted.reset();
    }
    ERR_clear_error();
    if (!encrypted)
        return malformed;
    return encrypted;
}

} // namespace

Result<PrivateKey> PrivateKey::fromEncryptedFile(BytesView untrustedFile, const Secret &passphrase)
{
    const EncryptedKey encrypted = TRY(readEncryptedKey(untrustedFile));
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *content = nullptr;
    X509_SIG_get0(encrypted.get(), &algorithm, &content);
    const auto protection = readProtection(algorithm);
    ERR_clear_error();
    if (!protection)
        return fail(FaultCode::Malformed, "the key file is not protected by scrypt and AES-256-CBC within our bounds");

    auto key = deriveKey(passphrase, protection->scrypt);
    if (!key.ok()) // the parameters came from the file: odd N, or more memory than we allow
        return fail(FaultCode::Malformed, "the key file's scrypt parameters cannot be used: " + key.fault().detail);
    const auto plain = runCipher(Direction::Decrypt, *key, protection->iv, bytesOf(content));
    // One wrong passphrase in 256 leaves proper padding, so what follows is the same fault.
    const Fault wrong = fail(FaultCode::WrongPassphrase, "the passphrase does not open the key file");
    if (!plain.ok())
        return wrong;
    const unsigned char *position = plain->view().data();
    const KeyInfo info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, static_cast<long>(plain->size())));
    EVP_PKEY *pkey = info && position == plain->view().data() + plain->size() ? EVP_PKCS82PKEY(info.get()) : nullptr;
    ERR_clear_error();
    if (!pkey)
        return wrong;
    PrivateKey result;
    result.m_key = std::shared_ptr<void>(pkey, [](void *p) { EVP_PKEY_free(static_cast<EVP_PKEY *>(p)); });
    return result;
}

Result<Bytes> PrivateKey::toEncryptedFile(const Secret &passphrase) const
{
    Protection protection;
    protection.scrypt.salt.resize(32);
    protection.iv.resize(ivBytes);
    if (RAND_bytes(protection.scrypt.salt.data(), 32) != 1 || RAND_bytes(protection.iv.data(), ivBytes) != 1)
        return cryptoFault("drawing a salt");

    const KeyInfo info(EVP_PKEY2PKCS8(pkeyOf(*this)));
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0)
        return cryptoFault("encoding a private key");
    Secret plain(static_cast<std::size_t>(size));
    unsigned char *end = plain.bytes().data();
    if (i2d_PKCS8_PRIV_KEY_INFO(info.get(), &end) != size)
        return cryptoFault("encoding a private key");
    const Secret key = TRY(deriveKey(passphrase, protection.scrypt));
    const Secret cipher = TRY(runCipher(Direction::Encrypt, key, protection.iv, plain.view()));

    const EncryptedKey encrypted(X509_SIG_new());
    const BioHandle bio(BIO_new(BIO_s_mem()));
    X509_ALGOR *algorithm = nullptr;
    ASN1_OCTET_STRING *content = nullptr;
    if (encrypted)
        X509_SIG_getm(encrypted.get(), &algorithm, &content);
    if (!algorithm || !bio || !writeProtection(algorithm, protection) ||
        ASN1_STRING_set(content, cipher.view().data(), static_cast<int>(cipher.size())) != 1 ||
        PEM_write_bio_PKCS8(bio.get(), encrypted.get()) != 1)
        return cryptoFault("writing a key file");
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return Bytes(text, text + length);
}

} // namespace caseward::crypto
