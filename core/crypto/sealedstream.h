// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed streams: plaintext cut into limits::segmentBytes, each segment a DER CMS AuthEnvelopedData (RFC 5083,
// RFC 5084 AES-256-GCM) with one KEKRecipientInfo (AES-256 key wrap, RFC 3394). The DER is framed by hand, OpenSSL's EVP does the
// cryptography. The ordered segment digests are kept apart by the caller and cover order, truncation, exchange.
// Stock check of one segment: openssl cms -decrypt -inform DER -in seg -secretkey HEX -secretkeyid HEX
// One thread per object. A stream of several segments uses a second thread of its own, which calls the sink or the source: in
// order, one call at a time, and never after finish(), a failed call or the destructor has returned.
#pragma once

#include "core/base/progress.h"
#include "core/crypto/digest.h"
#include "core/crypto/secret.h"

#include <functional>
#include <optional>

namespace caseward::crypto {

// The 16-byte key identifier in KEKRecipientInfo: the first 16 bytes of SHA-256("caseward key id" || 0x00 || key).
[[nodiscard]] Bytes keyIdentifier(const Secret &key);

// Seals one segment of at most limits::segmentBytes (may be empty) under the 32-byte `key`: a fresh content key
// and nonce every time. CryptoFailed.
[[nodiscard]] Result<Bytes> sealSegment(BytesView plaintext, const Secret &key);

// Opens one segment: refuses anything but the exact DER form above (Malformed), then checks the tag before a byte
// is released (BundleDamaged, also for another key). `expected` is checked before parsing (BundleDamaged).
[[nodiscard]] Result<Bytes> openSegment(BytesView untrustedSegment, const Secret &key, const Digest &expected);

// What a finished sealed stream is known by.
struct StreamSeal {
    std::uint64_t plainBytes = 0;
    Digest plainDigest;                                  // SHA-256 of the joined plaintext
    struct Segment { std::uint64_t bytes = 0; Digest digest; };
    std::vector<Segment> segments;                       // sizes and SHA-256 of the sealed segments, in order
};

// Cuts, seals and hands each segment to `sink` in order.
class SealedWriter {
public:
    using Sink = std::function<Status(BytesView segment)>;
    SealedWriter(Secret key, Sink sink);
    SealedWriter(SealedWriter &&) noexcept;
    ~SealedWriter();
    Status write(BytesView plaintext);
    Result<StreamSeal> finish();                         // an empty stream has one empty segment

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Asks `source` for sealed segment number i (exact bytes, into memory that is used again), opens them in order.
class SealedReader {
public:
    using Source = std::function<Status(std::size_t index, Bytes &segment)>;
    SealedReader(Secret key, std::vector<StreamSeal::Segment> segments, Source source);
    SealedReader(SealedReader &&) noexcept;
    ~SealedReader();
    // Up to buffer.size() plaintext bytes; 0 at the end. The segments that fit into the buffer are opened straight into it, so
    // that it holds unproved bytes meanwhile; on a fault it is wiped.
    Result<std::size_t> read(std::span<std::uint8_t> buffer);
    // SHA-256 of all that was read, once, after read() gave 0.
    [[nodiscard]] Digest plainDigest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace caseward::crypto
