// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/scale.h"

#include "core/codec/json.h"
#include "tests/bench/plainsqlite.h"
#include "tests/bench/station.h"

namespace caseward::bench {

bool scaleBench(const std::string &name, const Path &scratch)
{
    const std::pair<const char *, void (*)(const Path &)> benches[] = {
        {"append", benchAppend}, {"case", benchCase}, {"history", benchHistory}, {"memory", benchMemory}, {"documents", benchDocuments}, {"docket", benchDocket},
        {"weighing", benchWeighing}};
    for (const auto &[known, run] : benches) {
        if (name != known)
            continue;
        run(scratch);
        return true;
    }
    return false;
}

// One entry at a time, each on disk before the next, turn and turn about with plain SQLite: same library, same page size, same
// journal settings, no key. The same row goes into both.
void benchAppend(const Path &scratch)
{
    Times times;
    SystemClock clock;
    SystemRandom random;
    const CaseId id = CaseId::make(clock, random);
    const PersonId person = PersonId::make(clock, random);
    const crypto::Secret key = need(crypto::Secret::random(32), "key");
    auto file = need(store::CaseFile::create(scratch / "case", key, id), "case");
    PlainSqlite plain(scratch / "plain.db");
    plain.execute("CREATE TABLE entries(seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, leaf BLOB NOT NULL) STRICT;");
    const model::Event event = model::PassageNoted{PassageId::make(clock, random), "compare with the credit report of the same year"};
    for (int round = 0; round < 400; ++round) {
        const auto entries = file->history().next({store::draftOf(event, clock.now(), person)}, StationId::make(clock, random));
        times.of("append an entry durably (store)", [&] { return file->append(entries); });
        const std::string text = model::encodeEntry(entries.front());
        times.of("  peer: the same row, plain SQLite", [&]() -> Status {
            plain.insertEntry(static_cast<std::int64_t>(entries.front().seq), text, file->history().head().bytes());
            return {};
        });
    }
    times.print();
}

// A case of 5,000 entries and 2,000 pages: opening it, and the next entry through the one door.
void benchCase(const Path &scratch)
{
    Times times;
    Station station(scratch);
    const CaseId id = station.addLargeCase(5'000, 2'000);
    PlainSqlite plain(scratch / "plain.db");
    plain.execute("CREATE TABLE entries(seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, leaf BLOB NOT NULL) STRICT;");
    {
        const auto vault = station.openVault();
        const auto file = need(vault->openCase(id, station.credential()), "case");
        plain.execute("BEGIN");
        for (const model::Entry &entry : file->history().entries())
            plain.insertEntry(static_cast<std::int64_t>(entry.seq), model::encodeEntry(entry), file->history().leaves()[entry.seq].bytes());
        plain.execute("COMMIT");
    }
    for (int round = 0; round < 7; ++round) {
        session::Session session(station.environment());
        need(station.signIn(session), "sign in");
        times.of("open a case of 5,000 entries, 2,000 pages", [&] { return session.openCase(id); });
        times.of("  peer: plain SQLite reads and parses the rows", [&]() -> Status {
            plain.readEntries([](const std::string &text) { need(model::decodeEntry(text), "entry"); });
            return {};
        });
        const auto dossier = need(session.openCase(id), "case");
        for (int turn = 0; turn < 20; ++turn) {
            const PassageId passage = dossier->ties[static_cast<std::size_t>(turn)].id;
            times.of("next entry in that case, through the one door", [&] { return session.record(id, model::PassageNoted{passage, "measured"}); });
        }
        times.of("undo in that case", [&] {
            return session.record(id, model::EntryWithdrawn{need(session.openCase(id), "case")->size - 1, "measured"});
        });
    }
    times.print();
}

} // namespace caseward::bench
