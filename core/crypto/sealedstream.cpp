// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealedstream.h"

#include "core/crypto/ossl.h"
#include "core/crypto/segmentframe.h"

#include <openssl/rand.h>

#include <algorithm>

namespace caseward::crypto {

namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::size_t pieceBytes = 256u << 10; // read, hash and encrypt while it lies in the cache

using Frame = SegmentFrame;

// Fetched once for the life of the process.
const EVP_CIPHER *gcm()
{
    static EVP_CIPHER *const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return cipher;
}

const EVP_CIPHER *keyWrap()
{
    static EVP_CIPHER *const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-WRAP", nullptr);
    return cipher;
}

// RFC 3394, default initial value. `output` has room for the result.
bool runKeyWrap(bool wrap, const Secret &key, BytesView input, std::span<std::uint8_t> output)
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    if (!context)
        return false;
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    int written = 0;
    return EVP_CipherInit_ex2(context.get(), keyWrap(), key.view().data(), nullptr, wrap ? 1 : 0, nullptr) == 1 &&
           EVP_CipherUpdate(context.get(), output.data(), &written, input.data(), static_cast<int>(input.size())) == 1 &&
           written == static_cast<int>(output.size());
}

Status checkKey(const Secret &key)
{
    if (key.size() != keyBytes)
        return fail(FaultCode::CryptoFailed, "a sealing key has 32 bytes");
    return {};
}

// Room for the output is input.size() bytes.
bool runGcm(EVP_CIPHER_CTX *context, BytesView input, std::uint8_t *output)
{
    int written = 0;
    return EVP_CipherUpdate(context, output, &written, input.data(), static_cast<int>(input.size())) == 1 &&
           written == static_cast<int>(input.size());
}

// Both hashers may be null.
Result<Bytes> seal(BytesView plaintext, const Secret &key, Sha256 *plainHash, Sha256 *sealedHash)
{
    TRY(checkKey(key));
    if (plaintext.size() > limits::segmentBytes)
        return fail(FaultCode::TooLarge, "a segment holds at most 4 MiB");
    const Frame frame(plaintext.size());
    Bytes segment(frame.size());
    const std::span<std::uint8_t> all(segment);
    frame.writeInto(all);
    const Bytes identifier = keyIdentifier(key);
    std::copy(identifier.begin(), identifier.end(), all.subspan(frame.keyIdentifierAt()).begin());
    const auto nonce = all.subspan(frame.nonceAt(), Frame::nonceBytes);
    const Secret contentKey = TRY(Secret::random(keyBytes));
    if (RAND_bytes(nonce.data(), static_cast<int>(nonce.size())) != 1 ||
        !runKeyWrap(true, key, contentKey.view(), all.subspan(frame.wrappedKeyAt(), Frame::wrappedKeyBytes)))
        return cryptoFault("preparing a sealed segment");

    const CipherContext context(EVP_CIPHER_CTX_new());
    if (!context || EVP_EncryptInit_ex2(context.get(), gcm(), contentKey.view().data(), nonce.data(), nullptr) != 1)
        return cryptoFault("preparing a sealed segment");
    if (sealedHash)
        sealedHash->update(all.first(frame.contentAt()));
    for (std::size_t at = 0; at < plaintext.size(); at += pieceBytes) {
        const BytesView piece = plaintext.subspan(at, std::min(pieceBytes, plaintext.size() - at));
        const auto sealed = all.subspan(frame.contentAt() + at, piece.size());
        if (plainHash)
            plainHash->update(piece);
        if (!runGcm(context.get(), piece, sealed.data()))
            return cryptoFault("sealing a segment");
        if (sealedHash)
            sealedHash->update(sealed);
    }
    int none = 0;
    if (EVP_EncryptFinal_ex(context.get(), all.data() + frame.tagAt(), &none) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, Frame::tagBytes, all.data() + frame.tagAt()) != 1)
        return cryptoFault("sealing a segment");
    if (sealedHash)
        sealedHash->update(all.subspan(frame.contentAt() + plaintext.size()));
    return segment;
}

Status damaged(const char *detail)
{
    ERR_clear_error();
    return fail(FaultCode::BundleDamaged, detail);
}

