// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: a card that is open and logged in, and the OpenSSL context in which pkcs11-provider works with its
// keys. Shared by every copy of the PrivateKey; the last one to go logs the card out and wipes the PIN, which is kept only for
// a key that wants it at every use. One thread at a time.
#pragma once

#include "core/crypto/ossl.h"
#include "core/crypto/tokenmodule.h"

namespace caseward::crypto {

class TokenKey {
public:
    static Result<std::shared_ptr<TokenKey>> open(const TokenAddress &address, const Secret &pin);
    TokenKey(const TokenKey &) = delete;
    TokenKey &operator=(const TokenKey &) = delete;
    ~TokenKey();

    // The private key of this card that belongs to the certificate; without one, the only key at the address.
    [[nodiscard]] Result<KeyHandle> load(const Certificate &belongsTo) const;
    // Keeps the PIN when the card wants it for every use of this key (CKA_ALWAYS_AUTHENTICATE).
    Status keepPinFor(const EVP_PKEY *key, const Secret &pin);
    [[nodiscard]] const Secret &pinForEachUse() const { return m_pin; } // empty: the card is content with the one at sign-in
    [[nodiscard]] bool isPresent() const;
    [[nodiscard]] OSSL_LIB_CTX *library() const { return m_library.get(); }
    [[nodiscard]] const TokenModule &module() const { return m_module; }
    [[nodiscard]] const TokenSlot &slot() const { return m_slot; }
    [[nodiscard]] const TokenUri &uri() const { return m_uri; }
    // An operation of the key failed: TokenAbsent when the card has gone, TokenRefused otherwise.
    [[nodiscard]] Fault faultOf(const char *step) const;

private:
    using Library = std::unique_ptr<OSSL_LIB_CTX, FreeBy<OSSL_LIB_CTX_free>>;
    TokenKey(TokenModule module, TokenSlot slot, TokenSession session, Library library, TokenUri uri)
        : m_module(std::move(module)), m_slot(std::move(slot)), m_session(std::move(session)),
          m_library(std::move(library)), m_uri(std::move(uri)) {}
    static Result<Library> makeLibrary(const TokenModule &module);
    [[nodiscard]] Result<std::vector<KeyHandle>> keysAt(const TokenUri &uri) const;

    TokenModule m_module;
    TokenSlot m_slot;
    TokenSession m_session;
    Library m_library;
    TokenUri m_uri;
    Secret m_pin;
};

// cryptoFault, but for a key on a card what became of the card.
[[nodiscard]] Fault keyFault(const PrivateKey &key, const char *step);

} // namespace caseward::crypto
