// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: the answer when OpenSSL asks for a PIN or passphrase. Keys that want their PIN at every use
// (CKA_ALWAYS_AUTHENTICATE) make pkcs11-provider ask for it in the middle of an operation, and it asks the default method of the
// whole process. That one answers with the PIN of the key this thread is using, and with a refusal at any other time; it never
// turns to the terminal. Faults: none; without an answer the operation of the key fails.
#pragma once

#include "core/crypto/credential.h"

namespace caseward::crypto {

// Once per process, before any thread runs.
void answerQuestionsOfOpenSsl();

// While it lives, this thread uses the key, which must outlive it. Around every signature, decryption and key agreement. One thread.
class TokenUse {
public:
    explicit TokenUse(const PrivateKey &key);
    TokenUse(const TokenUse &) = delete;
    TokenUse &operator=(const TokenUse &) = delete;
    ~TokenUse();

private:
    const Secret *m_before;
};

} // namespace caseward::crypto
