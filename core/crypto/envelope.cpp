// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/envelope.h"

#include "core/crypto/ossl.h"
#include "core/crypto/tokenenvelope.h"

#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace caseward::crypto {

namespace {

constexpr std::size_t secretBytes = 64u << 10;
constexpr int blockBytes = 16;

using Place = RecipientPlace;

Status checkRecipient(const Certificate &certificate)
{
    const auto algorithm = certificate.isNull() ? std::nullopt : algorithmOf(X509_get0_pubkey(x509Of(certificate)));
    const std::uint32_t wanted = algorithm == KeyAlgorithm::Rsa3072 ? KU_KEY_ENCIPHERMENT : KU_KEY_AGREEMENT;
    if (algorithm && (X509_get_key_usage(x509Of(certificate)) & wanted) != 0)
        return {};
    return fail(FaultCode::CertificateUnsuitable, "nothing can be enveloped for this certificate",
                {{"certificate", certificate.isNull() ? std::string() : certificate.commonName()}});
}

// OpenSSL's own choice would be PKCS#1 v1.5 and the KDF over SHA-1.
bool chooseAlgorithms(CMS_RecipientInfo *recipient, KeyAlgorithm algorithm)
{
    EVP_PKEY_CTX *options = CMS_RecipientInfo_get0_pkey_ctx(recipient);
    if (!options)
        return false;
    if (algorithm == KeyAlgorithm::Rsa3072)
        return EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_OAEP_PADDING) == 1 &&
               EVP_PKEY_CTX_set_rsa_oaep_md(options, EVP_sha256()) == 1 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(options, EVP_sha256()) == 1;
    // The KDF is X9.63 and the key wrap AES-256, as wide as the content key; OpenSSL fails when it is told so.
    return EVP_PKEY_CTX_set_ecdh_kdf_md(options, digestFor(algorithm)) == 1;
}

Status addRecipient(CMS_ContentInfo *cms, const Certificate &certificate)
{
    TRY(checkRecipient(certificate));
    CMS_RecipientInfo *recipient = CMS_add1_recipient_cert(cms, x509Of(certificate), CMS_KEY_PARAM);
    if (!recipient || !chooseAlgorithms(recipient, *algorithmOf(X509_get0_pubkey(x509Of(certificate)))))
        return cryptoFault("adding a recipient to an envelope");
    return {};
}

Place findPlace(CMS_ContentInfo *cms, const Certificate &certificate)
{
    STACK_OF(CMS_RecipientInfo) *recipients = CMS_get0_RecipientInfos(cms);
    for (int i = 0; i < sk_CMS_RecipientInfo_num(recipients); ++i) {
        CMS_RecipientInfo *recipient = sk_CMS_RecipientInfo_value(recipients, i);
        const int type = CMS_RecipientInfo_type(recipient);
        if (type == CMS_RECIPINFO_TRANS && CMS_RecipientInfo_ktri_cert_cmp(recipient, x509Of(certificate)) == 0)
            return {recipient, nullptr, i, 0};
        if (type != CMS_RECIPINFO_AGREE)
            continue;
        STACK_OF(CMS_RecipientEncryptedKey) *keys = CMS_RecipientInfo_kari_get0_reks(recipient);
        for (int k = 0; k < sk_CMS_RecipientEncryptedKey_num(keys); ++k) {
            CMS_RecipientEncryptedKey *key = sk_CMS_RecipientEncryptedKey_value(keys, k);
            if (CMS_RecipientEncryptedKey_cert_cmp(key, x509Of(certificate)) == 0)
                return {recipient, key, i, k};
        }
    }
    return {};
}

// RSAES-OAEP with SHA-256, not PKCS#1 v1.5, whose padding answers questions.
bool isOaepSha256(const X509_ALGOR *untrustedAlgorithm)
{
    const ASN1_OBJECT *oid = nullptr;
    int type = 0;
    const void *value = nullptr;
    X509_ALGOR_get0(&oid, &type, &value, untrustedAlgorithm);
    if (OBJ_obj2nid(oid) != NID_rsaesOaep || type != V_ASN1_SEQUENCE)
        return false;
    const auto *sequence = static_cast<const ASN1_STRING *>(value);
    const unsigned char *position = ASN1_STRING_get0_data(sequence);
    const std::unique_ptr<RSA_OAEP_PARAMS, FreeBy<RSA_OAEP_PARAMS_free>> oaep(
        d2i_RSA_OAEP_PARAMS(nullptr, &position, ASN1_STRING_length(sequence)));
    return oaep && oaep->hashFunc && OBJ_obj2nid(oaep->hashFunc->algorithm) == NID_sha256;
}

bool hasWantedAlgorithm(const Place &place)
{
    X509_ALGOR *algorithm = nullptr;
    if (!place.key)
        return CMS_RecipientInfo_ktri_get0_algs(place.recipient, nullptr, nullptr, &algorithm) == 1 &&
               isOaepSha256(algorithm);
    if (CMS_RecipientInfo_kari_get0_alg(place.recipient, &algorithm, nullptr) != 1)
        return false;
    const int nid = OBJ_obj2nid(algorithm->algorithm);
    return nid == NID_dhSinglePass_stdDH_sha256kdf_scheme || nid == NID_dhSinglePass_stdDH_sha384kdf_scheme;
}

