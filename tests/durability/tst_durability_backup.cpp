// SPDX-License-Identifier: GPL-3.0-or-later
// Backups: made while the vault is open, proven from outside, put back elsewhere; every spoiled byte is found before anything
// is put back.
#include "core/session/backups.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTest>

#include <fstream>

using namespace caseward;
using namespace caseward::tests;
using session::Backups;

class TestBackup : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_template;
    CaseId m_case;
    NoProgress m_progress;

    Path freshFolder(const std::string &name)
    {
        const Path folder = m_office->fresh(name);
        std::filesystem::create_directory(folder);
        return folder;
    }
    std::vector<Path> offices() const { return {m_office->officePem()}; }
    auto check(const Path &backup) { return session::checkBackup(backup, offices(), m_progress); }
    auto restore(const Path &backup, const Path &vault) { return session::restoreBackup(backup, vault, offices(), m_progress); }
    static QByteArray tool(const QString &program, const QStringList &arguments, const QString &folder, const QByteArray &input, int *exit)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        *exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return process.readAllStandardOutput();
    }
    static std::size_t entriesIn(const Path &folder)
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_template = m_office->makeVault("desk", {m_ada, m_sam}, {});
        const auto session = signIn(*m_office, m_template, m_ada);
        m_case = intake(*session, "PSH-26-0001");
        review(*session, m_case);
    }

    void madeWhileOpenAndPutBackElsewhere()
    {
        const Path vault = m_office->copyOf(m_template), root = freshFolder("backups");
        const auto session = signIn(*m_office, vault, m_ada);
        must(session->sign(m_case, denyWord)); // stands in the log of case.db, not yet in the file
        const auto before = must(session->history(m_case));
        const auto made = must(Backups(*session).create(root, m_progress));
        QVERIFY(made.warning.empty());
        QCOMPARE(session->stationLedger()->back().kind, std::string("backup.made"));
        // The work goes on, and the backup stays what it was.
        must(session->createCase(caseFacts("PSH-26-0002")));
        const auto checked = must(check(made.folder));
        QCOMPARE(checked.signer, std::string("Ada Adjudicator"));
        QCOMPARE(checked.files, made.files);

        const Path other = m_office->fresh("elsewhere.caseward");
        VERIFY_OK(restore(made.folder, other));
        const auto there = signIn(*m_office, other, m_ada);
        const auto after = must(there->history(m_case));
        QCOMPARE(after.size(), before.size());
        QCOMPARE(model::encodeEntry(after.back()), model::encodeEntry(before.back()));
        QCOMPARE(must(there->docket()).size(), std::size_t(1));
        const auto report = must(there->checkVault(m_progress));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].problem.c_str());
        QVERIFY(report.orphans.empty());
        COMPARE_FAULT(restore(made.folder, other), FaultCode::AlreadyExists);
    }

    // Whoever may not open a case still saves it, as bytes.
    void casesWithoutNeedToKnowAreInIt()
    {
        const Path vault = m_office->copyOf(m_template), root = freshFolder("backups");
        Path backup;
        {
            const auto session = signIn(*m_office, vault, m_sam);
            QVERIFY(!session->openCase(m_case).ok());
            backup = must(Backups(*session).create(root, m_progress)).folder;
        }
        const Path other = m_office->fresh("elsewhere.caseward");
        VERIFY_OK(restore(backup, other));
        QCOMPARE(must(signIn(*m_office, other, m_ada)->openCase(m_case))->documents.size(), std::size_t(2));
    }

    void stockToolsProveIt()
    {
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        const Path backup = must(Backups(*session).create(freshFolder("backups"), m_progress)).folder;
        const QString folder = QString::fromStdString(backup.string());
        int exit = -1;
        tool("openssl", {"cms", "-verify", "-binary", "-inform", "DER", "-in", "backup.p7s", "-content", "backup.json", "-CAfile",
                         QString::fromStdString(m_office->officePem().string()), "-no_check_time", "-out", "/dev/null"}, folder, {}, &exit);
        QCOMPARE(exit, 0);
        const QByteArray sums = tool("python3", {"-c", "import json\nfor f in json.load(open('backup.json'))['files']: print(f['sha256']+'  vault/'+f['name'])"},
                                     folder, {}, &exit);
        QCOMPARE(exit, 0);
        QVERIFY(sums.count('\n') >= 8);
        tool("sha256sum", {"--strict", "--check", "--status", "-"}, folder, sums, &exit);
        QCOMPARE(exit, 0);
    }

    void everyFileSpoiledIsFoundBeforeAnythingIsPutBack()
    {
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        const Path backup = must(Backups(*session).create(freshFolder("backups"), m_progress)).folder;
        const Path target = m_office->fresh("never.caseward");
        const auto refused = [&](const char *what) {
            const auto restored = restore(backup, target);
            QVERIFY2(codeOf(restored) == FaultCode::BackupDamaged, (std::string(what) + ": " + outcomeOf(restored)).c_str());
            QVERIFY(!std::filesystem::exists(target));
        };
        int files = 0;
        for (const auto &[name, sound] : treeOf(backup)) {
            const Path path = backup / name;
            for (const std::size_t at : {std::size_t(0), sound.size() / 2, sound.size() - 1}) {
                Bytes changed = sound;
                changed[at] ^= 1;
                putContent(path, changed);
                refused(name.c_str());
            }
            putContent(path, BytesView(sound).first(sound.size() - 1));
            refused(name.c_str());
            std::filesystem::remove(path);
            refused(name.c_str());
            putContent(path, sound);
            ++files;
        }
        QVERIFY(files >= 10);
        putContent(backup / "vault" / "people" / "intruder.pem", viewOf("one more"));
        refused("a file that is in no list");
        std::filesystem::remove(backup / "vault" / "people" / "intruder.pem");
        VERIFY_OK(check(backup));
        const Bytes key = contentOf(backup / "vault" / "key.p7m");
        std::filesystem::remove(backup / "vault" / "key.p7m");
        putContent(m_office->root() / "key.p7m", key);
        std::filesystem::create_symlink(m_office->root() / "key.p7m", backup / "vault" / "key.p7m");
        refused("a link in place of a file");
    }

    void aStrangersSignatureCountsNothing()
    {
        TestOffice strangers("Elsewhere");
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        const Path backup = must(Backups(*session).create(freshFolder("backups"), m_progress)).folder;
        COMPARE_FAULT(session::checkBackup(backup, {strangers.officePem()}, m_progress), FaultCode::CertificateUntrusted);
        COMPARE_FAULT(session::checkBackup(m_office->root(), offices(), m_progress), FaultCode::BackupDamaged);
        COMPARE_FAULT(session::checkBackup(backup, {m_office->root() / "no.pem"}, m_progress), FaultCode::NotFound);
    }

    void documentsAreSharedUnlessSpoiled()
    {
        const Path root = freshFolder("backups");
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        const auto first = must(Backups(*session).create(root, m_progress));
        QCOMPARE(first.linked, std::uint64_t(0));
        m_office->clock.advance(1000);
        const auto second = must(Backups(*session).create(root, m_progress));
        QCOMPARE(second.linked, std::uint64_t(2));
        const Path document = std::filesystem::directory_iterator(second.folder / "vault" / "cases" / m_case.text() / "documents")->path();
        QCOMPARE(std::filesystem::hard_link_count(document), std::uintmax_t(2));
        // A bad sector under the shared file: found, and healed by the next one.
        Bytes changed = contentOf(document);
        changed[20] ^= 1;
        {
            std::ofstream file(document, std::ios::binary | std::ios::in);
            file.write(reinterpret_cast<const char *>(changed.data()), static_cast<std::streamsize>(changed.size()));
        }
        COMPARE_FAULT(check(first.folder), FaultCode::BackupDamaged);
        m_office->clock.advance(1000);
        const auto third = must(Backups(*session).create(root, m_progress));
        QCOMPARE(third.linked, std::uint64_t(1));
        VERIFY_OK(check(third.folder));
    }

    void rotationKeepsTheNewestOfThisVaultOnly()
    {
        const Path root = freshFolder("backups");
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        const Path otherVault = m_office->makeVault("desk2", {m_ada}, {});
        const auto other = signIn(*m_office, otherVault, m_ada);
        const Path foreign = must(Backups(*other).create(root, m_progress)).folder;
        putContent(root / "holiday.jpg", viewOf("not ours"));
        VERIFY_OK(Backups(*session).setSettings({root, 2, 24}));
        std::vector<Path> made;
        for (int n = 0; n < 4; ++n) {
            m_office->clock.advance(1000);
            made.push_back(must(Backups(*session).create({}, m_progress)).folder);
        }
        const auto rows = must(Backups(*session).list({}));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[0].folder, made[3]);
        QCOMPARE(rows[1].folder, made[2]);
        VERIFY_OK(check(made[3]));
        VERIFY_OK(check(foreign));
        QCOMPARE(entriesIn(root), std::size_t(4));
        // A clock that went back makes the newest look oldest: it stays all the same.
        m_office->clock.advance(-60'000);
        const auto back = must(Backups(*session).create({}, m_progress));
        VERIFY_OK(check(back.folder));
        m_office->clock.set(TestOffice::noon());
    }

    void automaticWhenDue()
    {
        const Path root = freshFolder("backups");
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        Backups backups(*session);
        QVERIFY(!must(backups.isDue())); // no folder is set
        COMPARE_FAULT(backups.create({}, m_progress), FaultCode::Usage);
        VERIFY_OK(backups.setSettings({root, 3, 24}));
        QVERIFY(must(backups.createIfDue(m_progress)).has_value());
        QVERIFY(!must(backups.createIfDue(m_progress)).has_value());
        m_office->clock.advance(23 * 3'600'000);
        QVERIFY(!must(backups.isDue()));
        m_office->clock.advance(3'600'000);
        QVERIFY(must(backups.createIfDue(m_progress)).has_value());
        std::filesystem::remove_all(root);
        m_office->clock.advance(25 * 3'600'000);
        COMPARE_FAULT(backups.createIfDue(m_progress), FaultCode::NotFound); // said, not passed over
        m_office->clock.set(TestOffice::noon());
    }

    void whereABackupMayNotGo()
    {
        const Path vault = m_office->copyOf(m_template);
        const auto session = signIn(*m_office, vault, m_ada);
        Backups backups(*session);
        for (const Path &inside : {vault, vault / "cases", vault / "people" / ".." / "cases"}) {
            COMPARE_FAULT(backups.create(inside, m_progress), FaultCode::Usage);
            COMPARE_FAULT(backups.setSettings({inside, 3, 24}), FaultCode::Usage);
        }
        COMPARE_FAULT(backups.create(m_office->root() / "no-such-folder", m_progress), FaultCode::NotFound);
        COMPARE_FAULT(backups.setSettings({m_office->root(), 0, 24}), FaultCode::Usage);
        session->lock();
        COMPARE_FAULT(backups.create(m_office->root(), m_progress), FaultCode::NotSignedIn);
    }

    void cancelledLeavesNothing()
    {
        const Path root = freshFolder("backups");
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        StopAfter stop(4);
        COMPARE_FAULT(Backups(*session).create(root, stop), FaultCode::Cancelled);
        QCOMPARE(entriesIn(root), std::size_t(0));
        const Path backup = must(Backups(*session).create(root, m_progress)).folder;
        const Path target = m_office->fresh("never.caseward");
        StopAfter later(14);
        COMPARE_FAULT(session::restoreBackup(backup, target, offices(), later), FaultCode::Cancelled);
        QVERIFY(!std::filesystem::exists(target));
        QVERIFY(!std::filesystem::exists(target.string() + ".restoring"));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_durability_backup.moc"