// Leaves unproved plaintext in `plain` when it fails; the caller wipes it.
Status openInto(Bytes &plain, BytesView segment, const Frame &frame, const Secret &key)
{
    Secret contentKey(keyBytes);
    if (!runKeyWrap(false, key, segment.subspan(frame.wrappedKeyAt(), Frame::wrappedKeyBytes), contentKey.bytes()))
        return damaged("the segment's key does not unwrap");
    const CipherContext context(EVP_CIPHER_CTX_new());
    const BytesView nonce = segment.subspan(frame.nonceAt(), Frame::nonceBytes);
    if (!context || EVP_DecryptInit_ex2(context.get(), gcm(), contentKey.view().data(), nonce.data(), nullptr) != 1)
        return cryptoFault("opening a sealed segment");
    for (std::size_t at = 0; at < plain.size(); at += pieceBytes) {
        const BytesView piece = segment.subspan(frame.contentAt() + at, std::min(pieceBytes, plain.size() - at));
        if (!runGcm(context.get(), piece, plain.data() + at))
            return cryptoFault("opening a sealed segment");
    }
    std::array<std::uint8_t, Frame::tagBytes> tag{}; // OpenSSL's control call takes no const
    const BytesView stored = segment.subspan(frame.tagAt(), Frame::tagBytes);
    std::copy(stored.begin(), stored.end(), tag.begin());
    std::uint8_t nothing[16];
    int none = 0;
    if (EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, Frame::tagBytes, tag.data()) != 1 ||
        EVP_DecryptFinal_ex(context.get(), nothing, &none) != 1)
        return damaged("the segment's tag is wrong");
    return {};
}

} // namespace

Bytes keyIdentifier(const Secret &key)
{
    Sha256 hash;
    hash.update(viewOf("caseward key id"));
    hash.update(std::array<std::uint8_t, 1>{0});
    hash.update(key.view());
    const Digest digest = hash.finish();
    const BytesView head = digest.bytes().first(Frame::keyIdentifierBytes);
    return Bytes(head.begin(), head.end());
}

Result<Bytes> sealSegment(BytesView plaintext, const Secret &key)
{
    return seal(plaintext, key, nullptr, nullptr);
}

Result<Bytes> openSegment(BytesView untrustedSegment, const Secret &key, const Digest &expected)
{
    TRY(checkKey(key));
    if (untrustedSegment.size() > limits::sealedSegmentBytes)
        return fail(FaultCode::TooLarge, "a sealed segment is larger than its limit");
    if (sha256(untrustedSegment) != expected)
        return fail(FaultCode::BundleDamaged, "a sealed segment is not the one that was listed");
    const auto frame = Frame::match(untrustedSegment);
    if (!frame)
        return fail(FaultCode::Malformed, "not a sealed segment");
    const Bytes identifier = keyIdentifier(key);
    const BytesView named = untrustedSegment.subspan(frame->keyIdentifierAt(), Frame::keyIdentifierBytes);
    if (!std::equal(named.begin(), named.end(), identifier.begin(), identifier.end()))
        return fail(FaultCode::BundleDamaged, "the segment is sealed under another key");
    Bytes plain(frame->contentBytes());
    if (Status opened = openInto(plain, untrustedSegment, *frame, key); !opened.ok()) {
        OPENSSL_cleanse(plain.data(), plain.size());
        return opened.fault();
    }
    return plain;
}

struct SealedWriter::State {
    Secret key;
    Sink sink;
    Bytes pending; // plaintext of the segment being filled
    Sha256 plainHash;
    StreamSeal stream;
    bool done = false; // finished or failed

    State(Secret k, Sink s) : key(std::move(k)), sink(std::move(s)) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { OPENSSL_cleanse(pending.data(), pending.size()); }

    Status emit(BytesView plaintext)
    {
        if (stream.segments.size() >= limits::bundleParts)
            return fail(FaultCode::TooLarge, "a sealed stream has too many segments");
        Sha256 sealedHash;
        const Bytes segment = TRY(seal(plaintext, key, &plainHash, &sealedHash));
        stream.segments.push_back({segment.size(), sealedHash.finish()});
        stream.plainBytes += plaintext.size();
        return sink(segment);
    }

