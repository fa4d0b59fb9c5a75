// SPDX-License-Identifier: GPL-3.0-or-later
// Two panes that scroll together, and the second window: what it shows, what it may, and that nothing of the case stays in it.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "tests/ui/support/screencheck.h"
#include "ui/base/classbanner.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/linkedscroll.h"
#include "ui/pages/review/paneheader.h"
#include "ui/pages/review/readerwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QScrollBar>
#include <QTest>

#include <cmath>

using namespace caseward;
using namespace caseward::ui;

class ReviewWindowsTest : public QObject, private Desk {
    Q_OBJECT

    ReaderWindow *reader() { return m_page->readerWindow(); }
    PageView *readerView() { return reader()->pane()->view(); }
    void openReader()
    {
        view()->setFocus();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(reader());
        QVERIFY(QTest::qWaitForWindowActive(reader()));
    }
    void sameDocumentTwice()
    {
        m_page->openDocument(m_decision, ReviewPage::Where::Second);
        QTRY_VERIFY(view(1)->glyphs(1));
        view(0)->goToPage(1);
        view(1)->goToPage(1);
        view(0)->setFocus();
    }
    QAbstractButton *linkButton(int pane) { return m_page->findChild<QAbstractButton *>(QStringLiteral("review.pane%1.header.link").arg(pane + 1)); }

private slots:
    void initTestCase() { makeTheme(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void linkedPanesMoveTogether()
    {
        sameDocumentTwice();
        view(1)->goToPage(2);
        press(Qt::Key_L);
        QVERIFY(linkButton(0)->isChecked() && linkButton(1)->isChecked());
        const double apart = view(1)->place() - view(0)->place();
        view(0)->verticalScrollBar()->setValue(view(0)->verticalScrollBar()->value() + 300);
        QVERIFY(std::abs(view(1)->place() - view(0)->place() - apart) < 0.01);
        view(1)->verticalScrollBar()->setValue(view(1)->verticalScrollBar()->value() - 120);
        QVERIFY(std::abs(view(1)->place() - view(0)->place() - apart) < 0.01);
        // One that has ended waits; when the other comes back, they are as far apart as before.
        view(0)->goToPage(3);
        QCOMPARE(view(1)->verticalScrollBar()->value(), view(1)->verticalScrollBar()->maximum());
        view(0)->goToPage(1);
        QVERIFY(std::abs(view(1)->place() - view(0)->place() - apart) < 0.01);
        press(Qt::Key_L);
        QVERIFY(!linkButton(0)->isChecked());
        const double stays = view(1)->place();
        view(0)->goToPage(2);
        QCOMPARE(view(1)->place(), stays);
    }

    void panesOfAnotherZoomStayTogether()
    {
        sameDocumentTwice();
        view(1)->setZoom(0.5);
        view(0)->goToPage(1);
        view(1)->goToPage(1);
        linkButton(0)->click();
        const double apart = view(1)->place() - view(0)->place();
        view(0)->verticalScrollBar()->setValue(view(0)->verticalScrollBar()->value() + 400);
        QVERIFY(std::abs(view(1)->place() - view(0)->place() - apart) < 0.02);
    }

    void anotherDocumentOrOnePaneLetsGo()
    {
        sameDocumentTwice();
        press(Qt::Key_L);
        QVERIFY(linkButton(0)->isChecked());
        m_page->openDocument(m_letter, ReviewPage::Where::Second);
        QVERIFY(!linkButton(0)->isChecked());
        sameDocumentTwice();
        press(Qt::Key_L);
        QVERIFY(linkButton(0)->isChecked());
        m_page->setSplit(false);
        QVERIFY(!linkButton(0)->isChecked() && !linkButton(0)->isVisible());
        press(Qt::Key_L);                              // nothing to link
        QVERIFY(!linkButton(0)->isChecked());
    }

    void nothingOpenCannotBeLinked()
    {
        m_page->pane(1)->clear();
        view(0)->setFocus();
        press(Qt::Key_L);
        QVERIFY(!m_page->findChild<LinkedScroll *>()->isOn());
    }

    void theSecondWindowShowsTheDocument()
    {
        view()->goToPage(2);
        openReader();
        QVERIFY(reader()->isWindow());
        QCOMPARE(reader()->pane()->document(), m_decision);
        QTRY_COMPARE(readerView()->currentPage(), 2u);
        QCOMPARE(reader()->windowTitle(), QStringLiteral("Decision – Caseward"));
        QCOMPARE(readerView()->marks().size(), std::size_t(1));    // ties are seen there
        // Once more brings the same one.
        const ReaderWindow *same = reader();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view()->setFocus();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(reader(), same);
    }

    void bothBannersStandOnIt()
    {
        BannerKeeper keeper(*qobject_cast<QApplication *>(qApp), QStringLiteral("CUI"));
        keeper.setCaseMarking(QStringLiteral("CUI//PRVCY"), true);
        openReader();
        const auto banners = reader()->findChildren<ClassBanner *>(QString(), Qt::FindDirectChildrenOnly);
        QCOMPARE(banners.size(), 2);
        for (const ClassBanner *banner : banners) {
            QCOMPARE(banner->text(), keeper.text());
            QVERIFY(banner->isVisible());
            QVERIFY(!banner->geometry().intersects(QRect(reader()->pane()->mapTo(reader(), QPoint()), reader()->pane()->size())));
        }
    }

    void itIsReadByKeys()
    {
        openReader();
        QCOMPARE(QApplication::focusWidget(), readerView());
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(reader()->pane()->findBar()->isVisible());
        QVERIFY(!m_page->pane(0)->findBar()->isVisible());
        press(Qt::Key_Escape);
        // What ties does not act here.
        const TextRange range = findOn(decisionPage, "he forgot");
        readerView()->select({1, range.start, range.end});
        press(Qt::Key_R);
        press(Qt::Key_F);
        QTest::qWait(30);
        QVERIFY(tied().empty());
        QVERIFY(!palette()->isOpen());
        press(Qt::Key_Escape);
        QVERIFY(readerView()->selection().isEmpty());
        press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!reader());
        QVERIFY(m_page->isVisible());
    }

    void thePlaceIsTakenToTheDesk()
    {
        openReader();
        const TextRange range = findOn(decisionPage, "he forgot");
        QTRY_VERIFY(readerView()->glyphs(1));
        readerView()->select({3, range.start, range.end});
        emit readerView()->contextMenuWanted(reader()->mapToGlobal(QPoint(50, 50)));
        QMenu *menu = reader()->findChild<QMenu *>(QStringLiteral("review.reader.menu"));
        QVERIFY(menu);
        const auto acts = menu->actions();
        const auto act = std::find_if(acts.begin(), acts.end(), [](const QAction *each) { return each->text() == QStringLiteral("Show this place at the desk"); });
        QVERIFY(act != acts.end());
        menu->close();
        (*act)->trigger();
        QTRY_COMPARE(view()->selection().span(), (model::Span{3, range.start, range.end}));
        QVERIFY(readerView()->selection().isEmpty());
        QTRY_VERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view()->setFocus();
        press(Qt::Key_R);                              // and is tied there
        QTRY_COMPARE(tied().size(), std::size_t(1));
    }

    void whatIsReadThereCounts()
    {
        openReader();
        readerView()->goToPage(3);
        QTRY_VERIFY(readerView()->currentPage() == 3u && !readerView()->shownPages().empty());
        bool counted = false;
        for (int round = 0; round < 40 && !counted; ++round) {
            QTest::qWait(50);
            m_clock.advance(200);
            m_page->recordDisplayed();
            for (const auto &displayed : m_door->recordedOf<model::PagesDisplayed>())
                counted = counted || (displayed.document == m_decision && std::find(displayed.pages.begin(), displayed.pages.end(), 3u) != displayed.pages.end());
        }
        QVERIFY(counted);
    }

    void itGoesWithTheCase()
    {
        openReader();
        const QPointer<ReaderWindow> window = reader();
        emit m_door->closed();
        QVERIFY(!reader());
        QVERIFY(!window || !window->isVisible());      // at once
        QVERIFY(!window || window->pane()->document().isNull());
        QTRY_VERIFY(!window);
    }

    void itGoesWithTheDesk()
    {
        openReader();
        const QPointer<ReaderWindow> window = reader();
        m_page.reset();
        QVERIFY(!window);
    }

    void everythingInItHasAName()
    {
        openReader();
        QCOMPARE(uitest::namelessWidgets(reader()), QStringList());
        QCOMPARE(uitest::clippedWords(reader()), QStringList());
    }
};

WINDOW_TEST_MAIN(ReviewWindowsTest)
#include "tst_review_windows.moc"
