// SPDX-License-Identifier: GPL-3.0-or-later
// pax tar, written so that the same input gives the same bytes: ustar headers where they suffice, mtime 0,
// uid and gid 0, mode 0600, ASCII names of at most limits::tarNameBytes. Reading refuses links, devices,
// absolute names, "..", duplicates and anything but regular files. libarchive does the format. One thread.
#pragma once

#include "core/base/bytes.h"

#include <functional>
#include <memory>
#include <optional>

namespace caseward::codec {

using ByteSink = std::function<Status(BytesView)>;
// Fills the buffer and returns how many bytes it wrote; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(std::span<std::uint8_t>)>;

class TarWriter {
public:
    static Result<TarWriter> open(ByteSink sink);
    TarWriter(TarWriter &&) noexcept;
    TarWriter &operator=(TarWriter &&) = delete;
    ~TarWriter();

    Status add(std::string_view name, BytesView content);
    // For content too large for memory: announce, write exactly `size` bytes in pieces, end.
    Status begin(std::string_view name, std::uint64_t size);
    Status write(BytesView piece);
    Status end();
    Status finish(); // two zero blocks; the sink has everything afterwards

private:
    struct State;
    explicit TarWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

struct TarMember {
    std::string name;
    std::uint64_t size = 0;
};

class TarReader {
public:
    static Result<TarReader> open(ByteSource source);
    TarReader(TarReader &&) noexcept;
    TarReader &operator=(TarReader &&) = delete;
    ~TarReader();

    // The next member, or nothing at the end of the archive. BundleTruncated when the archive stops early.
    Result<std::optional<TarMember>> next();
    // The content of the current member; TooLarge above `most`.
    Result<Bytes> readAll(std::uint64_t most);
    // The next piece of the current member's content; 0 at its end.
    Result<std::size_t> read(std::span<std::uint8_t> buffer);

private:
    struct State;
    explicit TarReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace caseward::codec