// Brings the content key out of the recipient's place into the message.
Status unlock(CMS_ContentInfo *cms, const Place &place, EVP_PKEY *key)
{
    int outcome = 0;
    if (place.key) {
        outcome = CMS_RecipientInfo_kari_set0_pkey(place.recipient, key);
        if (outcome == 1)
            outcome = CMS_RecipientInfo_kari_decrypt(cms, place.recipient, place.key);
        CMS_RecipientInfo_kari_set0_pkey(place.recipient, nullptr);
    } else if (EVP_PKEY_up_ref(key) == 1) {
        outcome = CMS_RecipientInfo_set0_pkey(place.recipient, key);
        if (outcome == 1)
            outcome = CMS_RecipientInfo_decrypt(cms, place.recipient);
        CMS_RecipientInfo_set0_pkey(place.recipient, nullptr);
    }
    if (outcome != 1)
        return cryptoFault("the envelope's key does not open with this credential");
    return {};
}

Result<int> contentSize(CMS_ContentInfo *cms)
{
    ASN1_OCTET_STRING **content = CMS_get0_content(cms);
    if (!content || !*content)
        return fail(FaultCode::Malformed, "an envelope without content");
    const int size = ASN1_STRING_length(*content);
    if (size > static_cast<int>(secretBytes) + blockBytes)
        return fail(FaultCode::TooLarge, "an envelope with more than 64 KiB");
    return size;
}

// Reads through the cipher into locked memory; CMS_decrypt would leave a copy on the stack.
Result<Secret> readContent(CMS_ContentInfo *cms, int size)
{
    const BioHandle bio(CMS_dataInit(cms, nullptr));
    EVP_CIPHER_CTX *cipher = nullptr;
    if (!bio || BIO_get_cipher_ctx(bio.get(), &cipher) != 1 || !cipher)
        return cryptoFault("opening an envelope");
    if (EVP_CIPHER_CTX_get_nid(cipher) != NID_aes_256_cbc)
        return fail(FaultCode::Malformed, "an envelope that is not AES-256-CBC");
    Secret buffer(static_cast<std::size_t>(size) + blockBytes);
    std::size_t total = 0;
    std::size_t step = 0;
    while (total < buffer.size() && BIO_read_ex(bio.get(), buffer.bytes().data() + total, buffer.size() - total, &step) == 1)
        total += step;
    if (BIO_get_cipher_status(bio.get()) != 1)
        return cryptoFault("the envelope's content does not decrypt");
    return Secret::copyOf(buffer.view().first(total));
}

} // namespace

Result<Bytes> sealFor(const Secret &secret, const std::vector<Certificate> &recipients)
{
    if (secret.size() > secretBytes)
        return fail(FaultCode::TooLarge, "an envelope holds at most 64 KiB");
    if (recipients.empty())
        return fail(FaultCode::Internal, "an envelope for nobody");
    const CmsHandle cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_cbc(), CMS_PARTIAL | CMS_BINARY));
    if (!cms)
        return cryptoFault("making an envelope");
    for (auto it = recipients.begin(); it != recipients.end(); ++it) {
        if (std::find(recipients.begin(), it, *it) == it)
            TRY(addRecipient(cms.get(), *it));
    }
    // CMS_final would copy the secret over its stack; this is what it does besides.
    {
        const BioHandle bio(CMS_dataInit(cms.get(), nullptr));
        std::size_t written = 0;
        const bool ok = bio && (secret.isEmpty() ||
                                (BIO_write_ex(bio.get(), secret.view().data(), secret.size(), &written) == 1 &&
                                 written == secret.size())) &&
                        BIO_flush(bio.get()) == 1 && CMS_dataFinal(cms.get(), bio.get()) == 1;
        if (!ok)
            return cryptoFault("sealing an envelope");
    }
    Bytes der = TRY(derOf(cms.get(), i2d_CMS_ContentInfo, "encoding an envelope"));
    if (der.size() > limits::cmsBytes)
        return fail(FaultCode::TooLarge, "an envelope for too many people");
    return der;
}

Result<Secret> openEnvelope(BytesView untrustedEnvelope, const Credential &credential)
{
    if (credential.isNull())
        return fail(FaultCode::NotEnrolled, "opening an envelope needs a credential");
    const CmsHandle cms = TRY(parseCms(untrustedEnvelope, NID_pkcs7_enveloped));
    if (OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_pkcs7_data)
        return fail(FaultCode::Malformed, "an envelope must hold plain data");
    const Place place = findPlace(cms.get(), credential.certificate());
    if (!place.recipient)
        return fail(FaultCode::NotEnrolled, "the envelope is not for this certificate",
                    {{"certificate", credential.certificate().commonName()}});
    if (!hasWantedAlgorithm(place))
        return fail(FaultCode::Malformed, "an envelope whose key is not under OAEP-SHA256 or ECDH with SHA-2");
    const int size = TRY(contentSize(cms.get()));
    if (credential.key().isOnToken())
        return openWithToken(untrustedEnvelope, place, credential.key());
    TRY(unlock(cms.get(), place, pkeyOf(credential.key())));
    return readContent(cms.get(), size);
}

Result<bool> isRecipient(BytesView untrustedEnvelope, const Certificate &certificate)
{
    const CmsHandle cms = TRY(parseCms(untrustedEnvelope, NID_pkcs7_enveloped));
    return !certificate.isNull() && findPlace(cms.get(), certificate).recipient != nullptr;
}

} // namespace caseward::crypto
