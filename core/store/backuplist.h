// SPDX-License-Identifier: GPL-3.0-or-later
// backup.json: what a backup of a vault holds, file by file (core/design/formats/backup.md). Signed as it stands by
// backup.p7s; a backup is exactly the files it names. Plain values; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace caseward::store {

struct BackupFile {
    std::string name;                   // inside the vault, "cases/<id>/case.db"
    std::uint64_t bytes = 0;
    Digest digest;
};

struct BackupList {
    VaultId vault;
    StationId station;
    std::string name;                   // of the vault
    Instant created;
    std::string madeBy;                 // person id
    std::uint64_t ledgerSize = 0;       // of the station's ledger in it, and its Merkle root
    Digest ledgerRoot;
    std::vector<BackupFile> files;      // sorted by name

    [[nodiscard]] std::uint64_t bytes() const;
    [[nodiscard]] const BackupFile *find(const std::string &fileName) const;
};

[[nodiscard]] std::string encodeBackupList(const BackupList &list);
// BackupDamaged for anything else than one canonical spelling of a list with safe, sorted names.
[[nodiscard]] Result<BackupList> decodeBackupList(std::string_view untrusted);

} // namespace caseward::store
