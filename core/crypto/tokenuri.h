// SPDX-License-Identifier: GPL-3.0-or-later
// Where a key is on a card: a PKCS#11 URI (RFC 7512), of which we take what names a token and an object on it. Nothing that
// names code to load, a slot or a PIN is taken: such an address is refused. Plain value; any thread.
#pragma once

#include "core/base/bytes.h"

namespace caseward::crypto {

struct TokenUri {
    std::string token, manufacturer, model, serial; // of the card; empty: any
    std::string object;                             // label of the key; empty: any
    Bytes id;                                       // CKA_ID of the key; empty: any

    // Malformed, TooLarge (2 KiB).
    static Result<TokenUri> parse(std::string_view untrustedUri);
    // "pkcs11:token=…;serial=…;id=%01", always in this order, everything but letters, digits and -._~ percent-encoded.
    [[nodiscard]] std::string text() const;
    bool operator==(const TokenUri &) const = default;
};

} // namespace caseward::crypto
