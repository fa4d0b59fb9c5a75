// SPDX-License-Identifier: GPL-3.0-or-later
// For the tests of tar: an archive from and to memory.
#pragma once

#include "core/codec/tar.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tartest {

using Members = std::vector<std::pair<std::string, std::string>>;

inline caseward::codec::ByteSink into(caseward::Bytes &archive)
{
    return [&archive](caseward::BytesView bytes) {
        archive.insert(archive.end(), bytes.begin(), bytes.end());
        return caseward::Status();
    };
}

// Hands out at most `step` bytes a call, so that every boundary inside the reader is crossed.
inline caseward::codec::ByteSource from(const caseward::Bytes &archive, std::size_t step = SIZE_MAX)
{
    auto at = std::make_shared<std::size_t>(0);
    return [&archive, step, at](std::span<std::uint8_t> buffer) -> caseward::Result<std::size_t> {
        const std::size_t give = std::min({step, buffer.size(), archive.size() - *at});
        std::copy_n(archive.begin() + static_cast<std::ptrdiff_t>(*at), give, buffer.begin());
        *at += give;
        return give;
    };
}

inline caseward::Result<caseward::Bytes> pack(const Members &members)
{
    caseward::Bytes archive;
    auto writer = TRY(caseward::codec::TarWriter::open(into(archive)));
    for (const auto &member : members)
        TRY(writer.add(member.first, caseward::viewOf(member.second)));
    TRY(writer.finish());
    return archive;
}

inline caseward::Result<Members> unpack(const caseward::Bytes &archive, std::size_t step = SIZE_MAX)
{
    auto reader = TRY(caseward::codec::TarReader::open(from(archive, step)));
    Members members;
    for (;;) {
        const auto member = TRY(reader.next());
        if (!member)
            return members;
        members.emplace_back(member->name, caseward::toText(TRY(reader.readAll(64u << 20))));
    }
}

} // namespace tartest
