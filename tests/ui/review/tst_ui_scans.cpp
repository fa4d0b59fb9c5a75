// SPDX-License-Identifier: GPL-3.0-or-later
// A scan on a real vault, read by the real Tesseract while the desk stays free, and found with Ctrl+F. Only where Tesseract is installed.
#include "core/reading/scanlibrary.h"
#include "core/session/casesearch.h"
#include "tests/support/scanfile.h"
#include "tests/support/testcase.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/review/scanreading.h"
#include "ui/pages/review/scanstrip.h"

#include <QDir>
#include <QPushButton>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiScans : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera;
    Path m_vault;
    CaseId m_case;
    DocumentId m_scan;
    ReviewPage *m_page = nullptr;

    QString whyNot(const char *id)
    {
        for (const PageAction &one : m_page->pageActions())
            if (one.id == QLatin1String(id) && one.whyNot)
                return one.whyNot();
        return QStringLiteral("no such action");
    }
    void run(const char *id)
    {
        for (const PageAction &one : m_page->pageActions())
            if (one.id == QLatin1String(id)) {
                QCOMPARE(one.whyNot ? one.whyNot() : QString(), QString());
                return one.run();
            }
        QFAIL(id);
    }
    // CASEWARD_PICTURES names a folder for pictures, light and dark.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            QTest::qWait(30);
            const QString file = folder + u'/' + name + (scheme == Theme::Scheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            QCOMPARE(clippedWords(m_window.get()), QStringList());
            QCOMPARE(weakContrast(m_window.get()), QStringList());
            if (!folder.isEmpty() && QDir().mkpath(folder))
                m_window->grab().save(file);
        }
    }
    QString said() { return find<QLabel>("review.scans.words")->text(); }
    // Whether a program of this name is a child of this process.
    static bool isAlive(const QString &name)
    {
        for (const QFileInfo &thread : QDir(QStringLiteral("/proc/self/task")).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile children(thread.filePath() + QStringLiteral("/children"));
            if (!children.open(QFile::ReadOnly))
                continue;
            for (const QByteArray &child : children.readAll().simplified().split(' ')) {
                QFile comm(QStringLiteral("/proc/") + QString::fromLatin1(child) + QStringLiteral("/comm"));
                if (comm.open(QFile::ReadOnly) && QString::fromLocal8Bit(comm.readAll()).trimmed() == name)
                    return true;
            }
        }
        return false;
    }

