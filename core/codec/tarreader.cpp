// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/tar.h"

#include "core/base/limits.h"
#include "core/codec/tarname.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <string>

namespace caseward::codec {

namespace {

constexpr std::size_t sourceStep = 256u << 10;
constexpr std::size_t contentStep = 1u << 20;
constexpr std::uint64_t tarBlock = 512;
constexpr std::uint64_t endMark = 2 * tarBlock;
// Stock tar pads to records of 10 KiB, other blocking factors to more.
constexpr std::uint64_t mostPadding = 1u << 20;

// By blocks, because sparse content is gigabytes of zeros.
std::size_t lengthWithoutTrailingZeros(BytesView bytes)
{
    static constexpr std::array<std::uint8_t, 4096> zeros{};
    std::size_t length = bytes.size();
    while (length > 0) {
        const std::size_t step = std::min(length, zeros.size());
        if (std::memcmp(bytes.data() + length - step, zeros.data(), step) != 0)
            break;
        length -= step;
    }
    while (length > 0 && bytes[length - 1] == 0)
        --length;
    return length;
}

} // namespace

struct TarReader::State {
    ByteSource source;
    archive *handle = nullptr;
    Bytes buffer = Bytes(sourceStep);
    std::set<std::string, std::less<>> names;
    std::uint64_t delivered = 0;    // bytes the source has given
    std::uint64_t afterContent = 0; // position after the last byte that is not zero
    bool sourceEnded = false;
    bool finished = false;
    std::uint64_t remaining = 0; // of the current member's content
    std::optional<Fault> fault; // the first one; nothing works after it

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (handle != nullptr)
            archive_read_free(handle);
    }

    static la_ssize_t onRead(archive *, void *client, const void **data)
    {
        auto *state = static_cast<State *>(client);
        *data = state->buffer.data();
        const Result<std::size_t> got = state->pull();
        return got.ok() ? static_cast<la_ssize_t>(*got) : -1;
    }

    Result<std::size_t> pull()
    {
        if (fault)
            return *fault;
        const Result<std::size_t> got = source(buffer);
        if (!got.ok()) {
            fault = got.fault();
            return *fault;
        }
        if (*got > buffer.size())
            return stop(FaultCode::Internal, "a byte source gave more than was asked for");
        sourceEnded = *got == 0;
        const std::size_t content = lengthWithoutTrailingZeros(BytesView(buffer).first(*got));
        if (content > 0)
            afterContent = delivered + content;
        delivered += *got;
        return *got;
    }

    Fault stop(FaultCode code, std::string what)
    {
        if (!fault)
            fault = fail(code, std::move(what));
        return *fault;
    }

    // An error while asking for bytes that are not there is an archive cut short.
    Fault stopAsArchiveSays()
    {
        const char *reason = archive_error_string(handle);
        const bool cutShort = sourceEnded;
        return stop(cutShort ? FaultCode::BundleTruncated : FaultCode::Malformed,
                    std::string("not the tar it should be: ") + (reason ? reason : "?"));
    }

    // libarchive is content when an archive just ends; we want both zero blocks and nothing but zeros after them,
    // so that a cut is noticed and nothing hides behind the end.
    Status checkEnd()
    {
        const auto end = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_read_header_position(handle)));
        while (!sourceEnded) {
            TRY(pull());
            if (afterContent > end || delivered > end + mostPadding + sourceStep)
                break;
        }
        if (afterContent > end)
            return stop(FaultCode::Malformed, "something follows the end of the tar");
        if (delivered < end + endMark || delivered % tarBlock != 0)
            return stop(FaultCode::BundleTruncated, "the end mark of the tar is missing");
        if (delivered > end + mostPadding)
            return stop(FaultCode::Malformed, "the tar has too much padding");
        return {};
    }

    Result<TarMember> examine(archive_entry *entry)
    {
        const char *name = archive_entry_pathname(entry);
        if (name == nullptr)
            return stop(FaultCode::Malformed, "a tar member has no readable name");
        const bool link = archive_entry_hardlink(entry) != nullptr || archive_entry_symlink(entry) != nullptr;
        if (link || archive_entry_filetype(entry) != AE_IFREG || archive_entry_sparse_count(entry) != 0)
            return stop(FaultCode::Malformed, "a tar member is not a plain file");
        if (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0)
            return stop(FaultCode::Malformed, "a tar member has no size");
        const Status named = checkTarName(name);
        if (!named.ok())
            return stop(named.fault().code, named.fault().detail);
        if (names.size() >= limits::tarMembers)
            return stop(FaultCode::TooLarge, "a tar has too many members");
        if (!names.emplace(name).second)
            return stop(FaultCode::Malformed, std::string("a tar member comes twice: ") + name);
        remaining = static_cast<std::uint64_t>(archive_entry_size(entry));
        return TarMember{name, remaining};
    }
};

TarReader::TarReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TarReader::TarReader(TarReader &&) noexcept = default;
TarReader::~TarReader() = default;

Result<TarReader> TarReader::open(ByteSource source)
{
    auto state = std::make_unique<State>();
    state->source = std::move(source);
    state->handle = archive_read_new();
    if (state->handle == nullptr)
        return fail(FaultCode::Internal, "no memory for an archive");
    // The tar format alone and no filter: compressed input is refused instead of unpacked.
    if (archive_read_support_format_tar(state->handle) != ARCHIVE_OK)
        return state->stop(FaultCode::Internal, "libarchive without tar");
    if (archive_read_open(state->handle, state.get(), nullptr, &State::onRead, nullptr) != ARCHIVE_OK) {
        if (state->delivered < tarBlock && !state->fault)
            return state->stop(FaultCode::BundleTruncated, "less than one block of a tar");
        return state->stopAsArchiveSays();
    }
    return TarReader(std::move(state));
}

Result<std::optional<TarMember>> TarReader::next()
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (state.finished)
        return std::optional<TarMember>();
    archive_entry *entry = nullptr;
    const int result = archive_read_next_header(state.handle, &entry);
    if (result == ARCHIVE_EOF) {
        state.remaining = 0;
        TRY(state.checkEnd());
        state.finished = true;
        return std::optional<TarMember>();
    }
    if (result != ARCHIVE_OK) // warnings too: we write nothing that would need one
        return state.stopAsArchiveSays();
    return std::optional<TarMember>(TRY(state.examine(entry)));
}

Result<Bytes> TarReader::readAll(std::uint64_t most)
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (state.remaining > most)
        return fail(FaultCode::TooLarge, "a tar member has more than " + std::to_string(most) + " bytes");
    // Grows with what really comes: the announced size is only a claim.
    Bytes content;
    while (state.remaining > 0) {
        const std::size_t have = content.size();
        content.resize(have + static_cast<std::size_t>(std::min<std::uint64_t>(state.remaining, contentStep)));
        const std::size_t got = TRY(read(std::span<std::uint8_t>(content).subspan(have)));
        content.resize(have + got);
    }
    return content;
}

Result<std::size_t> TarReader::read(std::span<std::uint8_t> buffer)
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (state.remaining == 0 || buffer.empty())
        return std::size_t{0};
    const la_ssize_t got = archive_read_data(state.handle, buffer.data(), buffer.size());
    if (got < 0)
        return state.stopAsArchiveSays();
    if (got == 0 || static_cast<std::uint64_t>(got) > state.remaining)
        return state.stop(FaultCode::Malformed, "a tar member is not as long as it says");
    state.remaining -= static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
}

} // namespace caseward::codec
