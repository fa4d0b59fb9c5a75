// SPDX-License-Identifier: GPL-3.0-or-later
// A new key for a database: whatever moment it is cut off at, one key opens everything, and which one is known.
#include "core/store/casekey.h"
#include "core/store/rekey.h"
#include "tests/support/testoffice.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::store;

class TestRekey : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Path m_file, m_copy;
    crypto::Secret m_old, m_new;

    std::int64_t rows(const crypto::Secret &key)
    {
        auto database = must(Database::open(m_file, key, OpenMode::Existing));
        auto count = must(database.prepare("SELECT count(*) FROM notes"));
        must(count.step());
        return count.number(0);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = Path(m_folder->path().toStdString()) / "case.db";
        m_copy = m_file.string() + ".rekeyed";
        m_old = must(crypto::Secret::random(32));
        m_new = must(crypto::Secret::random(32));
        auto database = must(Database::open(m_file, m_old, OpenMode::Create));
        VERIFY_OK(database.execute("CREATE TABLE notes(text TEXT) STRICT;"));
        auto together = must(Transaction::begin(database));
        for (int row = 0; row < 300; ++row)
            VERIFY_OK(must(database.prepare("INSERT INTO notes(text) VALUES('MARKER of some length, so that there are many pages')")).run());
        VERIFY_OK(together.commit());
    }

    void theNewKeyTakesOver()
    {
        VERIFY_OK(prepareRekeyed(m_file, m_old, m_new));
        QCOMPARE(rows(m_old), std::int64_t(300)); // until it counts, nothing has changed
        VERIFY_OK(settleRekeyed(m_file, m_new));
        QVERIFY(!std::filesystem::exists(m_copy));
        QCOMPARE(rows(m_new), std::int64_t(300));
        COMPARE_FAULT(Database::open(m_file, m_old, OpenMode::Existing), FaultCode::VaultDamaged);
        for (const auto &item : std::filesystem::directory_iterator(m_file.parent_path())) {
            const Bytes content = contentOf(item.path());
            QVERIFY2(textView(content).find("MARKER") == std::string_view::npos, item.path().c_str());
        }
    }

    void cutOffBeforeItCounts()
    {
        VERIFY_OK(prepareRekeyed(m_file, m_old, m_new));
        VERIFY_OK(settleRekeyed(m_file, m_old)); // opened again with the key that still counts
        QVERIFY(!std::filesystem::exists(m_copy));
        QCOMPARE(rows(m_old), std::int64_t(300));
    }

    void cutOffWhileTheCopyIsMade()
    {
        VERIFY_OK(prepareRekeyed(m_file, m_old, m_new));
        const Bytes whole = contentOf(m_copy);
        for (const std::size_t size : {std::size_t(0), std::size_t(100), std::size_t(8192), whole.size() / 2, whole.size() - 1}) {
            putContent(m_copy, BytesView(whole).first(size));
            VERIFY_OK(settleRekeyed(m_file, m_old));
            QVERIFY(!std::filesystem::exists(m_copy));
            QCOMPARE(rows(m_old), std::int64_t(300));
        }
    }

    void workLeftInTheLogGoesAlong()
    {
        // A program that was killed leaves its newest rows in the write-ahead log only.
        const Path running = m_file.parent_path() / "running.db";
        {
            auto database = must(Database::open(m_file, m_old, OpenMode::Existing));
            VERIFY_OK(must(database.prepare("INSERT INTO notes(text) VALUES('the newest')")).run());
            std::filesystem::copy_file(m_file, running);
            std::filesystem::copy_file(m_file.string() + "-wal", running.string() + "-wal");
        }
        m_file = running;
        m_copy = m_file.string() + ".rekeyed";
        VERIFY_OK(prepareRekeyed(m_file, m_old, m_new));
        VERIFY_OK(settleRekeyed(m_file, m_new));
        QCOMPARE(rows(m_new), std::int64_t(301));
    }

    void theWrongOldKeyChangesNothing()
    {
        const Bytes before = contentOf(m_file);
        COMPARE_FAULT(prepareRekeyed(m_file, m_new, m_old), FaultCode::VaultDamaged);
        QVERIFY(contentOf(m_file) == before);
        QVERIFY(!std::filesystem::exists(m_copy));
    }

    void twoHalves()
    {
        TestOffice office;
        const Member ada = office.enrol("Ada", {crypto::Role::Adjudicator}), sam = office.enrol("Sam", {crypto::Role::Supervisor}),
                     nils = office.enrol("Nils", {crypto::Role::Adjudicator});
        const Bytes envelope = must(sealCaseKey(m_old, {{ada.certificate()}, {sam.certificate()}}));
        const auto opened = must(openCaseKey(envelope, Opening::TwoPeople, {ada.credential, &sam.credential}));
        QVERIFY(std::ranges::equal(opened.view(), m_old.view()));
        VERIFY_OK(openCaseKey(envelope, Opening::TwoPeople, {sam.credential, &ada.credential}));
        COMPARE_FAULT(openCaseKey(envelope, Opening::TwoPeople, {sam.credential}), FaultCode::SecondPersonNeeded);
        COMPARE_FAULT(openCaseKey(envelope, Opening::TwoPeople, {ada.credential}), FaultCode::SecondPersonNeeded);
        COMPARE_FAULT(openCaseKey(envelope, Opening::TwoPeople, {ada.credential, &nils.credential}), FaultCode::NotEnrolled);
        COMPARE_FAULT(openCaseKey(envelope, Opening::TwoPeople, {nils.credential, &sam.credential}), FaultCode::NotEnrolled);
    }
};

QTEST_APPLESS_MAIN(TestRekey)
#include "tst_store_rekey.moc"
