// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a ZIP archive (APPNOTE 6.3), read out of memory within bounds. Nothing is unpacked before it is asked for. Only
// inside the child, after lock-down; one thread.
#pragma once

#include "app/reader/document.h"

#include <optional>
#include <string>
#include <vector>

namespace caseward::reader {

struct ZipMember {
    std::string name;              // UTF-8, as received: may hold "../" or anything else, so never a path
    std::uint64_t bytes = 0;       // as the archive says, which may be a lie
    bool encrypted = false;
};

class ZipMembers {
public:
    // Files only, in the archive's order. Damaged, TooLarge (more than limits::documentParts), Encrypted when the list itself is.
    static Outcome<ZipMembers> open(BytesView archive);
    [[nodiscard]] const std::vector<ZipMember> &members() const { return m_members; }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    // Its bytes. Damaged, Encrypted; TooLarge beyond `most` or when so little holds so much (limits::inflateRatio).
    [[nodiscard]] Outcome<Bytes> read(std::size_t index, std::uint64_t most) const;

private:
    BytesView m_archive;
    std::vector<ZipMember> m_members;
};

} // namespace caseward::reader
