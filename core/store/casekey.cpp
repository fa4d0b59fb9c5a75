// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/casekey.h"

#include "core/crypto/envelope.h"

namespace caseward::store {

namespace {

// The first of the credentials at hand that opens it.
Result<crypto::Secret> openByAny(BytesView envelope, const Keyring &keyring)
{
    auto opened = crypto::openEnvelope(envelope, keyring.own);
    if (!opened.ok() && opened.fault().code == FaultCode::NotEnrolled && keyring.second)
        opened = crypto::openEnvelope(envelope, *keyring.second);
    return opened;
}

} // namespace

Result<Bytes> sealCaseKey(const crypto::Secret &key, const KeyHolders &holders)
{
    Bytes inner = TRY(crypto::sealFor(key, holders.first));
    if (holders.second.empty())
        return inner;
    return crypto::sealFor(crypto::Secret::copyOf(inner), holders.second);
}

Result<crypto::Secret> openCaseKey(BytesView untrustedEnvelope, Opening opening, const Keyring &keyring)
{
    auto opened = openByAny(untrustedEnvelope, keyring);
    if (opening == Opening::OnePerson)
        return opened;
    const auto together = [] {
        return fail(FaultCode::SecondPersonNeeded, "this case opens only with the keys of two people together");
    };
    if (!opened.ok())
        return keyring.second || opened.fault().code != FaultCode::NotEnrolled ? opened.fault() : together();
    auto key = openByAny(opened->view(), keyring);
    if (!key.ok() && key.fault().code == FaultCode::NotEnrolled && !keyring.second)
        return together();
    return key;
}

} // namespace caseward::store
