// SPDX-License-Identifier: GPL-3.0-or-later
// A docket of 100,000 cases: from the key to the first page, filtering, sorting, finding, and what it takes of memory.
#include "core/crypto/envelope.h"
#include "core/session/docket.h"
#include "core/store/accesstable.h"
#include "tests/bench/plainsqlite.h"
#include "tests/bench/scale.h"
#include "tests/bench/station.h"

#include <fstream>

namespace caseward::bench {

namespace {

constexpr int manyCases = 100'000;

// The row of a real case, again and again under other numbers, subjects and days; with the right to know of each.
void fill(Station &station, const CaseId &first, PlainSqlite &plain)
{
    const Bytes envelope = need(readFile(station.vault / "key.p7m", 1u << 20), "key.p7m");
    const crypto::Secret key = need(crypto::openEnvelope(envelope, station.credential()), "vault key");
    auto database = need(store::Database::open(station.vault / "vault.db", key, store::OpenMode::Existing), "vault.db");
    store::AccessTable access(database);
    store::AccessRow grant = need(access.ofCase(first), "access").front();
    Bytes caseKey;
    std::string summary;
    {
        auto row = need(database.prepare("SELECT key, summary FROM cases"), "row");
        need(row.step(), "row");
        caseKey = row.blob(0);
        summary = row.text(1);
    }
    SystemClock clock;
    SystemRandom random;
    auto transaction = need(store::Transaction::begin(database), "begin");
    plain.execute("CREATE TABLE docket(id TEXT PRIMARY KEY, reference TEXT, due TEXT, holder TEXT, summary TEXT) STRICT; BEGIN;");
    for (int number = 0; number < manyCases; ++number) {
        std::string line = summary;
        const std::string reference = "PSH-26-" + std::to_string(number * 7919 % 999'983);
        line.replace(line.find("BENCH-1"), 7, reference);
        line.replace(line.find("2027-01-31"), 10, "2027-0" + std::to_string(1 + number % 9) + "-" + std::to_string(10 + number % 19));
        grant.caseId = CaseId::make(clock, random);
        auto insert = need(database.prepare("INSERT INTO cases(id, key, summary) VALUES(?,?,?)"), "insert");
        need(insert.bind(1, grant.caseId.text()).bind(2, BytesView(caseKey)).bind(3, line).run(), "insert");
        need(access.put(grant), "access");
        plain.insertDocket(grant.caseId.text(), reference, "2027-0" + std::to_string(1 + number % 9), line);
    }
    need(transaction.commit(), "commit");
    plain.execute("COMMIT;");
}

double residentMebibytes()
{
    std::ifstream status("/proc/self/statm");
    std::uint64_t pages = 0, resident = 0;
    status >> pages >> resident;
    return static_cast<double>(resident) * 4096 / (1 << 20);
}

} // namespace

void benchDocket(const Path &scratch)
{
    Times times;
    Station station(scratch);
    const CaseId first = station.addLargeCase(200, 40);
    {
        session::Session session(station.environment());
        need(station.signIn(session), "sign in");
        need(session.openCase(first), "case");
    }
    PlainSqlite plain(scratch / "plain.db");
    fill(station, first, plain);
    {
        session::Session session(station.environment());
        need(station.signIn(session), "sign in");
        times.of("(once) make 100,000 lines for a vault of an older schema", [&] { return session::docketPage(session, {}); });
    }
    for (int round = 0; round < 5; ++round) {
        session::Session session(station.environment());
        const double before = residentMebibytes();
        times.of("(key derivation and opening the vault)", [&] { return station.signIn(session); });
        session::DocketQuery query;
        query.part = session::DocketPart::Mine;
        times.of("docket of 100,000: first page after unlocking", [&] { return session::docketPage(session, query); });
        times.of("  peer: plain SQLite, 200 rows sorted by day", [&]() -> Status {
            plain.count("SELECT count(*) FROM (SELECT summary FROM docket ORDER BY due LIMIT 200)");
            return {};
        });
        for (const auto order : {session::DocketOrder::Case, session::DocketOrder::Read, session::DocketOrder::Holder}) {
            query.order = order;
            times.of("docket of 100,000: sort by another column", [&] { return session::docketPage(session, query); });
        }
        session::DocketQuery words;
        words.words = {{"psh-26-99", {}, {}}};
        times.of("docket of 100,000: filter by a word", [&] { return session::docketPage(session, words); });
        times.of("  peer: plain SQLite, LIKE over the rows", [&]() -> Status {
            plain.count("SELECT count(*) FROM docket WHERE reference LIKE '%psh-26-99%' OR holder LIKE '%psh-26-99%'");
            return {};
        });
        times.of("docket of 100,000: find a case by its number", [&] { return session.findCase("PSH-26-7919"); });
        times.note("docket of 100,000: memory taken (MiB)", residentMebibytes() - before);
    }
    times.print();
}

} // namespace caseward::bench
