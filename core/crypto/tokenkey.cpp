// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/tokenkey.h"

#include <openssl/conf.h>
#include <openssl/provider.h>
#include <openssl/store.h>
#include <openssl/ui.h>

#include <algorithm>
#include <mutex>

namespace caseward::crypto {

namespace {

using Configuration = std::unique_ptr<CONF, FreeBy<NCONF_free>>;
using Store = std::unique_ptr<OSSL_STORE_CTX, FreeBy<OSSL_STORE_close>>;
using StoreInfo = std::unique_ptr<OSSL_STORE_INFO, FreeBy<OSSL_STORE_INFO_free>>;

constexpr int mostKeys = 64;

// no-deinit: SoftHSM crashes when it is finalised while it is ending itself. cache-keys off: the copies the provider would
// make would be found again as second keys. The provider never sees a PIN, so it caches none.
std::string configurationFor(const TokenModule &module)
{
    return "openssl_conf = start\n[start]\nproviders = providers\n[providers]\ndefault = plain\npkcs11 = card\n"
           "[plain]\nactivate = 1\n[card]\nidentity = pkcs11\nactivate = 1\n"
           "pkcs11-module-quirks = no-deinit no-operation-state\npkcs11-module-cache-keys = false\n"
           "pkcs11-module-cache-sessions = 0\npkcs11-module-path = " + module.path().string() + "\n";
}

} // namespace

Result<TokenKey::Library> TokenKey::makeLibrary(const TokenModule &module)
{
    static std::once_flag builtins;
    std::call_once(builtins, OPENSSL_load_builtin_modules);
    Library library(OSSL_LIB_CTX_new());
    const Configuration configuration(library ? NCONF_new_ex(library.get(), nullptr) : nullptr);
    const std::string text = configurationFor(module);
    const BioHandle bio = readerOver(viewOf(text));
    long line = 0;
    if (!configuration || !bio || NCONF_load_bio(configuration.get(), bio.get(), &line) != 1)
        return cryptoFault("preparing to work with a card");
    if (CONF_modules_load(configuration.get(), nullptr, 0) != 1 || OSSL_PROVIDER_available(library.get(), "pkcs11") != 1) {
        ERR_clear_error();
        return fail(FaultCode::TokenAbsent, "this computer lacks pkcs11-provider, which OpenSSL needs to work with cards");
    }
    return library;
}

Result<std::shared_ptr<TokenKey>> TokenKey::open(const TokenAddress &address, const Secret &pin)
{
    TokenModule module = TRY(TokenModule::load(address.module));
    TokenSlot slot = TRY(module.find(address.uri));
    Library library = TRY(makeLibrary(module));
    TokenSession session = TRY(TokenSession::open(module, slot.id, TokenSession::Access::Read));
    TRY(session.logIn(pin));
    TokenUri uri = address.uri;
    if (uri.serial.empty()) // two cards may share a label
        uri.serial = slot.facts.serial;
    return std::shared_ptr<TokenKey>(
        new TokenKey(std::move(module), std::move(slot), std::move(session), std::move(library), std::move(uri)));
}

TokenKey::~TokenKey()
{
    m_library.reset();
    m_session.logOut();
}

Result<std::vector<KeyHandle>> TokenKey::keysAt(const TokenUri &uri) const
{
    const std::string text = uri.text() + ";type=private";
    // Logged in already, so nothing has to be asked; if the card asks again, UI_null answers with a failure.
    const Store store(OSSL_STORE_open_ex(text.c_str(), m_library.get(), "provider=pkcs11", UI_null(), nullptr, nullptr, nullptr, nullptr));
    if (!store)
        return faultOf("looking for the key");
    OSSL_STORE_expect(store.get(), OSSL_STORE_INFO_PKEY);
    std::vector<KeyHandle> keys;
    for (int turn = 0; turn < mostKeys && OSSL_STORE_eof(store.get()) != 1; ++turn) {
        const StoreInfo info(OSSL_STORE_load(store.get()));
        if (info && OSSL_STORE_INFO_get_type(info.get()) == OSSL_STORE_INFO_PKEY)
            keys.emplace_back(OSSL_STORE_INFO_get1_PKEY(info.get()));
    }
    ERR_clear_error();
    return keys;
}

Result<KeyHandle> TokenKey::load(const Certificate &belongsTo) const
{
    auto keys = TRY(keysAt(m_uri));
    if (!belongsTo.isNull())
        std::erase_if(keys, [&belongsTo](const KeyHandle &key) { return X509_check_private_key(x509Of(belongsTo), key.get()) != 1; });
    ERR_clear_error();
    if (keys.empty() && !isPresent())
        return faultOf("looking for the key");
    if (keys.empty())
        return fail(FaultCode::TokenAbsent, belongsTo.isNull() ? "the card holds no private key at this address"
                                                               : "the card does not hold the key of " + belongsTo.commonName(),
                    {{"token", m_slot.facts.label}});
    if (keys.size() > 1 && belongsTo.isNull())
        return fail(FaultCode::TokenRefused, "the card holds several keys; say which one by its address (id=…)");
    if (!algorithmOf(keys.front().get()))
        return fail(FaultCode::TokenRefused, "the key on the card is not P-384, P-256 or RSA of 3072 bits");
    const bool hasPublicKey = i2d_PUBKEY(keys.front().get(), nullptr) > 0;
    ERR_clear_error();
    if (!hasPublicKey)
        return fail(FaultCode::TokenRefused, "the card holds the private key without its public key or certificate");
    return std::move(keys.front());
}

Status TokenKey::keepPinFor(const EVP_PKEY *key, const Secret &pin)
{
    CK_OBJECT_CLASS privateKeys = CKO_PRIVATE_KEY;
    for (const CK_OBJECT_HANDLE object : TRY(m_session.objects({CK_ATTRIBUTE{CKA_CLASS, &privateKeys, sizeof privateKeys}}))) {
        if (m_session.attribute(object, CKA_ALWAYS_AUTHENTICATE) != Bytes{CK_TRUE})
            continue;
        TokenUri asking = m_uri;
        asking.id = m_session.attribute(object, CKA_ID);
        asking.object.clear();
        const auto same = [key](const KeyHandle &one) { return EVP_PKEY_eq(one.get(), key) == 1; };
        if (std::ranges::any_of(TRY(keysAt(asking)), same))
            m_pin = pin.clone();
        ERR_clear_error();
    }
    return {};
}

bool TokenKey::isPresent() const
{
    const auto facts = m_module.factsOf(m_slot.id);
    return facts.ok() && facts->serial == m_slot.facts.serial && facts->label == m_slot.facts.label && m_session.isAlive();
}

Fault TokenKey::faultOf(const char *step) const
{
    if (!isPresent()) {
        ERR_clear_error();
        return fail(FaultCode::TokenAbsent, std::string(step) + ": the card was taken out", {{"token", m_slot.facts.label}});
    }
    return opensslFault(FaultCode::TokenRefused, step);
}

Fault keyFault(const PrivateKey &key, const char *step)
{
    return key.isOnToken() ? key.token()->faultOf(step) : cryptoFault(step);
}

bool PrivateKey::isPresent() const
{
    return !m_token || m_token->isPresent();
}

Result<PrivateKey> openTokenKey(const TokenAddress &address, const Secret &pin, const Certificate &belongsTo)
{
    PrivateKey key;
    key.m_token = TRY(TokenKey::open(address, pin));
    KeyHandle loaded = TRY(key.m_token->load(belongsTo));
    TRY(key.m_token->keepPinFor(loaded.get(), pin));
    EVP_PKEY *pkey = loaded.release();
    // The card is kept open until OpenSSL has let go of the key.
    key.m_key = std::shared_ptr<void>(pkey, [token = key.m_token](void *p) { EVP_PKEY_free(static_cast<EVP_PKEY *>(p)); });
    return key;
}

} // namespace caseward::crypto
