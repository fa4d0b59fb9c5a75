// SPDX-License-Identifier: GPL-3.0-or-later
// The few octets of a CMS SignedData that neither its signature covers nor OpenSSL compares exactly: the two version
// numbers, and the issuer's name by which the signer is named (OpenSSL ignores its case). Private to core/crypto; pure.
#pragma once

#include "core/base/bytes.h"

#include <openssl/x509.h>

namespace caseward::crypto {

// SignatureInvalid unless they are what RFC 5652 sections 5.1 and 5.3 say for this signer. `signature` is DER with one
// SignerInfo that parseCms() has taken.
[[nodiscard]] Status checkSignatureFrame(BytesView signature, X509 *signer);

} // namespace caseward::crypto
