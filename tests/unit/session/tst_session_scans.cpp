// SPDX-License-Identifier: GPL-3.0-or-later
// A document over which every reader child dies is left alone after a few, however many pages it has.
#include "core/session/scancourse.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::ScanCourse;
using session::ScanPage;

namespace {

DocumentId documentOf(const char *digit) { return must(DocumentId::parse("00000000-0000-7000-8000-00000000000" + std::string(digit))); }

ScanCourse courseOf(const std::vector<std::pair<DocumentId, std::uint32_t>> &pages)
{
    session::ScanList list;
    for (const auto &[document, page] : pages)
        list.pages.push_back({document, page});
    return ScanCourse(list);
}

} // namespace

class TestSessionScans : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada;

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada", {crypto::Role::Adjudicator});
    }

    void readersAreStartedAFewTimesOnly()
    {
        const Path vault = m_office->makeVault("desk", {m_ada}, {});
        NoProgress progress;
        CaseId id;
        {
            auto session = signIn(*m_office, vault, m_ada);
            id = must(session->createCase(caseFacts("S-1")));
            PdfPlan plan;
            plan.pages.resize(12);               // nothing on them: pictures, as far as anybody can tell
            session::NewDocument document;
            document.name = "scan.pdf";
            document.content = toBytes(writePdf(plan));
            must(session->addDocument(id, document, progress));
        }
        // A reader that dies at once, and leaves a line for each time it was started.
        const Path starts = m_office->fresh("starts"), script = m_office->fresh("reader");
        must(writeFile(script, viewOf("#!/bin/sh\necho started >> '" + starts.string() + "'\nexit 1\n")));
        std::filesystem::permissions(script, std::filesystem::perms::owner_all);
        session::Environment environment = m_office->environment();
        environment.reader.program = script;
        session::Session session(environment);
        must(unlock(session, vault, m_ada));
        const auto read = must(session::Scans(session).read(id, {}, progress));
        QCOMPARE(read.failed, 12u);
        QCOMPARE(read.pages, 0u);
        const std::string lines = toText(contentOf(starts));
        QCOMPARE(std::ranges::count(lines, '\n'), std::ptrdiff_t{limits::readerStarts});
    }

    void aPageThatIsReadBeginsTheCountAnew()
    {
        const DocumentId one = documentOf("1"), two = documentOf("2");
        ScanCourse course = courseOf({{one, 1}, {one, 2}, {one, 3}, {one, 4}, {one, 5}, {one, 6}, {two, 1}, {two, 2}});
        course.opening();
        course.failed();
        QVERIFY(course.needsReader());           // another one for the next page
        course.failed();
        course.opening();
        course.read({"words", {}}, "engine");
        QVERIFY(!course.needsReader());
        course.failed();
        course.failed();
        QCOMPARE(course.page().page, 6u);
        course.failed();
        // What another document lost is none of this one's.
        QVERIFY(course.page().document == two && course.needsReader());
        course.failed();
        QVERIFY(!course.atEnd());
        course.opening();
        course.read({" \n", {}}, "engine");
        QVERIFY(course.atEnd());
        QCOMPARE(course.counts().failed, 6u);
        QCOMPARE(course.counts().pages, 2u);
        QCOMPARE(course.counts().withWords, 1u);
    }

    void theLossesOfOneDocumentAreNotThoseOfTheNext()
    {
        const DocumentId one = documentOf("1"), two = documentOf("2");
        ScanCourse course = courseOf({{one, 1}, {one, 2}, {two, 1}, {two, 2}, {two, 3}, {two, 4}});
        course.failed();
        course.failed();
        course.failed();
        QVERIFY(!course.atEnd() && course.page().page == 2);
        course.failed();
        course.failed();                         // the third of the second document: its fourth page is not tried
        QVERIFY(course.atEnd());
        QCOMPARE(course.counts().failed, 6u);
    }
};

QTEST_GUILESS_MAIN(TestSessionScans)
#include "tst_session_scans.moc"
