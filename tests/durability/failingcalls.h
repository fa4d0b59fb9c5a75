// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails: every system call that SQLite (below its VFS) and core/base/files make on a file below a folder goes
// through here, and the n-th one fails. Linked with --wrap, so the product has no seam for it. One thread; tests only.
#pragma once

#include <cstdint>
#include <string>

namespace caseward::tests {

enum class Failing {
    Full,          // from the n-th call that needs room on, ENOSPC: the disk is full and stays full
    FullShort,     // the same, but the first write still writes half of its bytes
    Once,          // the n-th call of any kind gives EIO, the ones after it work again
    ReadOnly,      // every call that would change something gives EROFS: a disc, a write-protected stick
    Gone,          // from the n-th call of any kind on, EIO: the disk was pulled out
};

class FailingCalls {
public:
    // Watches files below `folder` that are opened from now on; counts nothing yet.
    static void watch(const std::string &folder);
    static void arm(Failing how, std::uint64_t n); // counting begins at 1 with the next call
    static void disarm();
    [[nodiscard]] static bool failed();            // since arm(): a call was made to fail
    [[nodiscard]] static std::string where();      // the first one: "pwrite64 …/case.db-wal"
};

} // namespace caseward::tests
