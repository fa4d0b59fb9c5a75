// SPDX-License-Identifier: GPL-3.0-or-later
// A history is append-only by its triggers, continues exactly, and is verified whole when it is read.
#include "core/base/limits.h"
#include "core/base/random.h"
#include "core/store/history.h"
#include "core/store/historycheck.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestHistory : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    SeededRandom m_random{11};
    FixedClock m_clock{Instant{1'795'000'000'000}};
    const PersonId m_person = PersonId::make(m_clock, m_random);
    const StationId m_station = StationId::make(m_clock, m_random);

    static crypto::Secret key() { return crypto::Secret::copyOf(Bytes(32, 5)); }
    Path fresh() { return Path(m_folder.path().toStdString()) / ("db" + std::to_string(++m_count)); }
    Draft draft(const std::string &words) const
    {
        codec::Json::Object body;
        body["words"] = words;
        return {m_clock.now(), m_person, "test.noted", codec::Json(std::move(body))};
    }
    static Database founded(const Path &file)
    {
        auto database = must(Database::open(file, key(), OpenMode::Create));
        must(History::createTable(database));
        return database;
    }
    static Status append(Database &database, History &history, const std::vector<model::Entry> &entries)
    {
        auto transaction = TRY(Transaction::begin(database));
        TRY(history.write(database, entries));
        TRY(transaction.commit());
        history.accept(entries);
        return {};
    }
    // A closed database with a history of five entries.
    Path filled()
    {
        const Path file = fresh();
        auto database = founded(file);
        History history;
        must(append(database, history, history.next({draft("zero"), draft("one")}, m_station)));
        must(append(database, history, history.next({draft("two"), draft("three"), draft("four")}, m_station)));
        return file;
    }

