// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on disk is SQLCipher with the settings of FORMATS.md, and every way a file can be wrong has its fault.
#include "core/store/database.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

namespace {

crypto::Secret keyOf(std::uint8_t filler)
{
    return crypto::Secret::copyOf(Bytes(32, filler));
}

constexpr std::size_t pageBytes = 8192;

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    Path fresh() { return Path(m_folder.path().toStdString()) / ("db" + std::to_string(++m_count)); }

    // A closed database of several pages with recognisable rows.
    Path filled()
    {
        const Path file = fresh();
        auto database = must(Database::open(file, keyOf(1), OpenMode::Create));
        must(database.execute("CREATE TABLE t(n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;"));
        auto transaction = must(Transaction::begin(database));
        for (std::int64_t n = 0; n < 200; ++n) {
            auto insert = must(database.prepare("INSERT INTO t(n, words) VALUES(?,?)"));
            must(insert.bind(1, n).bind(2, std::string(400, 'x') + "MARKER-IN-CLEAR").run());
        }
        must(transaction.commit());
        return file;
    }
    static std::string valueOf(Database &database, const char *sql)
    {
        auto row = must(database.prepare(sql));
        return must(row.step()) ? row.text(0) : std::string();
    }

private slots:
    void settingsAreThoseOfTheFormat()
    {
        auto database = must(Database::open(fresh(), keyOf(1), OpenMode::Create));
        QCOMPARE(valueOf(database, "PRAGMA journal_mode"), std::string("wal"));
        QCOMPARE(valueOf(database, "PRAGMA page_size"), std::string("8192"));
        QCOMPARE(valueOf(database, "PRAGMA synchronous"), std::string("2"));
        QCOMPARE(valueOf(database, "PRAGMA foreign_keys"), std::string("1"));
        QCOMPARE(valueOf(database, "PRAGMA secure_delete"), std::string("1"));
        QCOMPARE(valueOf(database, "PRAGMA temp_store"), std::string("2"));
        QCOMPARE(valueOf(database, "PRAGMA trusted_schema"), std::string("0"));
        QCOMPARE(valueOf(database, "PRAGMA cipher_page_size"), std::string("8192"));
        QCOMPARE(valueOf(database, "PRAGMA cipher_hmac_algorithm"), std::string("HMAC_SHA256"));
    }

    void nothingIsInClear()
    {
        const Path file = filled();
        const std::string content = toText(must(readFile(file, 1u << 26)));
        QVERIFY(content.size() > 10 * pageBytes);
        QVERIFY(!content.starts_with(std::string("SQLite format 3\0", 16)));
        QVERIFY(content.find("MARKER-IN-CLEAR") == std::string::npos);
        QVERIFY(content.find("CREATE TABLE") == std::string::npos);
        // Closing has folded the log into the file.
        QVERIFY(!std::filesystem::exists(file.string() + "-wal") || std::filesystem::file_size(file.string() + "-wal") == 0);
    }

    void theLogIsNotInClearEither()
    {
        const Path file = fresh();
        auto database = must(Database::open(file, keyOf(1), OpenMode::Create));
        must(database.execute("CREATE TABLE t(words TEXT) STRICT; INSERT INTO t VALUES('MARKER-IN-CLEAR');"));
        const std::string log = toText(must(readFile(file.string() + "-wal", 1u << 26)));
        QVERIFY(log.size() > pageBytes);
        QVERIFY(log.find("MARKER-IN-CLEAR") == std::string::npos);
    }

    void roundTripOfEveryKind()
    {
        const Path file = fresh();
        const std::string words("null \0 and \xF0\x9D\x84\x9E", 14);
        const Bytes blob = {0, 1, 2, 255};
        {
            auto database = must(Database::open(file, keyOf(1), OpenMode::Create));
            must(database.execute("CREATE TABLE t(a TEXT, b INTEGER, c REAL, d BLOB) STRICT;"));
            auto insert = must(database.prepare("INSERT INTO t VALUES(?,?,?,?)"));
            VERIFY_OK(insert.bind(1, words).bind(2, std::int64_t(-9)).bind(3, 0.1).bind(4, BytesView(blob)).run());
            auto empty = must(database.prepare("INSERT INTO t VALUES(?,?,?,?)"));
            VERIFY_OK(empty.bind(1, std::string_view()).bind(2, std::int64_t(0)).bind(3, 0.0).bind(4, BytesView()).run());
        }
        auto database = must(Database::open(file, keyOf(1), OpenMode::Existing));
        auto rows = must(database.prepare("SELECT a, b, c, d, a IS NULL, d IS NULL FROM t ORDER BY rowid"));
        QVERIFY(must(rows.step()));
        QCOMPARE(rows.text(0), words);
        QCOMPARE(rows.number(1), std::int64_t(-9));
        QCOMPARE(rows.real(2), 0.1);
        QCOMPARE(rows.blob(3), blob);
        QVERIFY(must(rows.step()));
        QCOMPARE(rows.text(0), std::string());
        QCOMPARE(rows.number(4), std::int64_t(0));
        QCOMPARE(rows.number(5), std::int64_t(0));
        QVERIFY(!must(rows.step()));
    }

