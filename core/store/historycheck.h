// SPDX-License-Identifier: GPL-3.0-or-later
// A stored history verified from its rows without keeping it in memory, on two threads: one reads (and SQLCipher checks each page's
// HMAC), the other hashes. Checked of every entry: that it is there, that its bytes have the stored leaf hash, that they begin
// and end as the canonical form does with its own number and the hash of the entry before, and with them the Merkle root.
// Not checked, unlike History::load: that the JSON between is well formed, and that a body is one of its kind.
#pragma once

#include "core/base/ids.h"
#include "core/store/database.h"

namespace caseward::store {

struct HistoryFacts {
    std::uint64_t size = 0;
    Digest head, root;
    bool operator==(const HistoryFacts &) const = default;
};

// HistoryBroken with the number of the entry, and the faults of Database.
[[nodiscard]] Result<HistoryFacts> verifyStoredHistory(Database &database);

} // namespace caseward::store