private slots:
    void initTestCase()
    {
        if (!reading::hasScanLibrary())
            QSKIP("Tesseract is not on this machine");
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_vault = m_office->makeVault("desk", {*m_rivera}, {});
        auto session = tests::signIn(*m_office, m_vault, *m_rivera);
        m_case = tests::must(session->createCase(tests::caseFacts("T-1")));
        const std::string scan = tests::scanOf({"The respondent owes 28,300 dollars", "to a credit union in Norfolk"});
        QVERIFY(!scan.empty());
        session::NewDocument document;
        document.name = "slip.tif";
        document.title = "Deposit slips";
        document.content = toBytes(scan);
        NoProgress progress;
        m_scan = tests::must(session->addDocument(m_case, document, progress));
    }
    void init()
    {
        m_page = signInTo<ReviewPage>(m_office->copyOf(m_vault), *m_rivera);
        openCase(m_case);
        QTRY_COMPARE(m_page->pane(0)->document(), m_scan);
        QTRY_VERIFY(m_page->pane(0)->view()->glyphs(1));
    }
    void cleanup() { leave(); }

    void isReadAndFound()
    {
        run("review.readScans");
        ScanStrip *strip = find<ScanStrip>("review.scans");
        QVERIFY(strip->isReading());
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isReading(), 90'000);
        QVERIFY2(said().contains(QStringLiteral("read 1 page, with words on 1")), qPrintable(said()));
        FindBar *bar = m_page->pane(0)->findBar();
        bar->open();
        auto *needle = bar->findChild<QLineEdit *>();
        needle->setText(QStringLiteral("credit union"));
        QTest::keyClick(needle, Qt::Key_Return);
        QTRY_VERIFY(!m_page->pane(0)->view()->shownPages().empty());
        QTRY_VERIFY(bar->findChildren<QLabel *>().at(0)->text().contains(QStringLiteral("read by a machine")));
        picture(QStringLiteral("scans"));
        PageSource *source = m_page->pane(0)->view()->source();
        std::vector<model::Spot> places;
        connect(source, &PageSource::found, this, [&places](const QString &, const std::vector<model::Spot> &found) { places = found; });
        source->find(QStringLiteral("credit union"));
        QTRY_COMPARE(places.size(), std::size_t{1});
        // Where the line stands on the page of 400 x 200 points, and no words that could be quoted.
        QVERIFY(places[0].area);
        QVERIFY(places[0].area->x > 0 && places[0].area->x + places[0].area->width < 400 && places[0].area->y > 0 && places[0].area->height < 40);
        // The whole case leads to the very same place.
        std::optional<session::SearchRound> round;
        m_worker->run<session::SearchRound>(
            m_page, [id = m_case](session::Session &session, Progress &progress) { return session::searchCase(session, id, {"credit union"}, {}, progress); },
            [&](Result<session::SearchRound> done) { round = tests::must(std::move(done)); });
        QTRY_VERIFY(round.has_value());
        QCOMPARE(round->hits.size(), std::size_t{1});
        QVERIFY(round->hits[0].in == session::HitIn::Scan && round->hits[0].area == places[0].area);
        // Again: there is nothing left to read.
        run("review.readScans");
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isReading(), 90'000);
        QVERIFY2(said().contains(QStringLiteral("read before")), qPrintable(said()));
    }

    void theDeskStaysFreeAndStoppingKeepsTheCaseWhole()
    {
        run("review.readAllScans");
        ScanStrip *strip = find<ScanStrip>("review.scans");
        QVERIFY(strip->isReading());
        // The worker answers while the machine is at it.
        bool answered = false;
        m_worker->run<bool>(m_page, [](session::Session &, Progress &) -> Result<bool> { return true; }, [&](const Result<bool> &) { answered = true; });
        QTRY_VERIFY(answered);
        const bool stopped = strip->isReading();
        if (stopped)
            find<QPushButton>("review.scans.button")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isReading(), 90'000);
        // The last page may have been read before the wish to stop got there.
        QVERIFY2(said().contains(QStringLiteral("read 1 page")) || (stopped && said().startsWith(QStringLiteral("Stopped."))), qPrintable(said()));
        // Whatever was read until then is kept, and the rest is read when it is asked for again.
        run("review.readAllScans");
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isReading(), 90'000);
        std::optional<std::uint32_t> pages;
        m_worker->run<std::map<DocumentId, std::uint32_t>>(
            m_page, [id = m_case](session::Session &session, Progress &) { return session::Scans(session).pagesRead(id); },
            [&](const Result<std::map<DocumentId, std::uint32_t>> &read) { pages = read.ok() && read->contains(m_scan) ? read->at(m_scan) : 0; });
        QTRY_VERIFY(pages.has_value());
        QCOMPARE(*pages, 1u);
    }

    void aDocumentWithWordsIsNotOffered()
    {
        QCOMPARE(whyNot("review.readScans"), QString());
        // Two PDFs are added: one says something on every page, one has a page that says nothing.
        std::vector<DocumentId> added;
        for (const bool whole : {true, false}) {
            tests::PdfPlan plan;
            plan.pages.resize(2);
            plan.pages[0].lines = {"The first page has words."};
            plan.pages[1].lines = whole ? std::vector<std::string>{"And so has the second."} : std::vector<std::string>();
            session::NewDocument document;
            document.name = whole ? "whole.pdf" : "mixed.pdf";
            document.title = document.name;
            document.content = toBytes(tests::writePdf(plan));
            m_worker->run<DocumentId>(
                m_page, [id = m_case, document](session::Session &session, Progress &progress) { return session.addDocument(id, document, progress); },
                [&added](const Result<DocumentId> &done) { added.push_back(tests::must(done)); });
        }
        QTRY_COMPARE(added.size(), std::size_t{2});
        m_model->open(m_case);
        QTRY_VERIFY(m_model->isOpen() && settled() && m_model->dossier()->documents.size() == 3);
        const auto show = [this](const DocumentId &document) {
            m_page->openDocument(document, ReviewPage::Where::First);
            QTRY_COMPARE(m_page->activePane()->document(), document);
            QTRY_VERIFY(settled());
        };
        show(added[0]);
        QTRY_COMPARE(whyNot("review.readScans"), QStringLiteral("Every page of this document has words of its own."));
        QCOMPARE(whyNot("review.readAllScans"), QString());
        show(added[1]);
        QCOMPARE(whyNot("review.readScans"), QString());
        show(m_scan);
        QCOMPARE(whyNot("review.readScans"), QString());
    }

    // As when the vault is locked: the desk forgets the reading. The child never answers and has a day for it.
    void goingEndsTheChildInTheMiddleOfItsPage()
    {
        session::Environment environment = m_office->environment();
        environment.reader.program = Path(CASEWARD_BINARY_DIR) / "lying-reader";
        environment.reader.fonts = "/pixels-hang";
        environment.reader.timePerScan = std::chrono::hours(24);
        Worker worker(environment);
        std::optional<bool> in;
        worker.run<bool>(
            m_page,
            [this](session::Session &session, Progress &) -> Result<bool> {
                TRY(tests::unlock(session, m_office->copyOf(m_vault), *m_rivera));
                TRY(session.openCase(m_case));
                return true;
            },
            [&in](const Result<bool> &done) { in = done.ok(); });
        QTRY_VERIFY(in.has_value());
        QVERIFY(*in);
        auto reading = std::make_unique<SessionScanReading>(&worker, m_case);
        reading->start(m_scan);
        QTRY_VERIFY(isAlive("lying-reader"));
        reading.reset();
        QTRY_VERIFY(!isAlive("lying-reader"));
    }

    void leavingInTheMiddleIsNoTrouble()
    {
        run("review.readScans");
        QVERIFY(find<ScanStrip>("review.scans")->isReading());
        // cleanup() takes the page away at once
    }
};

WINDOW_TEST_MAIN(TestUiScans)
#include "tst_ui_scans.moc"
