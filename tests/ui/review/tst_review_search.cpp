// SPDX-License-Identifier: GPL-3.0-or-later
// Finding words in the whole case at the desk: what is found, where it leads, and that the search can be stopped, replaced and
// left at any time.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/casehitmodel.h"
#include "ui/pages/review/casesearchpanel.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/recordlist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

class ReviewSearchTest : public QObject, private Desk {
    Q_OBJECT

    CaseSearchPanel *panel() { return m_page->findChild<CaseSearchPanel *>(QStringLiteral("review.caseSearch")); }
    QLineEdit *words() { return m_page->findChild<QLineEdit *>(QStringLiteral("review.caseSearch.words")); }
    QListView *hits() { return m_page->findChild<QListView *>(QStringLiteral("review.caseSearch.hits")); }
    QString said() { return m_page->findChild<QLabel *>(QStringLiteral("review.caseSearch.count"))->text(); }
    void openSearch() { press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); }
    void look(const QString &what)
    {
        openSearch();
        QCOMPARE(QApplication::focusWidget(), words());
        QTest::keyClicks(words(), what);
    }
    QStringList rows()
    {
        QStringList list;
        for (int i = 0; i < panel()->model()->rowCount(); ++i) {
            const CaseHitRow &row = panel()->model()->row(i);
            list << (row.heading ? row.place + QStringLiteral(" %1").arg(row.count) : row.place + QStringLiteral(" [") + row.match + u']');
        }
        return list;
    }

