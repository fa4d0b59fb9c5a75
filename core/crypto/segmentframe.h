// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: the DER around one sealed segment. For a given number of content bytes there is exactly
// one frame; everything in it is fixed but four fields. Plain value; any thread.
//
//   ContentInfo { id-ct-authEnvelopedData, [0] AuthEnvelopedData {
//     version 0,
//     recipientInfos { [2] KEKRecipientInfo { version 4, kekid { keyIdentifier }, id-aes256-wrap, encryptedKey } },
//     { id-data, id-aes256-GCM { nonce, 16 }, [0] IMPLICIT content },
//     mac } }
#pragma once

#include "core/base/bytes.h"

#include <optional>

namespace caseward::crypto {

class SegmentFrame {
public:
    static constexpr std::size_t keyIdentifierBytes = 16;
    static constexpr std::size_t wrappedKeyBytes = 40;
    static constexpr std::size_t nonceBytes = 12;
    static constexpr std::size_t tagBytes = 16;

    explicit SegmentFrame(std::size_t contentBytes);

    [[nodiscard]] std::size_t contentBytes() const { return m_contentBytes; }
    [[nodiscard]] std::size_t size() const { return contentAt() + m_contentBytes + 2 + tagBytes; }
    [[nodiscard]] std::size_t keyIdentifierAt() const { return m_keyIdentifierAt; }
    [[nodiscard]] std::size_t wrappedKeyAt() const { return m_wrappedKeyAt; }
    [[nodiscard]] std::size_t nonceAt() const { return m_nonceAt; }
    [[nodiscard]] std::size_t contentAt() const { return m_head.size(); }
    [[nodiscard]] std::size_t tagAt() const { return size() - tagBytes; }

    // Writes the fixed octets into a segment of size() bytes.
    void writeInto(std::span<std::uint8_t> segment) const;
    // The frame of a segment, or nothing unless every fixed octet is as it must be.
    static std::optional<SegmentFrame> match(BytesView untrustedSegment);

private:
    std::size_t m_contentBytes;
    std::size_t m_keyIdentifierAt = 0;
    std::size_t m_wrappedKeyAt = 0;
    std::size_t m_nonceAt = 0;
    Bytes m_head; // up to the content, zeros where the fields are
};

} // namespace caseward::crypto