    void wrongKey() { COMPARE_FAULT(Database::open(filled(), keyOf(2), OpenMode::Existing), FaultCode::VaultDamaged); }

    void keyOfAnotherLength()
    {
        COMPARE_FAULT(Database::open(fresh(), crypto::Secret(31), OpenMode::Create), FaultCode::Internal);
    }

    void missingAndTaken()
    {
        COMPARE_FAULT(Database::open(fresh(), keyOf(1), OpenMode::Existing), FaultCode::VaultTruncated);
        const Path file = filled();
        const Bytes before = must(readFile(file, 1u << 26));
        COMPARE_FAULT(Database::open(file, keyOf(1), OpenMode::Create), FaultCode::AlreadyExists);
        QCOMPARE(must(readFile(file, 1u << 26)), before);
    }

    void plaintextDatabaseIsRefused()
    {
        const Path file = fresh();
        std::string page("SQLite format 3\0\x20\x00\x02\x02\x00\x40\x20\x20", 24);
        page.resize(pageBytes, '\0');
        must(writeFile(file, viewOf(page)));
        COMPARE_FAULT(Database::open(file, keyOf(1), OpenMode::Existing), FaultCode::VaultDamaged);
    }

    void cutShort_data()
    {
        QTest::addColumn<qlonglong>("left");
        for (const qlonglong left : {0, 1, 100, 4096, 8191, 8193, 20000})
            QTest::addRow("%lld bytes", left) << left;
        for (const qlonglong pages : {1, 2, 5})
            QTest::addRow("%lld whole pages", pages) << pages * qlonglong(pageBytes);
        QTest::newRow("the last page is gone") << qlonglong(-1);
    }
    void cutShort()
    {
        QFETCH(qlonglong, left);
        const Path file = filled();
        const auto size = std::filesystem::file_size(file);
        std::filesystem::resize_file(file, left < 0 ? size - pageBytes : static_cast<std::uintmax_t>(left));
        COMPARE_FAULT(Database::open(file, keyOf(1), OpenMode::Existing), FaultCode::VaultTruncated);
    }

    void everyFlippedByteIsFound_data()
    {
        QTest::addColumn<double>("where");
        for (int step = 0; step < 24; ++step)
            QTest::addRow("at %d/24", step) << step / 24.0;
    }
    void everyFlippedByteIsFound()
    {
        QFETCH(double, where);
        const Path file = filled();
        Bytes content = must(readFile(file, 1u << 26));
        content[static_cast<std::size_t>(where * static_cast<double>(content.size())) + 7] ^= 0x10;
        must(writeFile(file, content, Overwrite::Replace));
        auto database = Database::open(file, keyOf(1), OpenMode::Existing);
        if (!database.ok())
            COMPARE_FAULT(database, FaultCode::VaultDamaged);
        else
            COMPARE_FAULT(database->checkIntegrity(), FaultCode::VaultDamaged);
    }

    void soundDatabaseChecksOut()
    {
        auto database = must(Database::open(filled(), keyOf(1), OpenMode::Existing));
        VERIFY_OK(database.checkIntegrity());
    }

    void transactionThatDiesLeavesNothing()
    {
        auto database = must(Database::open(filled(), keyOf(1), OpenMode::Existing));
        {
            auto transaction = must(Transaction::begin(database));
            must(database.execute("DELETE FROM t"));
        }
        QCOMPARE(valueOf(database, "SELECT count(*) FROM t"), std::string("200"));
    }

    void secondWriterIsTold()
    {
        const Path file = filled();
        auto first = must(Database::open(file, keyOf(1), OpenMode::Existing));
        auto second = must(Database::open(file, keyOf(1), OpenMode::Existing));
        auto transaction = must(Transaction::begin(first));
        COMPARE_FAULT(Transaction::begin(second), FaultCode::VaultLocked);
        VERIFY_OK(transaction.commit());
        VERIFY_OK(Transaction::begin(second));
    }

    void unfinishedLogIsRecovered()
    {
        // What a killed program leaves: the file as it was, and a log with what was committed since.
        const Path file = fresh(), copy = fresh();
        {
            auto database = must(Database::open(file, keyOf(1), OpenMode::Create));
            must(database.execute("CREATE TABLE t(n INTEGER) STRICT; INSERT INTO t VALUES(7);"));
            std::filesystem::copy_file(file, copy);
            std::filesystem::copy_file(file.string() + "-wal", copy.string() + "-wal");
        }
        auto database = must(Database::open(copy, keyOf(1), OpenMode::Existing));
        QCOMPARE(valueOf(database, "SELECT n FROM t"), std::string("7"));
    }

    void folderThatIsNotThereIsTold()
    {
        COMPARE_FAULT(Database::open(Path(m_folder.path().toStdString()) / "no" / "such" / "folder", keyOf(1), OpenMode::Create),
                      FaultCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_store_database.moc"
