// SPDX-License-Identifier: GPL-3.0-or-later
// Keys for people: CMS EnvelopedData (RFC 5652), DER, content AES-256-CBC, one recipient per certificate.
// EC recipients by ephemeral ECDH with the X9.63 KDF over SHA-256/384 and AES-256 key wrap (RFC 5753); RSA
// recipients by OAEP with SHA-256 (RFC 3560). Used for short secrets only (<= 64 KiB).
#pragma once

#include "core/crypto/credential.h"

namespace caseward::crypto {

[[nodiscard]] Result<Bytes> sealFor(const Secret &secret, const std::vector<Certificate> &recipients);

// NotEnrolled when the credential is no recipient; CryptoFailed or Malformed otherwise.
[[nodiscard]] Result<Secret> openEnvelope(BytesView untrustedEnvelope, const Credential &credential);

// How many recipients an envelope has, and whether this certificate is one, without any key.
[[nodiscard]] Result<bool> isRecipient(BytesView untrustedEnvelope, const Certificate &certificate);

} // namespace caseward::crypto
