// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/base and its tests: complete reads and writes on a file descriptor. Any thread.
#pragma once

#include "core/base/files.h"

namespace caseward {

// Writes all of it, over short writes and signals; `path` is for the fault only.
[[nodiscard]] Status writeFully(int fd, BytesView bytes, const Path &path);

// Reads to the end of the file; TooLarge when more than `most` bytes come.
[[nodiscard]] Result<Bytes> readToEnd(int fd, std::uint64_t most, const Path &path);

} // namespace caseward
