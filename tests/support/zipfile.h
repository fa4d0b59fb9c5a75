// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives for tests, made in memory.
#pragma once

#include "core/base/bytes.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace caseward::tests {

inline Bytes zipOf(const std::vector<std::pair<std::string, std::string>> &members, const char *options = "compression=deflate")
{
    Bytes made(64u << 20);
    std::size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_options(writer, options);
    archive_write_open_memory(writer, made.data(), made.size(), &used);
    for (const auto &[name, content] : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        const bool sound = archive_write_header(writer, entry) == ARCHIVE_OK &&
                           archive_write_data(writer, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
        archive_entry_free(entry);
        if (!sound)
            throw std::runtime_error("no archive: " + name);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    made.resize(used);
    return made;
}

} // namespace caseward::tests
