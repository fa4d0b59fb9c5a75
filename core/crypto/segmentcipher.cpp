// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/segmentcipher.h"

#include "core/base/limits.h"
#include "core/crypto/ossl.h"

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

} // namespace

Status sealInto(Bytes &segment, BytesView plaintext, const Secret &key, Sha256 *plainHash)
{
    TRY(checkKey(key));
    if (plaintext.size() > limits::segmentBytes)
        return fail(FaultCode::TooLarge, "a segment holds at most 4 MiB");
    const Frame frame(plaintext.size());
    segment.resize(frame.size());
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
    for (std::size_t at = 0; at < plaintext.size(); at += pieceBytes) {
        const BytesView piece = plaintext.subspan(at, std::min(pieceBytes, plaintext.size() - at));
        const auto sealed = all.subspan(frame.contentAt() + at, piece.size());
        if (plainHash)
            plainHash->update(piece);
        if (!runGcm(context.get(), piece, sealed.data()))
            return cryptoFault("sealing a segment");
    }
    int none = 0;
    if (EVP_EncryptFinal_ex(context.get(), all.data() + frame.tagAt(), &none) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, Frame::tagBytes, all.data() + frame.tagAt()) != 1)
        return cryptoFault("sealing a segment");
    return {};
}

namespace {

Status damaged(const char *detail)
{
    ERR_clear_error();
    return fail(FaultCode::BundleDamaged, detail);
}

// Leaves unproved plaintext in `plain` when it fails; the caller wipes it.
Status decryptInto(std::span<std::uint8_t> plain, BytesView segment, const Frame &frame, const Secret &key, Sha256 *plainHash)
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
        if (plainHash)
            plainHash->update(plain.subspan(at, piece.size()));
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
    Bytes segment;
    TRY(sealInto(segment, plaintext, key, nullptr));
    return segment;
}

Status checkListed(BytesView untrustedSegment, const Digest &expected)
{
    if (untrustedSegment.size() > limits::sealedSegmentBytes)
        return fail(FaultCode::TooLarge, "a sealed segment is larger than its limit");
    if (sha256(untrustedSegment) != expected)
        return fail(FaultCode::BundleDamaged, "a sealed segment is not the one that was listed");
    return {};
}

Result<SegmentFrame> frameOf(BytesView listedSegment, const Secret &key)
{
    TRY(checkKey(key));
    auto frame = Frame::match(listedSegment);
    if (!frame)
        return fail(FaultCode::Malformed, "not a sealed segment");
    const Bytes identifier = keyIdentifier(key);
    const BytesView named = listedSegment.subspan(frame->keyIdentifierAt(), Frame::keyIdentifierBytes);
    if (!std::equal(named.begin(), named.end(), identifier.begin(), identifier.end()))
        return fail(FaultCode::BundleDamaged, "the segment is sealed under another key");
    return std::move(*frame);
}

Status openInto(std::span<std::uint8_t> plain, BytesView listedSegment, const SegmentFrame &frame, const Secret &key, Sha256 *plainHash)
{
    Status opened = decryptInto(plain, listedSegment, frame, key, plainHash);
    if (!opened.ok())
        OPENSSL_cleanse(plain.data(), plain.size());
    return opened;
}

Result<Bytes> openSegment(BytesView untrustedSegment, const Secret &key, const Digest &expected)
{
    TRY(checkListed(untrustedSegment, expected));
    const SegmentFrame frame = TRY(frameOf(untrustedSegment, key));
    Bytes plain(frame.contentBytes());
    TRY(openInto(plain, untrustedSegment, frame, key, nullptr));
    return plain;
}

} // namespace caseward::crypto
