// SPDX-License-Identifier: GPL-3.0-or-later
// An append-only history in a database table `entries(seq, entry, leaf)`: the same machinery for a case and for the
// station's own ledger. Keeps the entries in memory after reading and verifying the whole chain once. One thread.
#pragma once

#include "core/ledger/ledger.h"
#include "core/model/entry.h"
#include "core/model/events.h"
#include "core/store/database.h"

namespace caseward::store {

// What is to be written; sequence number, hash of the entry before, and station come from the history.
struct Draft {
    Instant at;
    PersonId actor;
    std::string kind;
    codec::Json body;
};
[[nodiscard]] Draft draftOf(const model::Event &event, Instant at, const PersonId &actor);

class History {
public:
    // Creates the table and its append-only triggers.
    static Status createTable(Database &database);
    // Reads and verifies everything: HistoryBroken with the entry number when a hash, a number or a link is wrong.
    static Result<History> load(Database &database);

    // Makes the next entries without writing them (a bundle names its own custody entry before it is on disk).
    [[nodiscard]] std::vector<model::Entry> next(const std::vector<Draft> &drafts, const StationId &station) const;
    // Writes entries made by next(), or received from elsewhere: they must continue this history exactly.
    // All or nothing; must run inside the caller's transaction, and takes effect in memory by accept().
    Status write(Database &database, const std::vector<model::Entry> &entries);
    void accept(const std::vector<model::Entry> &entries); // after the transaction committed

    [[nodiscard]] const std::vector<model::Entry> &entries() const { return m_entries; }
    [[nodiscard]] const std::vector<Digest> &leaves() const { return m_leaves; }
    [[nodiscard]] Digest head() const { return m_leaves.empty() ? Digest() : m_leaves.back(); }
    [[nodiscard]] Digest root() const { return m_frontier.root(); }
    [[nodiscard]] std::uint64_t size() const { return m_entries.size(); }

private:
    std::vector<model::Entry> m_entries;
    std::vector<Digest> m_leaves;
    ledger::MerkleFrontier m_frontier;
};

// Checks a history from outside (a bundle, a file) line by line: HistoryBroken, Malformed, NotCanonical, TooLarge.
[[nodiscard]] Result<std::vector<model::Entry>> verifyHistory(const std::vector<std::string> &untrustedLines);
[[nodiscard]] Digest rootOf(const std::vector<model::Entry> &entries);

} // namespace caseward::store
