// SPDX-License-Identifier: GPL-3.0-or-later
// Two threads: the caller's hashes the plaintext and encrypts it, piece by piece while it lies in the cache; the other one hashes
// each sealed segment and hands it to the sink. A stream of one segment stays on the caller's thread.
#include "core/crypto/segmentcipher.h"

#include "core/base/channel.h"
#include "core/base/limits.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

namespace caseward::crypto {

struct SealedWriter::State {
    State(Secret k, Sink s) : key(std::move(k)), sink(std::move(s)) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        stop();
        OPENSSL_cleanse(pending.data(), pending.size());
    }

    Status take(BytesView plaintext);
    Status emit(BytesView plaintext);
    Result<StreamSeal> end();

    // Waits until the second thread has kept what it was given.
    void stop()
    {
        sealed.close();
        used.close();
        if (other.joinable())
            other.join();
    }

    bool done = false;                                 // finished or failed

private:
    // On the second thread once it runs, else on the caller's.
    void keep(const Bytes &segment)
    {
        if (fault)
            return;
        stream.segments.push_back({segment.size(), sha256(segment)});
        const Status sunk = sink(segment);
        if (!sunk.ok())
            fault = sunk.fault();
    }
    void keepAll()
    {
        while (auto segment = sealed.take()) {
            keep(*segment);
            if (fault)
                sealed.close();
            static_cast<void>(used.give(std::move(*segment)));
        }
    }
    Secret key;
    Sink sink;
    Bytes pending;                                     // plaintext of the segment being filled
    Sha256 plainHash;
    StreamSeal stream;                                 // segments: the second thread's while it runs
    std::optional<Fault> fault;                        // likewise
    std::size_t emitted = 0;
    Channel<Bytes> sealed{2};
    Channel<Bytes> used{4};                            // memory that comes back, never more than there are segments on the way
    std::thread other;
};

Status SealedWriter::State::emit(BytesView plaintext)
{
    if (emitted >= limits::bundleParts)
        return fail(FaultCode::TooLarge, "a sealed stream has too many segments");
    Bytes segment = used.takeIfThere().value_or(Bytes());
    TRY(sealInto(segment, plaintext, key, &plainHash));
    stream.plainBytes += plaintext.size();
    ++emitted;
    const bool alone = plaintext.size() < limits::segmentBytes && !other.joinable();
    if (!alone && !other.joinable()) {
        try {
            other = std::thread([this] { keepAll(); });
        } catch (const std::system_error &) {
            // No second thread to be had: this one does it all.
        }
    }
    if (!other.joinable()) {
        keep(segment);
        return fault ? Status(*fault) : Status();
    }
    if (sealed.give(std::move(segment)))
        return {};
    stop(); // the sink has failed
    return *fault;
}

Status SealedWriter::State::take(BytesView plaintext)
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

Result<StreamSeal> SealedWriter::State::end()
{
    if (!pending.empty() || emitted == 0)
        TRY(emit(pending));
    stop();
    if (fault)
        return *fault;
    stream.plainDigest = plainHash.finish();
    return std::move(stream);
}

SealedWriter::SealedWriter(Secret key, Sink sink) : m_state(std::make_unique<State>(std::move(key), std::move(sink))) {}
SealedWriter::SealedWriter(SealedWriter &&) noexcept = default;
SealedWriter::~SealedWriter() = default;

Status SealedWriter::write(BytesView plaintext)
{
    if (m_state->done)
        return fail(FaultCode::Internal, "writing to a sealed stream that has ended");
    Status taken = m_state->take(plaintext);
    m_state->done = !taken.ok();
    if (m_state->done)
        m_state->stop();
    return taken;
}

Result<StreamSeal> SealedWriter::finish()
{
    if (std::exchange(m_state->done, true))
        return fail(FaultCode::Internal, "finishing a sealed stream that has ended");
    auto stream = m_state->end();
    m_state->stop();
    return stream;
}

} // namespace caseward::crypto
