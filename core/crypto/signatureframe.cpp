// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/signatureframe.h"

#include "core/crypto/ossl.h"

#include <algorithm>

namespace caseward::crypto {

namespace {

// Steps through DER element by element; after a misstep every answer is empty.
class DerWalk {
public:
    explicit DerWalk(BytesView der) : m_left(der) {}

    // The next element whole, with its header.
    BytesView next() { return step(Part::Whole); }
    // The content of the next element.
    BytesView inside() { return step(Part::Content); }
    [[nodiscard]] std::uint8_t tag() const { return m_left.empty() ? std::uint8_t{0} : m_left.front(); }

private:
    enum class Part { Whole, Content };
    BytesView step(Part part)
    {
        const unsigned char *position = m_left.data();
        long size = 0;
        int tagNumber = 0, tagClass = 0;
        const int form = m_left.empty() ? 0x80
                                        : ASN1_get_object(&position, &size, &tagNumber, &tagClass, static_cast<long>(m_left.size()));
        if ((form & 0x80) != 0) {
            ERR_clear_error();
            m_left = {};
            return {};
        }
        const auto header = static_cast<std::size_t>(position - m_left.data());
        const BytesView whole = m_left.first(header + static_cast<std::size_t>(size));
        m_left = m_left.subspan(whole.size());
        return part == Part::Whole ? whole : whole.subspan(header);
    }
    BytesView m_left;
};

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
