// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/credentials.h"

#include "core/base/limits.h"
#include "core/crypto/token.h"
#include "core/session/state.h"

#include <algorithm>

namespace caseward::session {

namespace {

Result<crypto::Credential> fromCard(const UnlockRequest &request, const store::MemberFile &member)
{
    if (request.tokenModule.empty())
        return fail(FaultCode::TokenAbsent, "the key of " + member.certificate.commonName() + " is on a card; say which PKCS#11 module reads it",
                    {{"person", member.certificate.commonName()}});
    // The address only says where to look: what is found must belong to the certificate.
    const auto uri = TRY(crypto::TokenUri::parse(request.tokenUri.empty() ? member.untrustedTokenUri.empty() ? "pkcs11:" : member.untrustedTokenUri
                                                                          : request.tokenUri));
    return crypto::Credential::make(member.certificate,
                                    TRY(crypto::openTokenKey({request.tokenModule, uri}, *request.passphrase, member.certificate)));
}

Result<crypto::Credential> fromFile(const UnlockRequest &request, const store::MemberFile &member)
{
    const Path &file = request.keyFile.empty() ? member.keyFile : request.keyFile;
    auto bytes = readFile(file, limits::certificateBytes);
    if (!bytes.ok() && bytes.fault().code == FaultCode::NotFound)
        return fail(FaultCode::NotFound,
                    request.keyFile.empty()
                        ? "the key of " + member.certificate.commonName() + " is not kept in this vault: put in the stick or card it is on"
                        : "there is no key file " + file.string() + ": put in the stick it is on",
                    {{"file", file.string()}, {"what", "the key file of " + member.certificate.commonName()}});
    if (!bytes.ok())
        return bytes.fault();
    return crypto::Credential::make(member.certificate, TRY(crypto::PrivateKey::fromEncryptedFile(*bytes, *request.passphrase)));
}

} // namespace

Result<crypto::Credential> openCredential(const UnlockRequest &request, const store::MemberFile &member)
{
    const bool card = !request.tokenModule.empty() || (request.keyFile.empty() && !member.untrustedTokenUri.empty());
    if (!request.passphrase)
        return fail(FaultCode::Usage, card ? "no PIN was given" : "no passphrase was given");
    return card ? fromCard(request, member) : fromFile(request, member);
}

Result<TriesLeft> triesLeft(const UnlockRequest &request)
{
    if (request.tokenModule.empty())
        return TriesLeft::Enough;
    std::string address = request.tokenUri;
    if (address.empty()) {
        const auto people = TRY(Session::peopleOf(request.vault));
        const auto who = std::ranges::find_if(people, [&](const VaultPerson &one) { return request.person.isNull() ? people.size() == 1 : one.id == request.person; });
        if (who == people.end()) // whose card it would be, signing in asks
            return TriesLeft::Enough;
        address = who->tokenUri;
    }
    const auto uri = TRY(crypto::TokenUri::parse(address.empty() ? "pkcs11:" : address));
    const auto card = TRY(crypto::cardAt({request.tokenModule, uri}));
    if (card.pinBlocked)
        return fail(FaultCode::TokenRefused, "the card is blocked after too many wrong PINs; whoever issued it can unblock it", {{"token", card.label}});
    return card.lastTry ? TriesLeft::One : card.wrongBefore ? TriesLeft::Few : TriesLeft::Enough;
}

Result<store::KeptKey> keptKey(const Path &keyFileOrAddress)
{
    if (keyFileOrAddress.empty())
        return store::KeptKey();
    if (keyFileOrAddress.string().starts_with("pkcs11:"))
        return store::KeptKey{{}, TRY(crypto::TokenUri::parse(keyFileOrAddress.string())).text()};
    return store::KeptKey{TRY(readFile(keyFileOrAddress, limits::certificateBytes)), {}};
}

Result<std::vector<Card>> cardsIn(const Path &module)
{
    std::vector<Card> cards;
    for (const crypto::TokenFacts &facts : TRY(crypto::listTokens(module))) {
        Card card{facts.label, facts.model, facts.serial, facts.pinBlocked, facts.lastTry, facts.wrongBefore, {}};
        for (const crypto::TokenKeyFacts &key : facts.keys)
            card.keys.push_back({key.uri.text(), key.algorithm, key.certificate.isNull() ? std::string() : key.certificate.commonName(),
                                 key.certificate.isNull() ? Digest() : key.certificate.fingerprint()});
        cards.push_back(std::move(card));
    }
    return cards;
}

bool cardIsPresent(Session &session)
{
    const crypto::Credential &credential = session.state().credential;
    return credential.isNull() || credential.key().isPresent();
}

} // namespace caseward::session
