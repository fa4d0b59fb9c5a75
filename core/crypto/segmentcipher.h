// SPDX-License-Identifier: GPL-3.0-or-later
// One segment of a sealed stream, in the steps that the two threads of a stream share out between them. Private to core/crypto.
// Any thread.
#pragma once

#include "core/crypto/sealedstream.h"
#include "core/crypto/segmentframe.h"

namespace caseward::crypto {

// Seals `plaintext` into `segment`, whose memory is used again; adds it to `plainHash` unless that is null. TooLarge, CryptoFailed.
[[nodiscard]] Status sealInto(Bytes &segment, BytesView plaintext, const Secret &key, Sha256 *plainHash);

// BundleDamaged unless the segment is the listed one: to be asked before anything looks into it.
[[nodiscard]] Status checkListed(BytesView untrustedSegment, const Digest &expected);
// Of a segment that is the listed one: its frame, Malformed when it has none, BundleDamaged when it names another key.
[[nodiscard]] Result<SegmentFrame> frameOf(BytesView listedSegment, const Secret &key);
// Opens it into exactly frame.contentBytes() bytes. BundleDamaged when the tag is wrong: `plain` is wiped then, and nobody
// may have looked at it before.
[[nodiscard]] Status openInto(std::span<std::uint8_t> plain, BytesView listedSegment, const SegmentFrame &frame, const Secret &key,
                              Sha256 *plainHash);

} // namespace caseward::crypto
