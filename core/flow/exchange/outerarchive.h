// SPDX-License-Identifier: GPL-3.0-or-later
// The outer archive of a bundle as a file: opened once, walked member by member. Worker thread.
#pragma once

#include "core/base/files.h"
#include "core/codec/tar.h"

#include <cstdio>
#include <memory>

namespace caseward::flow {

class OuterArchive {
public:
    static Result<OuterArchive> open(const Path &bundle);
    [[nodiscard]] codec::TarReader &tar() { return *m_tar; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    OuterArchive() = default;
    std::shared_ptr<std::FILE> m_file;
    std::uint64_t m_bytes = 0;
    std::unique_ptr<codec::TarReader> m_tar;
};

// Compares what a TarWriter would write with the bytes of a file, as they come: a bundle has exactly one spelling, so that
// even padding that no digest covers cannot be changed unseen.
class ExactSpelling {
public:
    static Result<ExactSpelling> of(const Path &file);
    Status compare(BytesView expected);   // BundleDamaged at the first difference
    Status atEnd();                       // BundleDamaged when bytes follow

private:
    std::shared_ptr<std::FILE> m_file;
    Bytes m_buffer;
};

} // namespace caseward::flow
