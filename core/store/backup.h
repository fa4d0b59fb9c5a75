// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a backup: copying those of a vault, proving them against their list, putting them back. Bytes are copied as
// they stand, encrypted; no key is needed for any of it, so a case is backed up by people who may not open it. One thread.
// Faults: BackupDamaged, DiskFull, IoFailed, Cancelled, and those of core/base/files.
#pragma once

#include "core/base/progress.h"
#include "core/store/backuplist.h"
#include "core/store/database.h"

#include <map>

namespace caseward::store {

// Databases that are open right now, by name inside the vault: their logs are folded in and they are read through SQLite, since
// closing a second descriptor would let go of its locks.
using OpenDatabases = std::map<std::string, Database *>;

struct CopiedFiles {
    std::vector<BackupFile> files;      // sorted by name
    std::uint64_t linked = 0;           // of them, documents that an earlier backup held already
};

// Copies every file of `vault` (closed to writers: the caller holds its lock and is idle) below `into`. Documents never change:
// one that `earlier` holds, and holds undamaged, is linked instead. Nothing is synced yet.
[[nodiscard]] Result<CopiedFiles> copyVault(const Path &vault, const OpenDatabases &open, const Path &into,
                                            const Path &earlierFolder, const BackupList *earlier, Progress &progress);

// That `folder` holds exactly the files of the list: each there, of its size, with its digest, and no other.
[[nodiscard]] Status verifyBackup(const Path &folder, const BackupList &list, Progress &progress);

// Copies them from `folder` into the new folder `vault`, proving each on the way. Nothing is left when it fails.
[[nodiscard]] Status putBack(const Path &folder, const BackupList &list, const Path &vault, Progress &progress);

// Gives a finished folder its name, which must be free, and syncs it: AlreadyExists, IoFailed.
[[nodiscard]] Status publishFolder(const Path &making, const Path &final);

// Everything written below `folder` is on the disk, by syncfs.
[[nodiscard]] Status syncAll(const Path &folder);

} // namespace caseward::store
