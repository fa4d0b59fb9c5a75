// SPDX-License-Identifier: GPL-3.0-or-later
// A new key for a database, in two steps so that a crash never leaves it under a key nobody has: a copy under the new key is
// made beside it, the caller then makes the new key the one that counts (one atomic write of its envelope), and the copy
// takes the place of the original, now or when the database is next opened. One thread; the database is closed meanwhile.
#pragma once

#include "core/store/database.h"

namespace caseward::store {

// Makes <file>.rekeyed, durable, under `next`; an older one left behind is replaced. VaultDamaged, DiskFull, IoFailed; then
// nothing has changed.
[[nodiscard]] Status prepareRekeyed(const Path &file, const crypto::Secret &key, const crypto::Secret &next);

// Before opening `file` with the key that counts: when a copy under that key stands beside it the copy takes its place; a copy
// under any other key is of a change that never came to count, and is removed.
[[nodiscard]] Status settleRekeyed(const Path &file, const crypto::Secret &key);

} // namespace caseward::store