private slots:
    void whatIsWrittenIsRead()
    {
        const Path file = fresh();
        History written;
        {
            auto database = founded(file);
            must(append(database, written, written.next({draft("zero"), draft("Zoë 𝄞")}, m_station)));
            must(append(database, written, written.next({draft("two")}, m_station)));
        }
        auto database = must(Database::open(file, key(), OpenMode::Existing));
        const History read = must(History::load(database));
        QCOMPARE(read.size(), std::uint64_t(3));
        QVERIFY(read.entries() == written.entries());
        QVERIFY(read.root() == written.root());
        QVERIFY(read.head() == written.head());
        QCOMPARE(read.entries()[1].body.find("words")->string(), std::string("Zoë 𝄞"));
        QVERIFY(read.root() == rootOf(read.entries()));
        QVERIFY(must(verifyStoredHistory(database)) == (HistoryFacts{3, read.head(), read.root()}));
        QVERIFY(read.root() == ledger::merkleRoot(read.leaves()));
    }

    void emptyHistory()
    {
        auto database = founded(fresh());
        const History history = must(History::load(database));
        QCOMPARE(history.size(), std::uint64_t(0));
        QVERIFY(history.head() == Digest());
        QVERIFY(must(verifyStoredHistory(database)) == (HistoryFacts{0, history.head(), history.root()}));
    }

    void triggersRefuseUpdateAndDelete()
    {
        const Path file = filled();
        auto database = must(Database::open(file, key(), OpenMode::Existing));
        QVERIFY(!database.execute("UPDATE entries SET entry='{}' WHERE seq=2;").ok());
        QVERIFY(!database.execute("DELETE FROM entries WHERE seq=4;").ok());
        QVERIFY(!database.execute("DELETE FROM entries;").ok());
        QVERIFY(!database.execute("INSERT OR REPLACE INTO entries(seq, entry, leaf) VALUES(2,'{}',x'00');").ok());
        QCOMPARE(must(History::load(database)).size(), std::uint64_t(5));
    }

    void tampered_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const QByteArray open = "DROP TRIGGER entries_no_update; DROP TRIGGER entries_no_delete;";
        QTest::newRow("words changed") << open + "UPDATE entries SET entry=replace(entry,'two','TWO') WHERE seq=2;";
        QTest::newRow("hash changed") << open + "UPDATE entries SET leaf=zeroblob(32) WHERE seq=4;";
        QTest::newRow("hash cut") << open + "UPDATE entries SET leaf=substr(leaf,1,31) WHERE seq=4;";
        QTest::newRow("middle one gone") << open + "DELETE FROM entries WHERE seq=1;";
        QTest::newRow("first one gone") << open + "DELETE FROM entries WHERE seq=0;";
        QTest::newRow("renumbered") << open + "DELETE FROM entries WHERE seq=3; UPDATE entries SET seq=3 WHERE seq=4;";
        QTest::newRow("two exchanged") << open + "UPDATE entries SET seq=9 WHERE seq=1; UPDATE entries SET seq=1 WHERE seq=2;"
                                                 "UPDATE entries SET seq=2 WHERE seq=9;";
        QTest::newRow("one doubled") << open + "INSERT INTO entries SELECT 5, entry, leaf FROM entries WHERE seq=4;";
        QTest::newRow("not JSON") << open + "UPDATE entries SET entry='' WHERE seq=4;";
    }
    void tampered()
    {
        QFETCH(QByteArray, sql);
        const Path file = filled();
        {
            auto second = must(Database::open(file, key(), OpenMode::Existing));
            must(second.execute(sql.constData()));
        }
        auto database = must(Database::open(file, key(), OpenMode::Existing));
        COMPARE_FAULT(History::load(database), FaultCode::HistoryBroken);
        COMPARE_FAULT(verifyStoredHistory(database), FaultCode::HistoryBroken);
    }

    // More than one batch goes from thread to thread; a fault far back is named.
    void longHistory()
    {
        const Path file = fresh();
        auto database = founded(file);
        History history;
        std::vector<Draft> drafts;
        for (int number = 0; number < 700; ++number)
            drafts.push_back(draft(std::string(9000, static_cast<char>('a' + number % 26))));
        must(append(database, history, history.next(drafts, m_station)));
        QVERIFY(must(verifyStoredHistory(database)) == (HistoryFacts{700, history.head(), history.root()}));
        must(database.execute("DROP TRIGGER entries_no_update; UPDATE entries SET entry=replace(entry,'aaa','bbb') WHERE seq=26;"));
        const auto verified = verifyStoredHistory(database);
        COMPARE_FAULT(verified, FaultCode::HistoryBroken);
        QCOMPARE(verified.fault().arguments.front().second, std::string("26"));
    }

    // Whoever can write the database can also compute hashes; then the link to the entry before gives it away.
    void rewrittenEntryWithItsOwnHash()
    {
        const Path file = filled();
        auto database = must(Database::open(file, key(), OpenMode::Existing));
        model::Entry changed = must(History::load(database)).entries()[2];
        codec::Json::Object body;
        body["words"] = "rewritten";
        changed.body = codec::Json(std::move(body));
        const std::string text = model::encodeEntry(changed);
        must(database.execute("DROP TRIGGER entries_no_update;"));
        {
            auto update = must(database.prepare("UPDATE entries SET entry=?, leaf=? WHERE seq=2"));
            must(update.bind(1, text).bind(2, ledger::leafHash(viewOf(text)).bytes()).run());
        }
        const auto loaded = History::load(database);
        COMPARE_FAULT(loaded, FaultCode::HistoryBroken);
        QCOMPARE(loaded.fault().arguments.front().second, std::string("3"));
        const auto verified = verifyStoredHistory(database);
        COMPARE_FAULT(verified, FaultCode::HistoryBroken);
        QCOMPARE(verified.fault().arguments.front().second, std::string("3"));
    }

    void onlyWhatContinuesIsWritten()
    {
        auto database = founded(fresh());
        History history;
        must(append(database, history, history.next({draft("zero")}, m_station)));
        auto entries = history.next({draft("one"), draft("two")}, m_station);

        auto other = entries;
        other[1].prev = Digest();
        COMPARE_FAULT(append(database, history, other), FaultCode::HistoryBroken);
        other = entries;
        other[0].seq = 2;
        COMPARE_FAULT(append(database, history, other), FaultCode::HistoryBroken);
        other = {entries[1]};
        COMPARE_FAULT(append(database, history, other), FaultCode::HistoryBroken);
        QCOMPARE(must(History::load(database)).size(), std::uint64_t(1));
        VERIFY_OK(append(database, history, entries));
        QCOMPARE(must(History::load(database)).size(), std::uint64_t(3));
    }

    void entryTooLarge()
    {
        auto database = founded(fresh());
        History history;
        COMPARE_FAULT(append(database, history, history.next({draft(std::string(limits::entryBytes, 'x'))}, m_station)), FaultCode::TooLarge);
        QCOMPARE(must(History::load(database)).size(), std::uint64_t(0));
    }

    void linesFromOutside()
    {
        const History history = [&] {
            auto database = must(Database::open(filled(), key(), OpenMode::Existing));
            return must(History::load(database));
        }();
        std::vector<std::string> lines;
        for (const auto &entry : history.entries())
            lines.push_back(model::encodeEntry(entry));
        QVERIFY(must(verifyHistory(lines)) == history.entries());

        for (std::size_t line = 0; line < lines.size(); ++line)
            for (std::size_t at = 0; at < lines[line].size(); at += 3) {
                auto changed = lines;
                changed[line][at] = static_cast<char>(changed[line][at] ^ 1);
                // The last line has nothing after it that would notice: its checkpoint does.
                if (line + 1 < lines.size())
                    COMPARE_FAULT(verifyHistory(changed), FaultCode::HistoryBroken);
                else if (const auto read = verifyHistory(changed); read.ok())
                    QVERIFY(rootOf(*read) != history.root());
            }
        auto gone = lines;
        gone.erase(gone.begin() + 2);
        COMPARE_FAULT(verifyHistory(gone), FaultCode::HistoryBroken);
        auto spaced = lines;
        spaced[1].insert(1, " ");
        COMPARE_FAULT(verifyHistory(spaced), FaultCode::HistoryBroken);
        auto blank = lines;
        blank.emplace_back();
        COMPARE_FAULT(verifyHistory(blank), FaultCode::HistoryBroken);
        QCOMPARE(must(verifyHistory({})).size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_store_history.moc"
