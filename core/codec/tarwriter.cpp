// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/tar.h"

#include "core/codec/tarname.h"

#include <archive.h>
#include <archive_entry.h>

#include <set>
#include <string>

namespace caseward::codec {

namespace {

constexpr int blockBytes = 65'536; // how much libarchive gathers before it calls the sink

struct FreeEntry {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

} // namespace

struct TarWriter::State {
    ByteSink sink;
    archive *handle = nullptr;
    std::set<std::string, std::less<>> names;
    std::uint64_t remaining = 0; // of the member that is open
    bool inMember = false;
    bool finished = false;
    bool swallow = false; // nothing reaches the sink any more
    std::optional<Fault> fault; // the first one; nothing works after it

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (handle == nullptr)
            return;
        if (!finished) {
            // libarchive frees its block only in close(), and close() writes: what it writes goes nowhere from here on,
            // and a writer that failed does not first fill up the member that was left open.
            swallow = true;
            archive_write_fail(handle);
            archive_write_close(handle);
        }
        archive_write_free(handle);
    }

    static la_ssize_t onWrite(archive *, void *client, const void *data, std::size_t size)
    {
        auto *state = static_cast<State *>(client);
        if (state->swallow)
            return static_cast<la_ssize_t>(size);
        // libarchive never hears that the sink failed: it would not free what it holds. check() says it instead.
        const Status status = state->sink(BytesView(static_cast<const std::uint8_t *>(data), size));
        if (!status.ok()) {
            state->fault = status.fault();
            state->swallow = true;
        }
        return static_cast<la_ssize_t>(size);
    }

    Status check(la_ssize_t result)
    {
        if (result >= 0 && !fault)
            return {};
        if (!fault) {
            const char *reason = archive_error_string(handle);
            fault = fail(FaultCode::Internal, std::string("libarchive refused to write: ") + (reason ? reason : "?"));
        }
        return *fault;
    }

    Status misuse(const char *what)
    {
        fault = fail(FaultCode::Internal, what);
        return *fault;
    }
};

TarWriter::TarWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TarWriter::TarWriter(TarWriter &&) noexcept = default;
TarWriter::~TarWriter() = default;

Result<TarWriter> TarWriter::open(ByteSink sink)
{
    auto state = std::make_unique<State>();
    state->sink = std::move(sink);
    state->handle = archive_write_new();
    if (state->handle == nullptr)
        return fail(FaultCode::Internal, "no memory for an archive");
    TRY(state->check(archive_write_set_format_pax_restricted(state->handle)));
    TRY(state->check(archive_write_set_bytes_per_block(state->handle, blockBytes)));
    TRY(state->check(archive_write_set_bytes_in_last_block(state->handle, 1))); // no padding after the zero blocks
    TRY(state->check(archive_write_open(state->handle, state.get(), nullptr, &State::onWrite, nullptr)));
    return TarWriter(std::move(state));
}

Status TarWriter::add(std::string_view name, BytesView content)
{
    TRY(begin(name, content.size()));
    TRY(write(content));
    return end();
}

Status TarWriter::begin(std::string_view name, std::uint64_t size)
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (state.inMember || state.finished)
        return state.misuse("a tar member was begun inside another or after the end");
    if (size > static_cast<std::uint64_t>(INT64_MAX))
        return fail(FaultCode::TooLarge, "a tar member is too large");
    TRY(checkTarName(name));
    if (!state.names.emplace(name).second)
        return fail(FaultCode::Malformed, "a tar member name comes twice: " + std::string(name));

    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    if (!entry)
        return state.misuse("no memory for an archive entry");
    archive_entry_set_pathname(entry.get(), std::string(name).c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_uid(entry.get(), 0);
    archive_entry_set_gid(entry.get(), 0);
    archive_entry_set_mtime(entry.get(), 0, 0);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    const int written = archive_write_header(state.handle, entry.get());
    TRY(state.check(written));
    state.remaining = size;
    state.inMember = true;
    return {};
}

Status TarWriter::write(BytesView piece)
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (!state.inMember || piece.size() > state.remaining)
        return state.misuse("more tar content than was announced");
    while (!piece.empty()) {
        const la_ssize_t wrote = archive_write_data(state.handle, piece.data(), piece.size());
        TRY(state.check(wrote));
        if (wrote == 0)
            return state.misuse("libarchive took no content");
        state.remaining -= static_cast<std::uint64_t>(wrote);
        piece = piece.subspan(static_cast<std::size_t>(wrote));
    }
    return {};
}

Status TarWriter::end()
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (!state.inMember || state.remaining != 0)
        return state.misuse("less tar content than was announced");
    state.inMember = false;
    return state.check(archive_write_finish_entry(state.handle));
}

Status TarWriter::finish()
{
    State &state = *m_state;
    if (state.fault)
        return *state.fault;
    if (state.inMember || state.finished)
        return state.misuse("a tar was finished inside a member or twice");
    state.finished = true;
    return state.check(archive_write_close(state.handle));
}

} // namespace caseward::codec
