// SPDX-License-Identifier: GPL-3.0-or-later
// The key of a case as it is kept in vault.db: one CMS envelope for everybody with a need to know, or, where two people must
// open it together, an envelope within an envelope: the outer for the second persons, the inner for the first. Stock tools open
// it with one or two `openssl cms -decrypt`. Any thread with a credential of its own.
#pragma once

#include "core/crypto/credential.h"

namespace caseward::store {

struct KeyHolders {
    std::vector<crypto::Certificate> first;     // everybody, when one person suffices
    std::vector<crypto::Certificate> second;    // empty: one person suffices
};

// The credentials at hand: of the person signed in, and of the second person when one has given theirs.
struct Keyring {
    Keyring(const crypto::Credential &alone, const crypto::Credential *beside = nullptr) : own(alone), second(beside) {}
    const crypto::Credential &own;
    const crypto::Credential *second;
};

enum class Opening { OnePerson, TwoPeople };

[[nodiscard]] Result<Bytes> sealCaseKey(const crypto::Secret &key, const KeyHolders &holders);
// NotEnrolled; SecondPersonNeeded when two must open and only one is here.
[[nodiscard]] Result<crypto::Secret> openCaseKey(BytesView untrustedEnvelope, Opening opening, const Keyring &keyring);

} // namespace caseward::store
