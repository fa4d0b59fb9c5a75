// SPDX-License-Identifier: GPL-3.0-or-later
// A history of a million entries, verified from the stored rows.
#include "core/ledger/ledger.h"
#include "core/store/historycheck.h"
#include "tests/bench/plainsqlite.h"
#include "tests/bench/scale.h"
#include "tests/bench/station.h"

namespace caseward::bench {

namespace {

constexpr std::uint64_t million = 1'000'000;

// Entries as a long ledger has them, in both databases.
void fill(const Path &file, const crypto::Secret &key, PlainSqlite &plain)
{
    auto database = need(store::Database::open(file, key, store::OpenMode::Create), "database");
    need(store::History::createTable(database), "table");
    plain.execute("CREATE TABLE entries(seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, leaf BLOB NOT NULL) STRICT; BEGIN;");
    auto transaction = need(store::Transaction::begin(database), "begin");
    SystemClock clock;
    SystemRandom random;
    model::Entry entry;
    entry.at = clock.now();
    entry.actor = PersonId::make(clock, random);
    entry.station = StationId::make(clock, random);
    const model::Event event = model::PassageNoted{PassageId::make(clock, random), "compare with the credit report of the same year"};
    entry.kind = model::eventKind(event);
    entry.body = model::encodeEvent(event);
    for (entry.seq = 0; entry.seq < million; ++entry.seq) {
        const std::string text = model::encodeEntry(entry);
        const Digest leaf = ledger::leafHash(viewOf(text));
        auto insert = need(database.prepare("INSERT INTO entries(seq, entry, leaf) VALUES(?,?,?)"), "prepare");
        need(insert.bind(1, static_cast<std::int64_t>(entry.seq)).bind(2, text).bind(3, leaf.bytes()).run(), "insert");
        plain.insertEntry(static_cast<std::int64_t>(entry.seq), text, leaf.bytes());
        entry.prev = leaf;
        entry.at.milliseconds += 1000;
    }
    need(transaction.commit(), "commit");
    plain.execute("COMMIT; PRAGMA wal_checkpoint(TRUNCATE);");
}

} // namespace

// cipher_memory_security locks and wipes every page and allocation of SQLCipher: what it costs, the same work with and without.
void benchMemory(const Path &scratch)
{
    constexpr int rows = 50'000;
    Times times;
    const crypto::Secret key = need(crypto::Secret::random(32), "key");
    const std::string text(600, 'x');
    for (const bool secure : {false, true}) { // once on, it stays on for the whole process, whatever the pragma says
        for (int round = 0; round < 3; ++round) {
            const std::string with = secure ? ", cipher_memory_security ON" : ", OFF";
            const Path file = scratch / (std::to_string(round) + (secure ? "on.db" : "off.db"));
            auto database = need(store::Database::open(file, key, store::OpenMode::Create), "database");
            need(database.execute(secure ? "PRAGMA cipher_memory_security=ON;" : "PRAGMA cipher_memory_security=OFF;"), "pragma");
            need(store::History::createTable(database), "table");
            times.of("write 50,000 rows in one transaction" + with, [&]() -> Status {
                auto transaction = TRY(store::Transaction::begin(database));
                for (int seq = 0; seq < rows; ++seq) {
                    auto insert = TRY(database.prepare("INSERT INTO entries(seq, entry, leaf) VALUES(?,?,?)"));
                    TRY(insert.bind(1, std::int64_t(seq)).bind(2, text).bind(3, key.view()).run());
                }
                return transaction.commit();
            });
            times.of("read them" + with, [&]() -> Status {
                auto all = TRY(database.prepare("SELECT entry FROM entries ORDER BY seq"));
                while (TRY(all.step()))
                    static_cast<void>(all.text(0));
                return {};
            });
            for (int one = 0; one < 100; ++one)
                times.of("append one durably" + with, [&]() -> Status {
                    auto insert = TRY(database.prepare("INSERT INTO entries(seq, entry, leaf) VALUES(?,?,?)"));
                    return insert.bind(1, std::int64_t(rows + one)).bind(2, text).bind(3, key.view()).run();
                });
        }
    }
    times.print();
}

void benchHistory(const Path &scratch)
{
    Times times;
    const crypto::Secret key = need(crypto::Secret::random(32), "key");
    PlainSqlite plain(scratch / "plain.db");
    fill(scratch / "case.db", key, plain);
    for (int round = 0; round < 3; ++round) {
        auto database = need(store::Database::open(scratch / "case.db", key, store::OpenMode::Existing), "database");
        times.of("verify a history of 1,000,000 entries", [&]() -> Status {
            return TRY(store::verifyStoredHistory(database)).size == million ? Status() : Status(fail(FaultCode::Internal, "short"));
        });
        times.of("  peer: read and hash the rows, plain SQLite", [&]() -> Status {
            ledger::MerkleFrontier tree;
            plain.readEntries([&tree](const std::string &text) { tree.append(ledger::leafHash(viewOf(text))); });
            return tree.size() == million ? Status() : Status(fail(FaultCode::Internal, "short"));
        });
    }
    times.print();
}

} // namespace caseward::bench
