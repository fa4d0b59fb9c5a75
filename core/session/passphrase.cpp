// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/session/credentials.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

constexpr std::size_t leastCharacters = 12;
constexpr std::size_t leastDifferent = 5;
constexpr std::size_t mostBytes = 1024;

struct Rewritten {
    Bytes before;
    Bytes after;
    crypto::PrivateKey key;
};

// The key file under its new passphrase, nothing written yet.
Result<Rewritten> rewrite(const Path &keyFile, const NewPassphrase &change)
{
    if (!change.old || !change.fresh)
        return fail(FaultCode::Usage, "the old and the new passphrase are both needed");
    TRY(checkNewPassphrase(*change.fresh));
    if (std::ranges::equal(change.old->view(), change.fresh->view()))
        return fail(FaultCode::Usage, "the new passphrase is the old one");
    Rewritten file;
    file.before = TRY(readFile(keyFile, limits::certificateBytes));
    file.key = TRY(crypto::PrivateKey::fromEncryptedFile(file.before, *change.old));
    file.after = TRY(file.key.toEncryptedFile(*change.fresh));
    // What cannot be opened again must never take the place of what can.
    TRY(crypto::PrivateKey::fromEncryptedFile(file.after, *change.fresh));
    return file;
}

} // namespace

std::string passphraseRule()
{
    return "A passphrase needs at least " + std::to_string(leastCharacters) + " characters, " + std::to_string(leastDifferent) +
           " of them different; several words that do not belong together are good.";
}

Status checkNewPassphrase(const crypto::Secret &passphrase)
{
    const std::string_view text = passphrase.textView();
    if (text.size() > mostBytes || !isUtf8(text) || codePointCount(text) < leastCharacters)
        return fail(FaultCode::Usage, passphraseRule());
    bool seen[256] = {};
    for (const char c : text)
        seen[static_cast<unsigned char>(c)] = true;
    if (static_cast<std::size_t>(std::ranges::count(seen, true)) < leastDifferent)
        return fail(FaultCode::Usage, passphraseRule());
    return {};
}

Status changePassphrase(const Path &keyFile, const NewPassphrase &change)
{
    const Rewritten file = TRY(rewrite(keyFile, change));
    return writeFile(keyFile, file.after, Overwrite::Replace);
}

Status changeOwnPassphrase(Session &session, const Path &keyFile, const NewPassphrase &change)
{
    Session::State &state = session.state();
    TRY(state.needUnlocked());
    if (state.credential.key().isOnToken() && keyFile.empty())
        return fail(FaultCode::NotAllowed, "your key is on a card: its PIN is changed with the program that came with the card");
    const Path file = keyFile.empty() ? state.vault->folder() / "people" / (state.who.person.text() + ".p8") : keyFile;
    const Rewritten rewritten = TRY(rewrite(file, change));
    TRY(crypto::Credential::make(state.credential.certificate(), rewritten.key));
    TRY(writeFile(file, rewritten.after, Overwrite::Replace));
    const Status noted = state.note("passphrase.changed", {{"place", codec::Json(keyFile.empty() ? "vault" : "elsewhere")}});
    if (!noted.ok()) // what is not in the ledger has not happened
        static_cast<void>(writeFile(file, rewritten.before, Overwrite::Replace));
    return noted;
}

} // namespace caseward::session
