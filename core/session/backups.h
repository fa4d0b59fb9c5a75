// SPDX-License-Identifier: GPL-3.0-or-later
// The backup desk: copies of the whole vault, made while it is open, encrypted as the original, each with a list of its files
// signed by whoever made it (core/design/formats/backup.md). A backup is checked and put back without the vault it came from.
// Worker thread; what it returns are plain values. Failure: a Fault, and no backup or vault that is half there.
#pragma once

#include "core/base/progress.h"
#include "core/session/session.h"

namespace caseward::session {

struct BackupSettings {
    Path folder;                        // empty: no automatic backups
    std::uint32_t keep = 7;             // how many of this vault stay there, at least 1
    std::uint32_t hours = 24;           // at sign-in, when the last one is older
};

struct BackupRow {
    Path folder;
    Instant created;
    std::uint64_t files = 0, bytes = 0;
    std::string problem;                // empty, or why its list cannot be read
};

struct BackupMade {
    Path folder;
    std::uint64_t files = 0, bytes = 0;
    std::uint64_t linked = 0;           // documents shared with an earlier backup instead of copied
    std::vector<Path> removed;          // older ones, beyond what is kept
    std::string warning;                // the backup stands, but the ledger could not be told
};

struct BackupChecked {
    std::string vault;                  // its name
    Instant created;
    std::string signer;
    Instant signedAt;
    std::uint64_t files = 0, bytes = 0;
};

class Backups {
public:
    explicit Backups(Session &session) : m_session(session) {}
    Result<BackupSettings> settings();
    Status setSettings(const BackupSettings &settings);         // NotFound: no such folder; Usage: inside the vault, keep 0
    // Into a new folder below `root` (empty: that of the settings), then removes what is beyond `keep`.
    Result<BackupMade> create(const Path &root, Progress &progress);
    // Of this vault, newest first.
    Result<std::vector<BackupRow>> list(const Path &root);
    // As checkBackup below, with the offices this vault trusts.
    Result<BackupChecked> check(const Path &backup, Progress &progress);
    [[nodiscard]] std::optional<Instant> last();                // by the station's ledger
    Result<bool> isDue();
    // At sign-in: makes one when it is due; nothing when it is not.
    Result<std::optional<BackupMade>> createIfDue(Progress &progress);

private:
    Session &m_session;
};

// Signature, list and every file; needs nothing but the certificates of the offices trusted. BackupDamaged,
// CertificateUntrusted, CertificateExpired, NotFound.
[[nodiscard]] Result<BackupChecked> checkBackup(const Path &backup, const std::vector<Path> &offices, Progress &progress);
// The same, and only then into the new folder `vault`. AlreadyExists, DiskFull, and those of checkBackup.
[[nodiscard]] Result<BackupChecked> restoreBackup(const Path &backup, const Path &vault, const std::vector<Path> &offices, Progress &progress);

} // namespace caseward::session
