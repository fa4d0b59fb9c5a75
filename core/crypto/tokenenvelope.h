// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: opening a CMS envelope with a key that cannot leave its card. Cards do the bare mathematics
// (ECDH, RSA) but few do the key derivation or OAEP with SHA-256 around it (SoftHSM and PIV cards do not), and OpenSSL's CMS
// hands them only the whole. So the key's part is done here: raw ECDH on the card, then X9.63 KDF and AES key unwrap; OAEP on
// the card or, failing that, raw RSA on the card and OpenSSL's unpadding. One thread.
#pragma once

#include "core/crypto/envelope.h"
#include "core/crypto/ossl.h"

namespace caseward::crypto {

// Where a certificate stands in an envelope: the n-th recipient and, for key agreement, the n-th key of it.
struct RecipientPlace {
    CMS_RecipientInfo *recipient = nullptr;
    CMS_RecipientEncryptedKey *key = nullptr; // only for key agreement
    int recipientIndex = 0;
    int keyIndex = 0;
};

// `envelope` has been parsed into `place` by parseCms and its algorithms were found to be ours. CryptoFailed, Malformed,
// TokenAbsent, TokenRefused.
[[nodiscard]] Result<Secret> openWithToken(BytesView envelope, const RecipientPlace &place, const PrivateKey &key);

} // namespace caseward::crypto
