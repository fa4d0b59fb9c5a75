// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/exchange/outerarchive.h"

#include "core/base/limits.h"

#include <array>
#include <cerrno>
#include <cstring>

namespace caseward::flow {

namespace {

Result<std::shared_ptr<std::FILE>> openFile(const Path &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(FaultCode::NotFound, "there is no file " + path.string(), {{"file", path.string()}});
    std::FILE *file = std::fopen(path.c_str(), "rb");
    if (!file)
        return faultFromErrno(errno, "opening", path);
    return std::shared_ptr<std::FILE>(file, [](std::FILE *open) { std::fclose(open); });
}

Fault damaged()
{
    return fail(FaultCode::BundleDamaged, "the archive is not written as its members demand");
}

} // namespace

Result<OuterArchive> OuterArchive::open(const Path &bundle)
{
    OuterArchive archive;
    archive.m_file = TRY(openFile(bundle));
    archive.m_bytes = std::filesystem::file_size(bundle);
    if (archive.m_bytes > limits::bundleBytes)
        return fail(FaultCode::TooLarge, "a bundle has at most " + std::to_string(limits::bundleBytes) + " bytes");
    if (archive.m_bytes == 0)
        return fail(FaultCode::BundleTruncated, "the bundle is empty");
    // Every bundle begins with this member, so that anything else is told apart from a bundle that was cut short.
    constexpr std::string_view beginning = "key.p7m";
    std::array<char, beginning.size()> first{};
    const std::size_t have = std::fread(first.data(), 1, first.size(), archive.m_file.get());
    if (beginning.substr(0, have) != std::string_view(first.data(), have))
        return fail(FaultCode::BundleDamaged, "the file does not begin as a bundle does");
    std::rewind(archive.m_file.get());
    auto file = archive.m_file;
    auto tar = codec::TarReader::open([file, bundle](std::span<std::uint8_t> buffer) -> Result<std::size_t> {
        const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get());
        if (got == 0 && std::ferror(file.get()))
            return faultFromErrno(errno, "reading", bundle);
        return got;
    });
    if (!tar.ok())
        return tar.fault();
    archive.m_tar = std::make_unique<codec::TarReader>(std::move(tar).value());
    return archive;
}

Result<ExactSpelling> ExactSpelling::of(const Path &file)
{
    ExactSpelling spelling;
    spelling.m_file = TRY(openFile(file));
    return spelling;
}

Status ExactSpelling::compare(BytesView expected)
{
    m_buffer.resize(expected.size());
    const std::size_t got = std::fread(m_buffer.data(), 1, expected.size(), m_file.get());
    if (got != expected.size())
        return fail(FaultCode::BundleTruncated, "the bundle ends early");
    if (!expected.empty() && std::memcmp(m_buffer.data(), expected.data(), got) != 0)
        return damaged();
    return {};
}

Status ExactSpelling::atEnd()
{
    return std::fgetc(m_file.get()) == EOF ? Status() : Status(damaged());
}

} // namespace caseward::flow
