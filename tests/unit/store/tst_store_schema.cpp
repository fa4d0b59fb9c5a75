// SPDX-License-Identifier: GPL-3.0-or-later
// Schema numbers: the vault of an older program is brought up to date whole or not at all, a newer one is left alone.
#include "core/crypto/envelope.h"
#include "core/store/schema.h"
#include "core/store/vault.h"
#include "tests/support/testoffice.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

namespace {

crypto::Secret someKey()
{
    return crypto::Secret::copyOf(Bytes(32, 7));
}

Status createOld(Database &database)
{
    return database.execute("CREATE TABLE t(n INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT; INSERT INTO t VALUES(1,'kept');");
}
Status addColumn(Database &database)
{
    return database.execute("ALTER TABLE t ADD COLUMN more INTEGER NOT NULL DEFAULT 5; CREATE TABLE u(n INTEGER PRIMARY KEY) STRICT;");
}
Status addThenFail(Database &database)
{
    TRY(addColumn(database));
    return fail(FaultCode::DiskFull, "as if the disk were full");
}
Status addThenDie(Database &database)
{
    TRY(addColumn(database));
    ::_exit(0); // like kill -9: no destructor, no rollback
}

constexpr std::array oldSteps = {SchemaStep{1, "PRAGMA user_version=1;", createOld}};
constexpr std::array steps = {SchemaStep{1, "PRAGMA user_version=1;", createOld}, SchemaStep{2, "PRAGMA user_version=2;", addColumn}};
constexpr std::array failing = {SchemaStep{1, "PRAGMA user_version=1;", createOld}, SchemaStep{2, "PRAGMA user_version=2;", addThenFail}};
constexpr std::array dying = {SchemaStep{1, "PRAGMA user_version=1;", createOld}, SchemaStep{2, "PRAGMA user_version=2;", addThenDie}};

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    Path fresh() { return Path(m_folder.path().toStdString()) / std::to_string(++m_count); }
    Database open(const Path &file) { return must(Database::open(file, someKey(), OpenMode::Existing)); }
    Path oldFile()
    {
        const Path file = fresh();
        auto database = must(Database::open(file, someKey(), OpenMode::Create));
        must(foundSchema(database, oldSteps));
        return file;
    }
    static std::int64_t numberOf(Database &database, const char *sql)
    {
        auto row = must(database.prepare(sql));
        must(row.step());
        return row.number(0);
    }
    static bool isWholeOld(Database &database)
    {
        return must(schemaOf(database)) == 1 && numberOf(database, "SELECT count(*) FROM t") == 1 &&
               numberOf(database, "SELECT count(*) FROM sqlite_schema WHERE name='u'") == 0 &&
               numberOf(database, "SELECT count(*) FROM pragma_table_info('t')") == 2;
    }

    // The vault that the program of commit 4742723 wrote.
    Path oldVault()
    {
        const Path folder = fresh();
        std::filesystem::copy(Path(CASEWARD_SOURCE_DIR) / "tests/data/vault-schema1/fixture.caseward", folder,
                              std::filesystem::copy_options::recursive);
        return folder;
    }
    static session::Environment environment(const Clock &clock, Random &random)
    {
        reading::ReaderSetup reader;
        reader.program = Path(CASEWARD_BINARY_DIR) / "caseward-reader";
        return {clock, random, reader, Path(CASEWARD_SOURCE_DIR) / "resources" / "packs"};
    }
    static Result<session::SignedIn> signInAs(session::Session &session, const Path &vault, const std::string &name)
    {
        const crypto::Secret words = crypto::Secret::fromText("a schema one fixture");
        session::UnlockRequest request;
        request.vault = vault;
        request.passphrase = &words;
        for (const auto &person : must(session::Session::peopleOf(vault)))
            if (person.name == name)
                request.person = person.id;
        return session.unlock(request);
    }
    static crypto::Credential credentialOf(const Path &vault, const std::string &name)
    {
        for (const MemberFile &member : must(Vault::members(vault)))
            if (member.certificate.commonName() == name)
                return must(crypto::Credential::make(member.certificate,
                                                     must(crypto::PrivateKey::fromEncryptedFile(
                                                         contentOf(member.keyFile), crypto::Secret::fromText("a schema one fixture")))));
        qFatal("nobody of that name");
    }

private slots:
    void stepsAreNumberedWithoutGaps()
    {
        for (const auto list : {vaultSchema(), caseSchema()})
            for (std::size_t index = 0; index < list.size(); ++index) {
                QCOMPARE(list[index].number, static_cast<int>(index + 1));
                QCOMPARE(std::string(list[index].stamp), "PRAGMA user_version=" + std::to_string(index + 1) + ";");
            }
    }

