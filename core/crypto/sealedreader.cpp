// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads: one asks the source for the next segment and checks its digest; the caller's decrypts what was checked, where
// it can straight into the caller's buffer, and hashes the plaintext while it lies in the cache. A single segment stays on the
// caller's thread.
#include "core/crypto/segmentcipher.h"

#include "core/base/channel.h"
#include "core/base/limits.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <system_error>
#include <thread>

namespace caseward::crypto {

struct SealedReader::State {
    State(Secret k, std::vector<StreamSeal::Segment> list, Source from)
        : key(std::move(k)), segments(std::move(list)), source(std::move(from))
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        stop();
        drop();
    }

    void stop()
    {
        listed.close();
        used.close();
        if (other.joinable())
            other.join();
    }

    void drop()
    {
        OPENSSL_cleanse(plain.data(), plain.size());
        plain.clear();
        taken = 0;
    }
    Result<std::size_t> take(std::span<std::uint8_t> buffer);

    std::optional<Fault> failed = {};
    Sha256 plainHash;

private:
    // Segment `index`, as long and with the digest that was listed.
    Result<Bytes> fetch(std::size_t index)
    {
        Bytes sealed = used.takeIfThere().value_or(Bytes());
        TRY(source(index, sealed));
        if (sealed.size() < segments[index].bytes)
            return fail(FaultCode::BundleTruncated, "a sealed segment is shorter than listed");
        TRY(checkListed(sealed, segments[index].digest));
        return sealed;
    }
    void fetchAll()
    {
        for (std::size_t index = 0; index < segments.size(); ++index) {
            Result<Bytes> sealed = fetch(index);
            const bool sound = sealed.ok();
            if (!listed.give(std::move(sealed)) || !sound)
                return;
        }
    }
    Result<Bytes> nextListed()
    {
        if (next == 0 && segments.size() > 1) {
            try {
                other = std::thread([this] { fetchAll(); });
            } catch (const std::system_error &) {
                // No second thread to be had: this one does it all.
            }
        }
        if (!other.joinable())
            return fetch(next);
        auto sealed = listed.take();
        return sealed ? std::move(*sealed) : Result<Bytes>(fail(FaultCode::Internal, "a sealed stream is read past its end"));
    }
    // Opens the next segment, into `buffer` when it fits there: then how many bytes it had, else 0 and they are in `plain`.
    Result<std::size_t> load(std::span<std::uint8_t> buffer);

    Secret key;
    const std::vector<StreamSeal::Segment> segments;
    Source source;
    Bytes plain;                                       // of the segment being handed out
    std::size_t taken = 0;
    std::size_t next = 0;
    Channel<Result<Bytes>> listed{2};
    Channel<Bytes> used{4};                            // memory that goes back, never more than there are segments on the way
    std::thread other;
};

Result<std::size_t> SealedReader::State::load(std::span<std::uint8_t> buffer)
{
    Bytes sealed = TRY(nextListed());
    const SegmentFrame frame = TRY(frameOf(sealed, key));
    // One way to cut a stream: all segments full but the last, and that not empty unless it is alone.
    const std::size_t size = frame.contentBytes();
    const bool last = next + 1 == segments.size();
    if (sealed.size() != segments[next].bytes || (!last && size != limits::segmentBytes) || (last && next > 0 && size == 0))
        return fail(FaultCode::Malformed, "a sealed stream that is cut in an odd way");
    drop();
    const bool straight = size <= buffer.size();
    if (!straight)
        plain.resize(size);
    TRY(openInto(straight ? buffer.first(size) : std::span<std::uint8_t>(plain), sealed, frame, key, &plainHash));
    ++next;
    static_cast<void>(used.give(std::move(sealed)));
    return straight ? size : 0;
}

Result<std::size_t> SealedReader::State::take(std::span<std::uint8_t> buffer)
{
    if (segments.empty())
        return fail(FaultCode::BundleTruncated, "a sealed stream has at least one segment");
    std::size_t given = 0;
    while (given < buffer.size()) {
        if (taken == plain.size()) {
            if (next == segments.size())
                break;
            given += TRY(load(buffer.subspan(given)));
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
        OPENSSL_cleanse(buffer.data(), buffer.size()); // what came before in this call is not handed out either
        m_state->stop();
        m_state->drop();
        m_state->failed = given.fault();
    }
    return given;
}

Digest SealedReader::plainDigest()
{
    return m_state->plainHash.finish();
}

} // namespace caseward::crypto
