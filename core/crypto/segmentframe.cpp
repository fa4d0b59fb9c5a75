// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/segmentframe.h"

#include "core/base/limits.h"

#include <algorithm>
#include <array>

namespace caseward::crypto {

namespace {

constexpr std::uint8_t tagInteger = 0x02, tagOctets = 0x04, tagSequence = 0x30, tagSet = 0x31;
constexpr std::uint8_t tagContext0 = 0xa0, tagContext2 = 0xa2, tagContent = 0x80;

// Whole OBJECT IDENTIFIER encodings.
constexpr std::array<std::uint8_t, 13> oidAuthEnvelopedData{0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7,
                                                            0x0d, 0x01, 0x09, 0x10, 0x01, 0x17};
constexpr std::array<std::uint8_t, 11> oidData{0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01};
constexpr std::array<std::uint8_t, 11> oidAes256Wrap{0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2d};
constexpr std::array<std::uint8_t, 11> oidAes256Gcm{0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2e};
constexpr std::array<std::uint8_t, 3> versionZero{tagInteger, 1, 0};
constexpr std::array<std::uint8_t, 3> versionFour{tagInteger, 1, 4};
constexpr std::array<std::uint8_t, 3> tagLength{tagInteger, 1, 16};
constexpr std::array<std::uint8_t, 2> macHeader{tagOctets, 16};

// Identifier and definite length in the fewest octets (X.690, 10.1).
Bytes header(std::uint8_t tag, std::size_t length)
{
    if (length < 0x80)
        return {tag, static_cast<std::uint8_t>(length)};
    Bytes octets;
    for (std::size_t rest = length; rest > 0; rest >>= 8)
        octets.insert(octets.begin(), static_cast<std::uint8_t>(rest & 0xff));
    octets.insert(octets.begin(), static_cast<std::uint8_t>(0x80 | octets.size()));
    octets.insert(octets.begin(), tag);
    return octets;
}

void append(Bytes &to, BytesView what)
{
    to.insert(to.end(), what.begin(), what.end());
}

Bytes wrap(std::uint8_t tag, const Bytes &content)
{
    Bytes whole = header(tag, content.size());
    append(whole, content);
    return whole;
}

// A field that differs from segment to segment; its place is remembered from the end, since headers come in front.
Bytes field(std::size_t size)
{
    return wrap(tagOctets, Bytes(size));
}

} // namespace

SegmentFrame::SegmentFrame(std::size_t contentBytes) : m_contentBytes(contentBytes)
{
    Bytes recipient(versionFour.begin(), versionFour.end());
    append(recipient, wrap(tagSequence, field(keyIdentifierBytes)));
    const std::size_t keyIdentifierEnd = recipient.size();
    append(recipient, wrap(tagSequence, Bytes(oidAes256Wrap.begin(), oidAes256Wrap.end())));
    append(recipient, field(wrappedKeyBytes));
    const std::size_t afterKeyIdentifier = recipient.size() - keyIdentifierEnd;
    const Bytes recipients = wrap(tagSet, wrap(tagContext2, recipient));

    Bytes gcm = field(nonceBytes);
    append(gcm, tagLength);
    Bytes algorithm(oidAes256Gcm.begin(), oidAes256Gcm.end());
    append(algorithm, wrap(tagSequence, gcm));
    Bytes content(oidData.begin(), oidData.end());
    append(content, wrap(tagSequence, algorithm));
    const Bytes contentHeader = header(tagContent, contentBytes);
    const std::size_t afterNonce = tagLength.size() + contentHeader.size();
    append(content, contentHeader);

    Bytes body(versionZero.begin(), versionZero.end());
    append(body, recipients);
    const std::size_t recipientsEnd = body.size();
    append(body, header(tagSequence, content.size() + contentBytes));
    append(body, content);
    const std::size_t afterRecipients = body.size() - recipientsEnd;

    const std::size_t bodyBytes = body.size() + contentBytes + macHeader.size() + tagBytes;
    const Bytes bodyHeader = header(tagSequence, bodyBytes);
    const Bytes explicitHeader = header(tagContext0, bodyHeader.size() + bodyBytes);
    m_head = header(tagSequence, oidAuthEnvelopedData.size() + explicitHeader.size() + bodyHeader.size() + bodyBytes);
    append(m_head, oidAuthEnvelopedData);
    append(m_head, explicitHeader);
    append(m_head, bodyHeader);
    append(m_head, body);

    m_nonceAt = m_head.size() - afterNonce - nonceBytes;
    m_wrappedKeyAt = m_head.size() - afterRecipients - wrappedKeyBytes;
    m_keyIdentifierAt = m_head.size() - afterRecipients - afterKeyIdentifier - keyIdentifierBytes;
}

void SegmentFrame::writeInto(std::span<std::uint8_t> segment) const
{
    std::copy(m_head.begin(), m_head.end(), segment.begin());
    std::copy(macHeader.begin(), macHeader.end(), segment.begin() + static_cast<std::ptrdiff_t>(tagAt() - macHeader.size()));
}

std::optional<SegmentFrame> SegmentFrame::match(BytesView untrustedSegment)
{
    // The frame grows with its content only by the length octets, so at most a few sizes are worth trying.
    const std::size_t least = SegmentFrame(0).size();
    const std::size_t most = SegmentFrame(limits::segmentBytes).size() - limits::segmentBytes;
    if (untrustedSegment.size() < least || untrustedSegment.size() > most + limits::segmentBytes)
        return std::nullopt;
    for (std::size_t overhead = least; overhead <= most && overhead <= untrustedSegment.size(); ++overhead) {
        const SegmentFrame frame(untrustedSegment.size() - overhead);
        if (frame.size() != untrustedSegment.size())
            continue;
        Bytes head(untrustedSegment.begin(), untrustedSegment.begin() + static_cast<std::ptrdiff_t>(frame.contentAt()));
        const auto blank = [&head](std::size_t at, std::size_t size) {
            std::fill_n(head.begin() + static_cast<std::ptrdiff_t>(at), size, std::uint8_t{0});
        };
        blank(frame.keyIdentifierAt(), keyIdentifierBytes);
        blank(frame.wrappedKeyAt(), wrappedKeyBytes);
        blank(frame.nonceAt(), nonceBytes);
        const BytesView mac = untrustedSegment.subspan(frame.tagAt() - macHeader.size(), macHeader.size());
        if (head == frame.m_head && std::equal(mac.begin(), mac.end(), macHeader.begin()))
            return frame;
        return std::nullopt; // sizes grow strictly, no second frame fits
    }
    return std::nullopt;
}

} // namespace caseward::crypto
