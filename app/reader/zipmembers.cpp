// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/zipmembers.h"

#include "app/reader/textdecoding.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace caseward::reader {

namespace {

struct Closer {
    void operator()(archive *it) const { archive_read_free(it); }
};
using Archive = std::unique_ptr<archive, Closer>;

Archive openArchive(BytesView bytes)
{
    Archive opened(archive_read_new());
    if (!opened || archive_read_support_format_zip_seekable(opened.get()) != ARCHIVE_OK ||
        archive_read_open_memory(opened.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return nullptr;
    return opened;
}

// Old archives name their members in the code page of whoever made them: what is no UTF-8 is read as text of unknown origin.
std::string nameOf(archive_entry *entry)
{
    const char *raw = archive_entry_pathname(entry);
    std::string name = raw ? raw : "";
    if (!isUtf8(name)) {
        const auto decoded = decodeText(viewOf(name));
        name = decoded ? toUtf8(*decoded) : std::string();
    }
    for (char &c : name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = '?';
    return name.empty() ? "(no name)" : name;
}

bool isFile(archive_entry *entry)
{
    return archive_entry_filetype(entry) == AE_IFREG;
}

// Warnings (a name in another code page) leave the member usable.
bool next(archive *from, archive_entry **entry, bool &sound)
{
    const int got = archive_read_next_header(from, entry);
    sound = got == ARCHIVE_OK || got == ARCHIVE_WARN || got == ARCHIVE_EOF;
    return got == ARCHIVE_OK || got == ARCHIVE_WARN;
}

} // namespace

Outcome<ZipMembers> ZipMembers::open(BytesView bytes)
{
    const Archive source = openArchive(bytes);
    if (!source)
        return Status::Damaged;
    ZipMembers zip;
    zip.m_archive = bytes;
    archive_entry *entry = nullptr;
    bool sound = true;
    while (next(source.get(), &entry, sound)) {
        if (!isFile(entry))
            continue;
        if (zip.m_members.size() == limits::documentParts)
            return Status::TooLarge;
        const std::int64_t size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0;
        zip.m_members.push_back({nameOf(entry), static_cast<std::uint64_t>(std::max<std::int64_t>(size, 0)),
                                 archive_entry_is_data_encrypted(entry) == 1});
    }
    if (!sound)
        return archive_read_has_encrypted_entries(source.get()) == 1 ? Status::Encrypted : Status::Damaged;
    return zip;
}

std::optional<std::size_t> ZipMembers::find(std::string_view name) const
{
    for (std::size_t index = 0; index < m_members.size(); ++index)
        if (m_members[index].name == name)
            return index;
    return std::nullopt;
}

Outcome<Bytes> ZipMembers::read(std::size_t index, std::uint64_t most) const
{
    if (index >= m_members.size())
        return Status::Damaged;
    if (m_members[index].encrypted)
        return Status::Encrypted;
    const Archive source = openArchive(m_archive);
    archive_entry *entry = nullptr;
    bool sound = source != nullptr;
    for (std::size_t at = 0; sound && next(source.get(), &entry, sound);) {
        if (!isFile(entry) || at++ != index)
            continue;
        // A bomb is known by what comes out, whatever its headers say.
        const std::uint64_t bound = std::min<std::uint64_t>(most, limits::inflateFreeBytes + limits::inflateRatio * std::uint64_t{m_archive.size()});
        Bytes content;
        Bytes piece(256u << 10);
        for (la_ssize_t got; (got = archive_read_data(source.get(), piece.data(), piece.size())) != 0;) {
            if (got < 0)
                return Status::Damaged;
            if (content.size() + static_cast<std::size_t>(got) > bound)
                return Status::TooLarge;
            content.insert(content.end(), piece.begin(), piece.begin() + got);
        }
        return content;
    }
    return Status::Damaged;
}

} // namespace caseward::reader
