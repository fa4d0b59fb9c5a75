// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/signatureframe.h"

#include "core/crypto/derwalk.h"

#include <algorithm>

namespace caseward::crypto {

namespace {

constexpr std::uint8_t sequenceTag = 0x30, certificatesTag = 0xa0, crlsTag = 0xa1;

} // namespace

Status checkSignatureFrame(BytesView signature, X509 *signer)
{
    DerWalk contentInfo(DerWalk(signature).inside());
    contentInfo.next();                                  // contentType
    DerWalk signedData(DerWalk(contentInfo.inside()).inside());
    const BytesView version = signedData.inside();
    signedData.next();                                   // digestAlgorithms
    signedData.next();                                   // encapContentInfo
    while (signedData.tag() == certificatesTag || signedData.tag() == crlsTag)
        signedData.next();
    DerWalk signerInfo(DerWalk(signedData.inside()).inside());
    const BytesView signerVersion = signerInfo.inside();
    const bool byName = signerInfo.tag() == sequenceTag; // else by subject key identifier

    const Bytes expected = {static_cast<std::uint8_t>(byName ? 1 : 3)};
    bool sound = std::ranges::equal(version, expected) && std::ranges::equal(signerVersion, expected);
    if (byName) {
        const Bytes issuer = TRY(derOf(X509_get_issuer_name(signer), i2d_X509_NAME, "encoding a name"));
        sound = sound && std::ranges::equal(DerWalk(signerInfo.inside()).next(), issuer);
    }
    return sound ? Status() : Status(fail(FaultCode::SignatureInvalid, "the frame of the signature was changed"));
}

} // namespace caseward::crypto
