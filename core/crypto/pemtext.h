// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: the blocks of a PEM text (RFC 7468), one after the other. What stands between them is passed over.
// One thread.
#pragma once

#include "core/crypto/ossl.h"

#include <optional>

namespace caseward::crypto {

struct PemBlock {
    std::string name; // "CERTIFICATE", "X509 CRL", …
    Bytes content;    // might be a key, where nobody should have put one: whoever does not want it wipes it
};

[[nodiscard]] bool isPem(BytesView bytes);
// The next block, or nothing at the end. Malformed.
[[nodiscard]] Result<std::optional<PemBlock>> nextBlock(BIO *bio);

} // namespace caseward::crypto
