// SPDX-License-Identifier: GPL-3.0-or-later
// Detached signatures: CMS SignedData (RFC 5652), DER, CAdES-BES (RFC 5126: ESS signing-certificate-v2,
// signing-time), the signer's and the office's certificates inside. Stock check:
//   openssl cms -verify -binary -inform DER -in x.p7s -content x.json -CAfile office.pem
// One thread at a time per credential.
#pragma once

#include "core/crypto/credential.h"

namespace caseward::crypto {

// ECDSA with SHA-384 for P-384, SHA-256 for P-256, RSA-PSS with SHA-256 for RSA-3072.
// `chain` (the office certificate) travels inside. CryptoFailed.
[[nodiscard]] Result<Bytes> signDetached(BytesView content, const Credential &signer, Instant signingTime,
                                         const std::vector<Certificate> &chain = {});

struct Signature {
    Certificate signer;
    Instant signingTime; // as claimed by the signer
};

// Verifies one SignerInfo over `content`, then the signer's path at the signing time.
// Malformed, SignatureInvalid, CertificateUntrusted, CertificateExpired, CertificateNotYetValid, CertificateUnsuitable.
[[nodiscard]] Result<Signature> verifyDetached(BytesView untrustedSignature, BytesView content, const TrustStore &trust);

} // namespace caseward::crypto
