// SPDX-License-Identifier: GPL-3.0-or-later
// Checking a vault recomputes everything from stored bytes, names what is wrong and goes on.
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestCheck : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;
    Path m_template;
    CaseId m_case, m_other;
    NoProgress m_progress;

    session::VaultReport reportOf(const Path &vault)
    {
        const auto session = signIn(*m_office, vault, m_ada);
        return must(session->checkVault(m_progress));
    }
    Path documentsOf(const Path &vault) const { return vault / "cases" / m_case.text() / "documents"; }
    // In place, so that whoever has the file open sees it too.
    static void flip(const Path &path, double where)
    {
        const auto at = static_cast<std::streamoff>(where * static_cast<double>(std::filesystem::file_size(path)));
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at);
        file.put(static_cast<char>(byte ^ 8));
    }
    static bool names(const session::VaultReport &report, const std::string &subject, const std::string &problem)
    {
        return std::ranges::any_of(report.problems, [&](const session::VaultFinding &finding) {
            return finding.subject.find(subject) != std::string::npos && finding.problem.starts_with(problem);
        });
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_template = m_office->makeVault("desk", {m_ada}, {});
        const auto session = signIn(*m_office, m_template, m_ada);
        m_case = intake(*session, "PSH-26-0001");
        review(*session, m_case);
        must(session->sign(m_case, denyWord));
        m_other = intake(*session, "PSH-26-0002");
    }

    void soundVault()
    {
        const auto report = reportOf(m_office->copyOf(m_template));
        QVERIFY(report.problems.empty());
        QVERIFY(report.orphans.empty());
        QCOMPARE(report.cases, std::uint64_t(2));
        QCOMPARE(report.documents, std::uint64_t(4));
        QCOMPARE(report.pages, std::uint64_t(4));
        QCOMPARE(report.signatures, std::uint64_t(1));
        QCOMPARE(report.bytes, 2 * std::uint64_t(sizeof caseReport + sizeof caseLetter - 2));
        QVERIFY(report.entries > 30);
    }

    void everyFlippedDocumentIsNamed()
    {
        for (const double where : {0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999}) {
            const Path vault = m_office->copyOf(m_template);
            flip(std::filesystem::directory_iterator(documentsOf(vault))->path(), where);
            const auto report = reportOf(vault);
            QVERIFY(names(report, "PSH-26-0001: document '", "vault-damaged"));
            QCOMPARE(report.problems.size(), std::size_t(1));
            QCOMPARE(report.documents, std::uint64_t(4)); // it goes on
        }
    }

    void documentsCutAndMissing()
    {
        Path vault = m_office->copyOf(m_template);
        Path file = std::filesystem::directory_iterator(documentsOf(vault))->path();
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
        QVERIFY(names(reportOf(vault), "PSH-26-0001: document '", "vault-truncated"));
        std::filesystem::remove(file);
        QVERIFY(names(reportOf(vault), "PSH-26-0001: document '", "vault-truncated"));
    }

    void everyFlippedPageOfACaseIsNamed()
    {
        for (int page = 0; page < 12; ++page) {
            const Path vault = m_office->copyOf(m_template);
            flip(vault / "cases" / m_case.text() / "case.db", (page + 0.4) / 12);
            const auto report = reportOf(vault);
            QVERIFY2(names(report, "PSH-26-0001", "vault-damaged"), std::to_string(page).c_str());
            QCOMPARE(report.cases, std::uint64_t(2));
            QVERIFY(!names(report, "PSH-26-0002", ""));
        }
    }

    void everyFlippedPageOfTheVaultIsFound()
    {
        for (int page = 0; page < 10; ++page) {
            const Path vault = m_office->copyOf(m_template);
            flip(vault / "vault.db", (page + 0.4) / 10);
            Session session(m_office->environment());
            const auto opened = unlock(session, vault, m_ada);
            if (!opened.ok()) {
                COMPARE_FAULT(opened, FaultCode::VaultDamaged);
                continue;
            }
            const auto report = session.checkVault(m_progress);
            if (report.ok())
                QVERIFY2(names(*report, "vault.db", "vault-damaged"), std::to_string(page).c_str());
            else
                COMPARE_FAULT(report, FaultCode::VaultDamaged);
        }
    }

    void caseGone()
    {
        const Path vault = m_office->copyOf(m_template);
        std::filesystem::remove_all(vault / "cases" / m_other.text());
        const auto report = reportOf(vault);
        QVERIFY(names(report, "PSH-26-0002", "vault-truncated"));
        QCOMPARE(report.problems.size(), std::size_t(1));
    }

    void caseCutShort()
    {
        const Path vault = m_office->copyOf(m_template);
        const Path file = vault / "cases" / m_other.text() / "case.db";
        std::filesystem::resize_file(file, std::filesystem::file_size(file) - 8192);
        QVERIFY(names(reportOf(vault), "PSH-26-0002", "vault-truncated"));
        std::filesystem::resize_file(file, 100);
        QVERIFY(names(reportOf(vault), "PSH-26-0002", "vault-truncated"));
    }

    void filesNobodyNamesAreOrphans()
    {
        const Path vault = m_office->copyOf(m_template);
        putContent(documentsOf(vault) / "0123456789abcdef0123456789abcdef", viewOf("left over"));
        std::filesystem::create_directory(vault / "cases" / "left-over");
        const auto report = reportOf(vault);
        QVERIFY(report.problems.empty());
        QCOMPARE(report.orphans.size(), std::size_t(2));
        QVERIFY(std::ranges::find(report.orphans, "cases/left-over") != report.orphans.end());
        QVERIFY(std::ranges::find(report.orphans, "cases/" + m_case.text() + "/documents/0123456789abcdef0123456789abcdef") != report.orphans.end());
    }

    void damageToAnOpenCaseIsFound()
    {
        const Path vault = m_office->copyOf(m_template);
        const auto session = signIn(*m_office, vault, m_ada);
        must(session->openCase(m_case));
        flip(vault / "cases" / m_case.text() / "case.db", 0.52);
        const auto report = must(session->checkVault(m_progress));
        QVERIFY(names(report, "PSH-26-0001", "vault-damaged"));
    }

    void damagedCaseDoesNotStopTheOthers()
    {
        const Path vault = m_office->copyOf(m_template);
        flip(vault / "cases" / m_case.text() / "case.db", 0.01);
        const auto session = signIn(*m_office, vault, m_ada);
        COMPARE_FAULT(session->openCase(m_case), FaultCode::VaultDamaged);
        QCOMPARE(must(session->openCase(m_other))->documents.size(), std::size_t(2));
        QCOMPARE(must(session->docket()).size(), std::size_t(2));
    }

    void cancelled()
    {
        const auto session = signIn(*m_office, m_office->copyOf(m_template), m_ada);
        StopAfter stop(1);
        COMPARE_FAULT(session->checkVault(stop), FaultCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_session_check.moc"
