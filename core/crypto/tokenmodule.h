// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: a PKCS#11 module (OASIS PKCS #11 2.40) loaded into this process, its slots, and one session on a
// card. The module is code: only a file that root alone can change is loaded. A module is never unloaded and never
// finalised (SoftHSM and others crash or lose the sessions of pkcs11-provider, which shares it); logging out and closing
// the sessions of the slot is what ends the use of a card. One thread at a time.
#pragma once

#include "core/base/files.h"
#include "core/crypto/secret.h"
#include "core/crypto/token.h"

#include <p11-kit/pkcs11.h>

namespace caseward::crypto {

struct TokenSlot {
    CK_SLOT_ID id = 0;
    TokenFacts facts; // without its keys
};

class TokenModule {
public:
    // An absolute path to a regular file which, like every folder above it, root owns and nobody else may write.
    // TokenAbsent (no such file, or not a module), PermissionDenied (somebody else could have changed it).
    static Result<TokenModule> load(const Path &untrustedPath);

    // The cards that are in now, at most 64.
    [[nodiscard]] Result<std::vector<TokenSlot>> cards() const;
    // The card an address means. TokenAbsent when there is none, TokenRefused when there are several.
    [[nodiscard]] Result<TokenSlot> find(const TokenUri &uri) const;
    [[nodiscard]] Result<TokenFacts> factsOf(CK_SLOT_ID slot) const;
    [[nodiscard]] CK_FUNCTION_LIST &functions() const { return *m_functions; }
    [[nodiscard]] const Path &path() const { return m_path; } // resolved

private:
    CK_FUNCTION_LIST *m_functions = nullptr;
    Path m_path;
};

class TokenSession {
public:
    enum class Access { Read, Write };
    static Result<TokenSession> open(const TokenModule &module, CK_SLOT_ID slot, Access access);
    TokenSession(TokenSession &&other) noexcept;
    TokenSession &operator=(TokenSession &&) = delete;
    ~TokenSession();

    // Always asks the card, also when this process is logged in already. WrongPassphrase (argument "left": "one" when the
    // next wrong one blocks the card, "few" when the card counts them), TokenRefused when it is blocked, TokenAbsent.
    Status logIn(const Secret &pin);
    // Logs out and closes every session of this process on the card, those of pkcs11-provider too.
    void logOut();
    [[nodiscard]] bool isAlive() const;

    // Objects with these attributes, at most 256.
    [[nodiscard]] Result<std::vector<CK_OBJECT_HANDLE>> objects(std::vector<CK_ATTRIBUTE> wanted) const;
    // Empty when the card does not tell; at most 64 KiB.
    [[nodiscard]] Bytes attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }

private:
    TokenSession(TokenModule module, CK_SLOT_ID slot, CK_SESSION_HANDLE handle)
        : m_module(std::move(module)), m_slot(slot), m_handle(handle) {}
    TokenModule m_module;
    CK_SLOT_ID m_slot;
    CK_SESSION_HANDLE m_handle;
};

// The fault of a CK_RV that is not CKR_OK.
[[nodiscard]] Fault tokenFault(CK_RV outcome, const char *step);

} // namespace caseward::crypto
