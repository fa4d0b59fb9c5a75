// SPDX-License-Identifier: GPL-3.0-or-later
// Smart cards: what is on the cards of a PKCS#11 module, and keys that stay on their card. Signing and opening go through
// pkcs11-provider in an OpenSSL context of its own; the PIN goes from its Secret to the card and nowhere else (a copy is
// kept, in a Secret, while a key is open that wants it at every use), and nothing ever asks for it on the terminal. Of each
// card a process has one key open at a time; freeing the key logs the card out.
// The module is code that gets loaded: its path must never come out of a vault or a bundle. One thread at a time.
#pragma once

#include "core/base/files.h"
#include "core/crypto/credential.h"
#include "core/crypto/tokenuri.h"

namespace caseward::crypto {

struct TokenKeyFacts {
    TokenUri uri;
    std::string algorithm;              // "P-384", "P-256", "RSA-3072"; empty: a key we cannot work with, or not readable without the PIN
    Certificate certificate;            // null when the card holds none for this key
};

// What a card says of itself, as text for people; controls and bytes that are not UTF-8 replaced.
struct TokenFacts {
    std::string label, manufacturer, model, serial;
    bool pinBlocked = false;            // too many wrong PINs
    bool lastTry = false;               // the next wrong PIN blocks it
    bool wrongBefore = false;           // a wrong PIN was given since the last right one
    std::vector<TokenKeyFacts> keys;
};

// The cards that are in, without any PIN. TokenAbsent, TokenRefused, PermissionDenied: see openTokenKey.
[[nodiscard]] Result<std::vector<TokenFacts>> listTokens(const Path &module);

struct TokenAddress {
    Path module;                        // absolute
    TokenUri uri;
};

// The card an address means, without its keys and without any PIN. TokenAbsent, TokenRefused (several), PermissionDenied.
[[nodiscard]] Result<TokenFacts> cardAt(const TokenAddress &address);

// The private key at an address; with a certificate the key that belongs to it, however many the address may mean.
// TokenAbsent: no module, no card, no such key. PermissionDenied: the module's file could have been changed by others than
// root. WrongPassphrase: the PIN is wrong. TokenRefused: blocked, several keys, or no key we can work with.
[[nodiscard]] Result<PrivateKey> openTokenKey(const TokenAddress &address, const Secret &pin, const Certificate &belongsTo = {});

// Writes a certificate beside its key on the card. TokenRefused when the card lets only its issuer write.
[[nodiscard]] Status storeOnToken(const PrivateKey &key, const Certificate &certificate);

} // namespace caseward::crypto