private slots:
    void initTestCase() { makeTheme(); }
    void init()
    {
        open();
        view()->setFocus();
    }
    void cleanup() { m_page.reset(); }

    void hitsAreListedByDocument()
    {
        look(QStringLiteral("income"));
        QTRY_COMPARE(said(), QStringLiteral("3 places in 1 document"));
        QCOMPARE(rows(), (QStringList{"Decision 3", "p. 1 [income]", "p. 2 [income]", "p. 3 [income]"}));
        // The record stands aside while the search is open.
        QVERIFY(panel()->isVisible());
        QVERIFY(!m_page->findChild<RecordList *>()->isVisible());
    }

    void notesAndFactsAreFoundToo()
    {
        m_door->record({model::PassageNoted{m_second, "compare with the LETTER of March"}}, {});
        QTRY_VERIFY(!m_door->recordedOf<model::PassageNoted>().empty());
        look(QStringLiteral("letter"));
        QTRY_VERIFY(said().endsWith(QStringLiteral("in 1 document")));
        QCOMPARE(rows(), (QStringList{"Letter 3", "Title [Letter]", "File name [Letter]", "Note of a passage, p. 1 [LETTER]"}));
    }

    void aPhraseOverALineIsFound()
    {
        look(QStringLiteral("no income. he admitted"));
        QTRY_COMPARE(rows().size(), 4);
        QCOMPARE(panel()->search().hits().front().match, std::string("no income.\nHe admitted"));
    }

    void enterGoesThroughTheHits()
    {
        look(QStringLiteral("he forgot"));
        press(Qt::Key_Return);                         // before anything was found: waits for the first
        QTRY_COMPARE(hits()->currentIndex().row(), 1);
        QCOMPARE(view()->currentPage(), 1u);
        QTRY_COMPARE(rows().size(), 4);
        press(Qt::Key_Return);
        press(Qt::Key_F3);
        QTRY_COMPARE(view()->currentPage(), 3u);
        QCOMPARE(hits()->currentIndex().row(), 3);
        QCOMPARE(QApplication::focusWidget(), words()); // typing goes on
        press(Qt::Key_F3, Qt::ShiftModifier);
        QTRY_COMPARE(view()->currentPage(), 2u);
        press(Qt::Key_F3);
        press(Qt::Key_F3);
        QTRY_COMPARE(view()->currentPage(), 1u);       // around the end
    }

    void escapeGivesTheFocusBackAndF3GoesOn()
    {
        look(QStringLiteral("he forgot"));
        QTRY_COMPARE(rows().size(), 4);
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), view());
        QVERIFY(panel()->isVisible());
        press(Qt::Key_F3);
        press(Qt::Key_F3);
        QTRY_COMPARE(view()->currentPage(), 2u);
        QCOMPARE(QApplication::focusWidget(), view());
        QVERIFY(!m_page->pane(0)->findBar()->isVisible());
        press(Qt::Key_Escape);                         // and once more: the search goes, the record comes back
        QVERIFY(!panel()->isVisible());
        QVERIFY(m_page->findChild<RecordList *>()->isVisible());
        press(Qt::Key_F3);                             // again the document's own
        QVERIFY(m_page->pane(0)->findBar()->isVisible());
    }

    void theListIsWalkedWithArrows()
    {
        look(QStringLiteral("amended"));
        QTRY_COMPARE(rows(), (QStringList{"Letter 1", "p. 1 [amended]"}));
        press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), hits());
        press(Qt::Key_Return, Qt::ControlModifier);    // in the other pane
        QTRY_COMPARE(m_page->activePane(), m_page->pane(1));
        QCOMPARE(m_page->pane(1)->document(), m_letter);
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), view(1));
    }

    void whatAMachineReadLeadsToItsPlaceInTheScan()
    {
        const DocumentId scan = m_door->addDocument("Deposit slips", model::DocumentKind::Other, model::MediaType::Tiff, {"", "", ""});
        m_door->announce();
        m_door->machineReads(scan, 3, "a slip" + std::string(45, '\n') + "owes 28,300 dollars, or 28,300");
        look(QStringLiteral("28,300"));
        QTRY_COMPARE(rows(), (QStringList{"Deposit slips 2", "p. 3, read by a machine [28,300]", "p. 3, read by a machine [28,300]"}));
        const auto leadsTo = [this, scan](const model::Rect &area) {
            QTRY_COMPARE(m_page->activePane()->document(), scan);
            const PageView *shown = m_page->activePane()->view();
            QVERIFY(shown->currentPlace());
            QVERIFY(*shown->currentPlace() == model::Spot(3, area));
            // It is in sight, and nothing is selected that could be tied.
            const auto place = [shown, &area] { return shown->pageLayout().fromPage(3, QRectF(area.x, area.y, area.width, area.height)).translated(-QPointF(shown->offset())); };
            QTRY_VERIFY(shown->pageCount() == 3 && QRectF(shown->viewport()->rect()).contains(place()));
            QVERIFY(shown->selection().isEmpty());
        };
        press(Qt::Key_Return);
        leadsTo({gridLeft + 5 * gridWidth, gridTop + 45 * gridHeight, 6 * gridWidth, gridHeight});
        press(Qt::Key_F3);
        leadsTo({gridLeft + 24 * gridWidth, gridTop + 45 * gridHeight, 6 * gridWidth, gridHeight});
    }

    void whatIsNotThereIsSaid()
    {
        look(QStringLiteral("no such words at all"));
        QTRY_COMPARE(said(), QStringLiteral("Not found"));
        press(Qt::Key_Return);
        press(Qt::Key_F3);
        press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), words());
        words()->clear();
        QTRY_VERIFY(!m_page->findChild<QLabel *>(QStringLiteral("review.caseSearch.count"))->isVisible());
        QVERIFY(rows().isEmpty());
    }

    void aSearchIsStoppedAndKeepsWhatItFound()
    {
        m_door->holdSearch();
        look(QStringLiteral("income"));
        auto *stop = m_page->findChild<QAbstractButton *>(QStringLiteral("review.caseSearch.stop"));
        QTRY_VERIFY(stop->isVisible());
        QCOMPARE(said(), QStringLiteral("Searching…"));
        stop->click();
        QVERIFY(said().startsWith(QStringLiteral("Stopped")));
        m_door->letSearchGo();                         // what comes late is not taken
        QVERIFY(rows().isEmpty());
        QVERIFY(!stop->isVisible());
    }

    void aNewerSearchReplacesTheOlder()
    {
        m_door->holdSearch();
        look(QStringLiteral("income"));
        QTRY_COMPARE(said(), QStringLiteral("Searching…"));
        words()->setText(QStringLiteral("amended"));
        QTest::qWait(300);
        m_door->letSearchGo();
        QTRY_COMPARE(rows(), (QStringList{"Letter 1", "p. 1 [amended]"}));
    }

    void aFailedSearchSaysSo()
    {
        m_door->failSearch();
        look(QStringLiteral("income"));
        QTRY_COMPARE(said(), QStringLiteral("Not finished: 0 places"));
        QVERIFY(m_page->findChild<QLabel *>(QStringLiteral("review.caseSearch.missing"))->isVisible());
    }

    void aClosedCaseLeavesNothing()
    {
        m_door->holdSearch();
        look(QStringLiteral("income"));
        QTRY_COMPARE(said(), QStringLiteral("Searching…"));
        emit m_door->closed();
        QVERIFY(!panel()->isVisible());
        QVERIFY(words()->text().isEmpty());
        m_door->letSearchGo();
        QVERIFY(rows().isEmpty());
        QVERIFY(panel()->search().hits().empty());
    }

    void theSelectionIsLookedFor()
    {
        select("the work");
        openSearch();
        QCOMPARE(words()->text(), QStringLiteral("the work"));
        QTRY_COMPARE(rows().size(), 4);
    }

    void aNarrowDeskHasRoomForIt()
    {
        m_page->resize(1291, 680);                     // a window of 1366 x 768
        look(QStringLiteral("income"));
        QTRY_COMPARE(rows().size(), 4);
        QVERIFY(panel()->width() >= 220);
        QVERIFY(m_page->pane(0)->isVisible() && m_page->pane(1)->isVisible());
        QVERIFY(m_page->pane(0)->width() >= 260 && m_page->pane(1)->width() >= 260);
        // Nothing lies over the place that is shown.
        press(Qt::Key_Return);
        const QPoint left = view()->mapTo(m_page.get(), QPoint(0, 0));
        QVERIFY(panel()->geometry().right() <= left.x());
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
        QVERIFY(!m_page->findChild<RecordList *>()->isVisible());   // folded away, as before
    }
};

WINDOW_TEST_MAIN(ReviewSearchTest)
#include "tst_review_search.moc"
