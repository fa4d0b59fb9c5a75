// SPDX-License-Identifier: GPL-3.0-or-later
// A docket of 100,000 cases.
#include "core/crypto/envelope.h"
#include "tests/bench/plainsqlite.h"
#include "tests/bench/scale.h"
#include "tests/bench/station.h"

namespace caseward::bench {

void benchDocket(const Path &scratch)
{
    Times times;
    Station station(scratch);
    const CaseId first = station.addLargeCase(200, 40);
    std::string summary;
    {
        session::Session session(station.environment());
        need(station.signIn(session), "sign in");
        need(session.openCase(first), "case");
    }
    {
        const Bytes envelope = need(readFile(station.vault / "key.p7m", 1u << 20), "key.p7m");
        const crypto::Secret key = need(crypto::openEnvelope(envelope, station.credential()), "vault key");
        auto database = need(store::Database::open(station.vault / "vault.db", key, store::OpenMode::Existing), "vault.db");
        auto row = need(database.prepare("SELECT key, summary FROM cases"), "row");
        need(row.step(), "row");
        const Bytes caseKey = row.blob(0);
        summary = row.text(1);
        SystemClock clock;
        SystemRandom random;
        auto transaction = need(store::Transaction::begin(database), "begin");
        for (int number = 0; number < 100'000; ++number) {
            std::string line = summary;
            line.replace(line.find("BENCH-1"), 7, "PSH-26-" + std::to_string(number));
            auto insert = need(database.prepare("INSERT INTO cases(id, key, summary) VALUES(?,?,?)"), "insert");
            need(insert.bind(1, CaseId::make(clock, random).text()).bind(2, BytesView(caseKey)).bind(3, line).run(), "insert");
        }
        need(transaction.commit(), "commit");
    }
    for (int round = 0; round < 3; ++round) {
        session::Session session(station.environment());
        times.of("sign in", [&] { return station.signIn(session); });
        times.of("docket of 100,000", [&] { return session.docket(); });
        times.of("find a case by its number", [&] { return session.findCase("PSH-26-99999"); });
    }
    times.print();
}

} // namespace caseward::bench
