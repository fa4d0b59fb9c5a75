// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/signature.h"

#include "core/crypto/ossl.h"
#include "core/crypto/signatureframe.h"
#include "core/crypto/tokenkey.h"
#include "core/crypto/tokenprompt.h"

#include <openssl/ess.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace caseward::crypto {

namespace {

constexpr unsigned signFlags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
// The path is checked by ourselves, at the signing time; ESS signing-certificate-v2 too.
constexpr unsigned verifyFlags = CMS_DETACHED | CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY;

bool usePss(CMS_SignerInfo *signer)
{
    EVP_PKEY_CTX *options = CMS_SignerInfo_get0_pkey_ctx(signer);
    return options && EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(options, EVP_sha256()) == 1;
}

// OpenSSL would otherwise write the time of the machine.
bool setSigningTime(CMS_SignerInfo *signer, Instant time)
{
    const std::unique_ptr<ASN1_TIME, FreeBy<ASN1_TIME_free>> value(newAsn1Time(time));
    return value && CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, ASN1_STRING_type(value.get()),
                                                value.get(), -1) == 1;
}

// The one signer of a message; Malformed when there are none or several, or without its certificate.
Result<CMS_SignerInfo *> onlySigner(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return fail(FaultCode::Malformed, "a signature must have exactly one signer");
    if (OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_pkcs7_data || CMS_is_detached(cms) != 1)
        return fail(FaultCode::Malformed, "a signature must be detached, over plain data");
    if (CMS_set1_signers_certs(cms, nullptr, 0) != 1)
        return opensslFault(FaultCode::Malformed, "the signer's certificate is not in the signature");
    return sk_CMS_SignerInfo_value(signers, 0);
}

Result<Certificate> certificateOf(X509 *x509)
{
    const Bytes der = TRY(derOf(x509, i2d_X509, "encoding a certificate"));
    return Certificate::fromDer(der);
}

// SHA-2 with ECDSA or RSA-PSS, and the two algorithm fields in agreement.
Status checkAlgorithms(CMS_SignerInfo *signer)
{
    X509_ALGOR *digest = nullptr;
    X509_ALGOR *signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
    const int digestNid = OBJ_obj2nid(digest->algorithm);
    const int signatureNid = OBJ_obj2nid(signature->algorithm);
    if (digestNid != NID_sha256 && digestNid != NID_sha384 && digestNid != NID_sha512)
        return fail(FaultCode::SignatureInvalid, "a signature over a digest other than SHA-2");
    if (signatureNid == NID_rsassaPss)
        return {};
    int impliedDigest = NID_undef;
    int impliedKey = NID_undef;
    if (OBJ_find_sigid_algs(signatureNid, &impliedDigest, &impliedKey) != 1 || impliedDigest != digestNid ||
        impliedKey != NID_X9_62_id_ecPublicKey)
        return fail(FaultCode::SignatureInvalid, "a signature other than ECDSA or RSA-PSS");
    return {};
}

// The only value of a signed attribute, or null. -3: exactly one attribute with exactly one value.
void *signedAttribute(CMS_SignerInfo *signer, int nid, int type)
{
    return CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), -3, type);
}

// What CAdES-BES wants among the signed attributes; gives the claimed time.
Result<Instant> checkAttributes(CMS_SignerInfo *signer, X509 *certificate)
{
    const auto *type = static_cast<ASN1_OBJECT *>(signedAttribute(signer, NID_pkcs9_contentType, V_ASN1_OBJECT));
    if (!type || OBJ_obj2nid(type) != NID_pkcs7_data)
        return fail(FaultCode::Malformed, "a signature without the content type among its attributes");
    const auto *ess = static_cast<ASN1_STRING *>(
        signedAttribute(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE));
    if (!ess)
        return fail(FaultCode::Malformed, "a signature that does not name its certificate (signing-certificate-v2)");
    const unsigned char *position = ASN1_STRING_get0_data(ess);
    const std::unique_ptr<ESS_SIGNING_CERT_V2, FreeBy<ESS_SIGNING_CERT_V2_free>> named(
        d2i_ESS_SIGNING_CERT_V2(nullptr, &position, ASN1_STRING_length(ess)));
    const X509StackHandle chain(sk_X509_new_null());
    if (!named || !chain || X509_add_cert(chain.get(), certificate, X509_ADD_FLAG_UP_REF) != 1)
        return opensslFault(FaultCode::Malformed, "reading signing-certificate-v2");
    if (OSSL_ESS_check_signing_certs(nullptr, named.get(), chain.get(), 1) != 1)
        return opensslFault(FaultCode::SignatureInvalid, "the signature names another certificate");

    auto *time = static_cast<ASN1_TIME *>(signedAttribute(signer, NID_pkcs9_signingTime, V_ASN1_UTCTIME));
    if (!time)
        time = static_cast<ASN1_TIME *>(signedAttribute(signer, NID_pkcs9_signingTime, V_ASN1_GENERALIZEDTIME));
    if (!time)
        return fail(FaultCode::Malformed, "a signature without a signing time");
    return instantOf(time);
}