    Status take(BytesView plaintext)
    {
        while (!plaintext.empty()) {
            if (pending.empty() && plaintext.size() >= limits::segmentBytes) {
                TRY(emit(plaintext.first(limits::segmentBytes))); // no copy
                plaintext = plaintext.subspan(limits::segmentBytes);
                continue;
            }
            pending.reserve(limits::segmentBytes); // growing would leave copies behind
            const std::size_t step = std::min(plaintext.size(), limits::segmentBytes - pending.size());
            pending.insert(pending.end(), plaintext.begin(), plaintext.begin() + static_cast<std::ptrdiff_t>(step));
            plaintext = plaintext.subspan(step);
            if (pending.size() == limits::segmentBytes) {
                TRY(emit(pending));
                OPENSSL_cleanse(pending.data(), pending.size());
                pending.clear();
            }
        }
        return {};
    }
};

SealedWriter::SealedWriter(Secret key, Sink sink) : m_state(std::make_unique<State>(std::move(key), std::move(sink))) {}
SealedWriter::SealedWriter(SealedWriter &&) noexcept = default;
SealedWriter::~SealedWriter() = default;

Status SealedWriter::write(BytesView plaintext)
{
    if (m_state->done)
        return fail(FaultCode::Internal, "writing to a sealed stream that has ended");
    Status taken = m_state->take(plaintext);
    m_state->done = !taken.ok();
    return taken;
}

Result<StreamSeal> SealedWriter::finish()
{
    if (std::exchange(m_state->done, true))
        return fail(FaultCode::Internal, "finishing a sealed stream that has ended");
    if (!m_state->pending.empty() || m_state->stream.segments.empty())
        TRY(m_state->emit(m_state->pending));
    m_state->stream.plainDigest = m_state->plainHash.finish();
    return std::move(m_state->stream);
}

struct SealedReader::State {
    Secret key;
    std::vector<StreamSeal::Segment> segments;
    Source source;
    Bytes plain; // of the segment being handed out
    std::size_t taken = 0;
    std::size_t next = 0;
    std::optional<Fault> failed = {};

    State(Secret k, std::vector<StreamSeal::Segment> list, Source from)
        : key(std::move(k)), segments(std::move(list)), source(std::move(from))
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { drop(); }

    void drop()
    {
        OPENSSL_cleanse(plain.data(), plain.size());
        plain.clear();
        taken = 0;
    }

    Status load()
    {
        const StreamSeal::Segment &listed = segments[next];
        const Bytes sealed = TRY(source(next));
        if (sealed.size() < listed.bytes)
            return fail(FaultCode::BundleTruncated, "a sealed segment is shorter than listed");
        Bytes opened = TRY(openSegment(sealed, key, listed.digest));
        drop();
        plain = std::move(opened);
        // One way to cut a stream: all segments full but the last, and that not empty unless it is alone.
        const bool last = next + 1 == segments.size();
        if (sealed.size() != listed.bytes || (!last && plain.size() != limits::segmentBytes) ||
            (last && next > 0 && plain.empty()))
            return fail(FaultCode::Malformed, "a sealed stream that is cut in an odd way");
        ++next;
        return {};
    }

    Result<std::size_t> take(std::span<std::uint8_t> buffer)
    {
        if (segments.empty())
            return fail(FaultCode::BundleTruncated, "a sealed stream has at least one segment");
        std::size_t given = 0;
        while (given < buffer.size()) {
            if (taken == plain.size()) {
                if (next == segments.size())
                    break;
                TRY(load());
                continue;
            }
            const std::size_t step = std::min(buffer.size() - given, plain.size() - taken);
            const auto from = plain.begin() + static_cast<std::ptrdiff_t>(taken);
            std::copy(from, from + static_cast<std::ptrdiff_t>(step), buffer.subspan(given).begin());
            given += step;
            taken += step;
        }
        return given;
    }
};

SealedReader::SealedReader(Secret key, std::vector<StreamSeal::Segment> segments, Source source)
    : m_state(std::make_unique<State>(std::move(key), std::move(segments), std::move(source)))
{
}
SealedReader::SealedReader(SealedReader &&) noexcept = default;
SealedReader::~SealedReader() = default;

Result<std::size_t> SealedReader::read(std::span<std::uint8_t> buffer)
{
    if (m_state->failed)
        return *m_state->failed;
    auto given = m_state->take(buffer);
    if (!given.ok()) {
        m_state->drop();
        m_state->failed = given.fault();
    }
    return given;
}

} // namespace caseward::crypto
