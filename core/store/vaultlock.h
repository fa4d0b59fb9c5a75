// SPDX-License-Identifier: GPL-3.0-or-later
// One writer at a time: flock on the file `lock` of a vault, held from open to close. The file says who holds it, for whoever
// is turned away. Readers of a medium that cannot be written share it. One thread. Faults: VaultLocked, those of core/base/files.
#pragma once

#include "core/base/files.h"

namespace caseward::store {

enum class Sharing { Alone, Readers };

class VaultLock {
public:
    // Alone needs a medium that can be written. Readers go without a lock where there is no lock file.
    static Result<VaultLock> acquire(const Path &vault, Sharing sharing);
    VaultLock(VaultLock &&other) noexcept;
    VaultLock &operator=(VaultLock &&other) noexcept;
    ~VaultLock();

private:
    explicit VaultLock(int fd) : m_fd(fd) {}
    int m_fd = -1;
};

} // namespace caseward::store