Result<std::vector<Certificate>> certificatesIn(CMS_ContentInfo *cms)
{
    const X509StackHandle stack(CMS_get1_certs(cms));
    std::vector<Certificate> certificates;
    for (int i = 0; i < sk_X509_num(stack.get()); ++i)
        certificates.push_back(TRY(certificateOf(sk_X509_value(stack.get(), i))));
    return certificates;
}

// The certificates that travel along are outside the signature, so that a changed one would go unnoticed when the path
// does not need it: each must be an anchor or signed by one that is here.
Status checkHelpers(const std::vector<Certificate> &untrustedHelpers, const TrustStore &trust)
{
    const auto signedBy = [](const Certificate &helper, const std::vector<Certificate> &issuers) {
        return std::ranges::any_of(issuers, [&helper](const Certificate &issuer) { return issuer.issued(helper); });
    };
    const std::vector<Certificate> &anchors = trust.anchors();
    for (const Certificate &helper : untrustedHelpers)
        if (std::ranges::find(anchors, helper) == anchors.end() && !signedBy(helper, anchors) && !signedBy(helper, trust.intermediates()) &&
            !signedBy(helper, untrustedHelpers)) {
            return fail(FaultCode::SignatureInvalid, "a certificate inside the signature was changed");
        }
    return {};
}

} // namespace

Result<Bytes> signDetached(BytesView content, const Credential &signer, Instant signingTime,
                           const std::vector<Certificate> &chain)
{
    if (signer.isNull())
        return fail(FaultCode::CryptoFailed, "signing needs a credential");
    const KeyAlgorithm algorithm = *algorithmOf(pkeyOf(signer.key())); // Credential::make has looked
    const BioHandle input = readerOver(content);
    const TokenUse use(signer.key());
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, signFlags));
    if (!input || !cms)
        return cryptoFault("preparing a signature");
    CMS_SignerInfo *info = CMS_add1_signer(cms.get(), x509Of(signer.certificate()), pkeyOf(signer.key()),
                                           digestFor(algorithm), signFlags | CMS_CADES | CMS_KEY_PARAM);
    if (!info || !setSigningTime(info, signingTime) || (algorithm == KeyAlgorithm::Rsa3072 && !usePss(info)))
        return keyFault(signer.key(), "preparing a signature");
    for (const Certificate &certificate : chain) {
        const bool isSigner = certificate == signer.certificate(); // is in already; OpenSSL refuses doubles
        if (!isSigner && CMS_add1_cert(cms.get(), x509Of(certificate)) != 1)
            return cryptoFault("adding a certificate to a signature");
    }
    if (CMS_final(cms.get(), input.get(), nullptr, signFlags) != 1)
        return keyFault(signer.key(), "signing");
    return derOf(cms.get(), i2d_CMS_ContentInfo, "encoding a signature");
}

Result<Signature> verifyDetached(BytesView untrustedSignature, BytesView content, const TrustStore &trust)
{
    const CmsHandle cms = TRY(parseCms(untrustedSignature, NID_pkcs7_signed));
    CMS_SignerInfo *info = TRY(onlySigner(cms.get()));
    TRY(checkAlgorithms(info));
    const BioHandle input = readerOver(content);
    if (!input)
        return fail(FaultCode::TooLarge, "the signed content is too large");
    X509 *x509 = nullptr;
    CMS_SignerInfo_get0_algs(info, nullptr, &x509, nullptr, nullptr);
    if (CMS_verify(cms.get(), nullptr, nullptr, input.get(), nullptr, verifyFlags) != 1)
        return opensslFault(FaultCode::SignatureInvalid, "the signature does not fit the content");

    Signature signature;
    signature.signingTime = TRY(checkAttributes(info, x509));
    signature.signer = TRY(certificateOf(x509));
    const auto helpers = TRY(certificatesIn(cms.get()));
    TRY(checkPath(trust, signature.signer, helpers, signature.signingTime));
    TRY(checkHelpers(helpers, trust));
    TRY(checkSignatureFrame(untrustedSignature, x509));
    return signature;
}

} // namespace caseward::crypto