    void foundedAndMigratedAreTheSame()
    {
        const Path file = oldFile();
        auto migrated = open(file);
        must(migrateSchema(migrated, steps));
        auto founded = must(Database::open(fresh(), someKey(), OpenMode::Create));
        must(foundSchema(founded, steps));
        for (Database *database : {&migrated, &founded}) {
            QCOMPARE(must(schemaOf(*database)), 2);
            QCOMPARE(numberOf(*database, "SELECT more FROM t"), std::int64_t(5));
        }
        must(migrateSchema(migrated, steps)); // twice changes nothing
        QCOMPARE(must(schemaOf(migrated)), 2);
    }

    void newerIsLeftAlone()
    {
        const Path file = oldFile();
        auto database = open(file);
        must(migrateSchema(database, steps));
        COMPARE_FAULT(migrateSchema(database, oldSteps), FaultCode::VaultForeign);
        QVERIFY(migrateSchema(database, oldSteps).fault().detail.find("a newer Caseward wrote this") != std::string::npos);
        QCOMPARE(must(schemaOf(database)), 2);
    }

    void failureInTheMiddleLeavesTheOldOneWhole()
    {
        const Path file = oldFile();
        {
            auto database = open(file);
            COMPARE_FAULT(migrateSchema(database, failing), FaultCode::DiskFull);
            QVERIFY(isWholeOld(database));
        }
        auto database = open(file);
        QVERIFY(isWholeOld(database));
        VERIFY_OK(migrateSchema(database, steps));
        QCOMPARE(must(schemaOf(database)), 2);
    }

    void deathInTheMiddleLeavesTheOldOneWhole()
    {
        const Path file = oldFile();
        const pid_t child = ::fork();
        if (child == 0) {
            auto database = Database::open(file, someKey(), OpenMode::Existing);
            if (database.ok())
                static_cast<void>(migrateSchema(*database, dying));
            ::_exit(1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0); // it died where it should
        auto database = open(file);
        QVERIFY(isWholeOld(database));
        VERIFY_OK(migrateSchema(database, steps));
        VERIFY_OK(database.checkIntegrity());
    }

    void theOldVaultOpensAndNothingIsMissing()
    {
        const Path folder = oldVault();
        FixedClock clock(must(parseInstant("2026-12-01T12:00:00.000Z")));
        SystemRandom random;
        NoProgress progress;
        std::vector<std::string> before;
        {
            auto database = must(Database::open(folder / "vault.db", must(crypto::openEnvelope(contentOf(folder / "key.p7m"),
                                                                                              credentialOf(folder, "Max Lee"))),
                                                OpenMode::Existing));
            QCOMPARE(numberOf(database, "PRAGMA user_version"), std::int64_t(0));
            QCOMPARE(numberOf(database, "SELECT count(*) FROM entries"), std::int64_t(11));
        }
        session::Session session(environment(clock, random));
        VERIFY_OK(signInAs(session, folder, "Ada Rivera"));
        const auto report = must(session.checkVault(progress));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].problem.c_str());
        QCOMPARE(report.cases, std::uint64_t(1));
        QCOMPARE(report.documents, std::uint64_t(1));
        QCOMPARE(report.bytes, std::uint64_t(133));
        const CaseId id = must(session.findCase("FIX-1"));
        const auto entries = must(session.history(id));
        QCOMPARE(entries.size(), std::size_t(7));
        QCOMPARE(entries.back().kind, std::string("passage.untied"));
        const auto dossier = must(session.openCase(id));
        QCOMPARE(dossier->ties.size(), std::size_t(1));
        QVERIFY(toText(must(session.documentBytes(id, dossier->documents[0].facts.document))).starts_with("I did not list"));
        QVERIFY(must(session.stationLedger()).size() > 11);
        // And the work goes on.
        VERIFY_OK(session.record(id, model::PagesDisplayed{dossier->documents[0].facts.document, {1}}));
        session.lock();
        VERIFY_OK(signInAs(session, folder, "Max Lee"));
        session.lock();

        auto vault = must(Vault::open(folder, credentialOf(folder, "Ada Rivera")));
        QCOMPARE(must(schemaOf(vault->database())), vaultSchema().back().number);
        QCOMPARE(numberOf(vault->database(), "SELECT two_person FROM cases"), std::int64_t(0));
        for (const char *sql : {"SELECT count(*) FROM roster", "SELECT count(*) FROM crls", "SELECT count(*) FROM intermediates"})
            QCOMPARE(numberOf(vault->database(), sql), std::int64_t(0));
        // Who could open the case by its envelope has a row that says so since the first sign-in.
        QCOMPARE(numberOf(vault->database(), "SELECT count(*) FROM access"), std::int64_t(1));
        VERIFY_OK(vault->checkIntegrity());
    }

    void aVaultOfTheFutureIsNotOpened()
    {
        const Path folder = oldVault();
        {
            auto vault = must(Vault::open(folder, credentialOf(folder, "Ada Rivera")));
            must(vault->database().execute("PRAGMA user_version=99; DROP TABLE meta;"));
        }
        const auto opened = Vault::open(folder, credentialOf(folder, "Ada Rivera"));
        COMPARE_FAULT(opened, FaultCode::VaultForeign);
        QVERIFY(opened.fault().detail.find("a newer Caseward") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_store_schema.moc"
