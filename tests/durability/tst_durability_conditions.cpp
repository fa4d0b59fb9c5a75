// SPDX-License-Identifier: GPL-3.0-or-later
// Odd conditions with a defined answer: a medium that cannot be written, two programs on one vault, a clock set back, a vault
// copied while it is open, a sealing that was interrupted.
#include "core/session/backups.h"
#include "tests/durability/failingcalls.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestConditions : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_eve;
    Path m_template;
    CaseId m_case;
    NoProgress m_progress;

    // Everything a read-only session is asked for, and refuses.
    void everyChangeIsRefused(Session &session)
    {
        const auto pack = must(session.packOf(m_case));
        COMPARE_FAULT(session.createCase(caseFacts("X-1")), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session.addDocument(m_case, textDocument("more.txt", "More."), m_progress), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session.record(m_case, model::FactorWeighed{pack->id, pack->factors.front().id, "again"}), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session.sign(m_case, denyWord), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session.exportBundle(sendTo(m_office->fresh("b.cwb"), {m_case}, m_eve), m_progress), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session.importBundle(m_office->fresh("no.cwb"), m_progress), FaultCode::VaultReadOnly);
        COMPARE_FAULT(session::Backups(session).setSettings({m_office->root(), 1, 1}), FaultCode::VaultReadOnly);
    }
    void everythingCanBeRead(Session &session, std::size_t entries)
    {
        QCOMPARE(must(session.history(m_case)).size(), entries);
        const auto dossier = must(session.openCase(m_case));
        QCOMPARE(toText(must(session.documentBytes(m_case, dossier->documents[0].facts.document))), std::string(caseReport));
        QCOMPARE(must(session.find(m_case, "unpaid debts", 5)).size(), std::size_t(1));
        const auto report = must(session.checkVault(m_progress));
        QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].problem.c_str());
        QVERIFY(report.documents >= 2);
    }
    // A program that works on a vault and is killed: the logs stay.
    template <typename Work>
    void killedAfter(const Path &vault, const Work &work)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            auto session = signIn(*m_office, vault, m_ada);
            work(*session);
            ::_exit(0); // no destructor runs
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_eve = m_office->enrol("Eve Elsewhere", {crypto::Role::Adjudicator});
        m_template = m_office->makeVault("desk", {m_ada}, {m_eve});
        {
            const auto session = signIn(*m_office, m_template, m_ada);
            m_case = intake(*session, "PSH-26-0001");
            review(*session, m_case);
        }
        FailingCalls::watch(m_office->root().string());
    }
    void cleanup()
    {
        FailingCalls::disarm();
        m_office->clock.set(TestOffice::noon());
    }

    void readOnlyMedium()
    {
        const Path vault = m_office->copyOf(m_template), root = m_office->fresh("backups");
        std::size_t entries = 0;
        {
            const auto session = signIn(*m_office, vault, m_ada);
            entries = must(session->history(m_case)).size();
        }
        const auto before = treeOf(vault);
        {
            FailingCalls::arm(Failing::ReadOnly, 1);
            const auto session = signIn(*m_office, vault, m_ada);
            QVERIFY(session->signedIn().readOnly);
            QVERIFY(!session->signedIn().notices.empty());
            QVERIFY(session->signedIn().notices[0].find("can be read but not written") != std::string::npos);
            everythingCanBeRead(*session, entries);
            everyChangeIsRefused(*session);
            // A second reader does no harm.
            QVERIFY(signIn(*m_office, vault, m_ada)->signedIn().readOnly);
            FailingCalls::disarm();
            // It can be saved, to another medium.
            std::filesystem::create_directory(root);
            const auto backup = must(session::Backups(*session).create(root, m_progress));
            VERIFY_OK(session::checkBackup(backup.folder, {m_office->officePem()}, m_progress));
        }
        QVERIFY(treeOf(vault) == before);
        QVERIFY(!std::filesystem::exists(vault / "vault.db-shm"));
        const auto session = signIn(*m_office, vault, m_ada);
        QVERIFY(!session->signedIn().readOnly);
        VERIFY_OK(session->sign(m_case, denyWord));
    }

    // What a killed program had acknowledged stands in the log only; on a disc nothing may be folded in.
    void readOnlyMediumWithALog()
    {
        const Path vault = m_office->copyOf(m_template), root = m_office->fresh("backups");
        killedAfter(vault, [&](Session &session) {
            const auto pack = must(session.packOf(m_case));
            must(session.record(m_case, model::FactorWeighed{pack->id, pack->factors.front().id, "acknowledged, then killed"}));
            must(session.createCase(caseFacts("PSH-26-0002")));
        });
        QVERIFY(std::filesystem::file_size(vault / "vault.db-wal") > 0);
        const auto before = treeOf(vault);
        Path restored = m_office->fresh("restored.caseward");
        {
            FailingCalls::arm(Failing::ReadOnly, 1);
            const auto session = signIn(*m_office, vault, m_ada);
            QVERIFY(session->signedIn().readOnly);
            QCOMPARE(must(session->history(m_case)).back().kind, std::string("factor.weighed"));
            QCOMPARE(must(session->docket()).size(), std::size_t(2));
            everyChangeIsRefused(*session);
            FailingCalls::disarm();
            std::filesystem::create_directory(root);
            const auto backup = must(session::Backups(*session).create(root, m_progress));
            VERIFY_OK(session::restoreBackup(backup.folder, restored, {m_office->officePem()}, m_progress));
        }
        QVERIFY(treeOf(vault) == before);
        for (const Path &place : {vault, restored}) {
            const auto session = signIn(*m_office, place, m_ada);
            QCOMPARE(must(session->history(m_case)).back().kind, std::string("factor.weighed"));
            QVERIFY(must(session->checkVault(m_progress)).problems.empty());
        }
    }

    void olderSchemaOnAReadOnlyMedium()
    {
        const Path vault = m_office->root() / "old.caseward";
        std::filesystem::copy(Path(CASEWARD_SOURCE_DIR) / "tests/data/vault-schema1/fixture.caseward", vault, std::filesystem::copy_options::recursive);
        const crypto::Secret words = crypto::Secret::fromText("a schema one fixture");
        m_office->clock.set(must(parseInstant("2026-12-01T12:00:00.000Z")));
        session::UnlockRequest request;
        request.vault = vault;
        request.person = must(Session::peopleOf(vault)).front().id;
        request.passphrase = &words;
        FailingCalls::arm(Failing::ReadOnly, 1);
        Session session(m_office->environment());
        COMPARE_FAULT(session.unlock(request), FaultCode::VaultReadOnly);
        FailingCalls::disarm();
        VERIFY_OK(session.unlock(request));
    }

    void twoProgramsOnOneVault()
    {
        const Path vault = m_office->copyOf(m_template);
        const auto first = signIn(*m_office, vault, m_ada);
        Session second(m_office->environment());
        const auto refused = unlock(second, vault, m_ada);
        COMPARE_FAULT(refused, FaultCode::VaultLocked);
        // The one turned away is told who holds it.
        QVERIFY2(refused.fault().detail.find("process " + std::to_string(::getpid())) != std::string::npos, refused.fault().detail.c_str());
        VERIFY_OK(first->sign(m_case, denyWord));
        first->lock();
        VERIFY_OK(unlock(second, vault, m_ada));
        // A lock file left by a program that died holds nobody off, whatever stands in it.
        second.lock();
        putContent(vault / "lock", viewOf("\x1b[2J nonsense \xff"));
        VERIFY_OK(unlock(second, vault, m_ada));
    }

    void clockSetBack()
    {
        const Path vault = m_office->copyOf(m_template);
        m_office->clock.advance(-3'600'000);
        const auto session = signIn(*m_office, vault, m_ada);
        QVERIFY(!session->signedIn().notices.empty());
        QVERIFY(session->signedIn().notices[0].find("set the clock") != std::string::npos);
        const auto refused = session->sign(m_case, denyWord);
        COMPARE_FAULT(refused, FaultCode::ClockSetBack);
        QVERIFY(refused.fault().detail.find("11:00:00") != std::string::npos);
        COMPARE_FAULT(session->exportBundle(sendTo(m_office->fresh("b.cwb"), {m_case}, m_eve), m_progress), FaultCode::ClockSetBack);
        // Reading goes on; the entry of this very sign-in, made with the wrong clock, must not make it look right.
        session->lock();
        VERIFY_OK(unlock(*session, vault, m_ada));
        COMPARE_FAULT(session->sign(m_case, denyWord), FaultCode::ClockSetBack);
        m_office->clock.advance(3'600'000);
        VERIFY_OK(session->sign(m_case, denyWord));
        session->lock();
        QVERIFY(must(unlock(*session, vault, m_ada)).notices.empty());
    }

    // A copy made while somebody works may lack the newest entries or be damaged; never does it say something else without a word.
    void copiedWhileOpen()
    {
        const Path vault = m_office->copyOf(m_template);
        const auto session = signIn(*m_office, vault, m_ada);
        const auto pack = must(session->packOf(m_case));
        const auto work = [&](int n) {
            must(session->record(m_case, model::FactorWeighed{pack->id, pack->factors.front().id, std::string(2000, 'x') + std::to_string(n)}));
        };
        const Path caseFolder = Path("cases") / m_case.text();
        const std::vector<Path> parts = {"vault.json", "key.p7m", "vault.db", "vault.db-wal", "vault.db-shm", caseFolder / "case.db",
                                         caseFolder / "case.db-wal", caseFolder / "case.db-shm"};
        int opened = 0;
        for (std::size_t first = 0; first < parts.size(); ++first) {
            const Path copy = m_office->fresh("copied.caseward");
            std::filesystem::create_directory(copy);
            std::filesystem::copy(vault / "people", copy / "people", std::filesystem::copy_options::recursive);
            std::filesystem::create_directories(copy / caseFolder);
            std::filesystem::copy(vault / caseFolder / "documents", copy / caseFolder / "documents", std::filesystem::copy_options::recursive);
            for (std::size_t n = 0; n < parts.size(); ++n) {
                const Path &part = parts[(first + n) % parts.size()];
                work(static_cast<int>(n)); // between any two files the work goes on
                std::error_code none;
                std::filesystem::copy_file(vault / part, copy / part, none);
            }
            const auto truth = must(session->history(m_case));
            Session other(m_office->environment());
            const auto in = unlock(other, copy, m_ada);
            if (!in.ok()) {
                QVERIFY2(in.fault().code == FaultCode::VaultDamaged || in.fault().code == FaultCode::VaultTruncated || in.fault().code == FaultCode::HistoryBroken,
                         outcomeOf(in).c_str());
                continue;
            }
            const auto report = must(other.checkVault(m_progress));
            const auto history = other.history(m_case);
            if (!history.ok() || !report.problems.empty())
                continue; // said to be damaged
            ++opened;
            QVERIFY(history->size() <= truth.size());
            for (std::size_t index = 0; index < history->size(); ++index)
                QCOMPARE(model::encodeEntry((*history)[index]), model::encodeEntry(truth[index]));
        }
        QVERIFY(opened > 0);
    }

    // Killed between handing a case over and naming the file of its bundle: the case is not lost between two places.
    void interruptedSealingIsSettled()
    {
        const Path vault = m_office->copyOf(m_template), file = m_office->fresh("b.cwb");
        // The disk of the bundle goes away at the moment its file is to get its name.
        const auto tryAt = [&](std::uint64_t n) {
            const Path copy = m_office->copyOf(m_template);
            killedAfter(copy, [&](Session &session) {
                must(session.openCase(m_case));
                FailingCalls::arm(Failing::Gone, n);
                static_cast<void>(session.exportBundle(sendTo(file, {m_case}, m_eve), m_progress));
            });
            return copy;
        };
        int interrupted = 0;
        for (std::uint64_t n = 1; n < 40; ++n) {
            std::filesystem::remove(file);
            const Path copy = tryAt(n);
            const auto session = signIn(*m_office, copy, m_ada);
            const bool there = std::filesystem::exists(file);
            const auto dossier = must(session->openCase(m_case));
            QCOMPARE(dossier->custodyHere, !there); // in one place, and in one only
            const auto rows = must(session->exchangeRegister());
            for (const auto &row : rows) {
                QVERIFY2(row.outcome == (there ? "sent" : "not sent: the sealing was interrupted, and the case stayed here"), row.outcome.c_str());
                interrupted += !there;
            }
            if (!there) {
                const auto sent = must(session->exportBundle(sendTo(file, {m_case}, m_eve), m_progress));
                QCOMPARE(sent.lane, std::uint64_t(1)); // what was never sent leaves no gap
            }
        }
        QVERIFY(interrupted > 2);
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_durability_conditions.moc"
