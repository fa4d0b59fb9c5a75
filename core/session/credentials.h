// SPDX-License-Identifier: GPL-3.0-or-later
// The key a person signs in with: taking it from a key file or a card, its passphrase, and whether the card is still in.
// Worker thread. Failure: a Fault, and nothing changed.
#pragma once

#include "core/crypto/credential.h"
#include "core/session/session.h"
#include "core/store/vaultrows.h"

namespace caseward::session {

// The credential an unlock request means: the card when a module is given or people/<id>.token says so, else the key file.
// WrongPassphrase, NotFound (the key file; in words also when the stick is not in), TokenAbsent, TokenRefused, Usage.
[[nodiscard]] Result<crypto::Credential> openCredential(const UnlockRequest &request, const store::MemberFile &member);

// A key file to be kept in the vault, or the address pkcs11:… of a key on a card; empty: neither. Malformed, NotFound.
[[nodiscard]] Result<store::KeptKey> keptKey(const Path &keyFileOrAddress);

struct CardKey { std::string uri, algorithm, name; Digest certificate; }; // name and digest: of the certificate beside it, if any
struct Card {
    std::string label, model, serial;
    bool blocked = false;               // too many wrong PINs
    bool lastTry = false;               // the next wrong PIN blocks it
    bool wrongBefore = false;           // a wrong one was given since the last right one
    std::vector<CardKey> keys;
};
// The cards a PKCS#11 module sees, without any PIN. TokenAbsent (no such module), PermissionDenied (its file could have been
// changed by others than the administrator).
[[nodiscard]] Result<std::vector<Card>> cardsIn(const Path &module);

enum class TriesLeft { Enough, Few, One };
// What the card of an unlock request says before its PIN is asked for: Few after a wrong one, One when the next wrong one blocks
// it. Enough for a key in a file, and for a card that does not tell. TokenRefused when it is blocked; TokenAbsent, Malformed, …
[[nodiscard]] Result<TriesLeft> triesLeft(const UnlockRequest &request);

// What a new passphrase must be, as one sentence for people.
[[nodiscard]] std::string passphraseRule();
// Usage with the rule when it is too short, too plain or not UTF-8.
[[nodiscard]] Status checkNewPassphrase(const crypto::Secret &passphrase);

struct NewPassphrase { const crypto::Secret *old = nullptr; const crypto::Secret *fresh = nullptr; };
// Of one key file, wherever it is: replaced whole or not at all, after the new file was opened as a trial.
// WrongPassphrase, Usage (the rule; or the same again), and those of reading and writing files.
Status changePassphrase(const Path &keyFile, const NewPassphrase &change);
// Of who is signed in; `keyFile` empty: people/<id>.p8. Kept in the station ledger. NotAllowed when the key is on a card,
// CertificateUnsuitable when the file holds somebody else's key.
Status changeOwnPassphrase(Session &session, const Path &keyFile, const NewPassphrase &change);

// False once the card of who is signed in was taken out: the window then locks. Always true for a key file. Cheap.
[[nodiscard]] bool cardIsPresent(Session &session);

} // namespace caseward::session
