// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: either refused, or members with safe, distinct names that pack and unpack to the same again.
#include "core/codec/tar.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace caseward;
using namespace caseward::codec;

namespace {

using Members = std::vector<std::pair<std::string, Bytes>>;

Result<Members> unpack(BytesView archive)
{
    std::size_t at = 0;
    auto reader = TRY(TarReader::open([&](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
        const std::size_t give = std::min(buffer.size(), archive.size() - at);
        std::copy_n(archive.begin() + static_cast<std::ptrdiff_t>(at), give, buffer.begin());
        at += give;
        return give;
    }));
    Members members;
    for (;;) {
        const auto member = TRY(reader.next());
        if (!member)
            return members;
        members.emplace_back(member->name, TRY(reader.readAll(1u << 20)));
    }
}

Result<Bytes> pack(const Members &members)
{
    Bytes archive;
    auto writer = TRY(TarWriter::open([&archive](BytesView bytes) {
        archive.insert(archive.end(), bytes.begin(), bytes.end());
        return Status();
    }));
    for (const auto &member : members)
        TRY(writer.add(member.first, member.second));
    TRY(writer.finish());
    return archive;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto members = unpack(BytesView(data, size));
    if (!members.ok())
        return 0;
    const auto packed = pack(*members); // refuses bad names and duplicates, so this checks them too
    if (!packed.ok())
        std::abort();
    const auto again = unpack(*packed);
    if (!again.ok() || *again != *members)
        std::abort();
    return 0;
}
