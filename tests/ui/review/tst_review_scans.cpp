// SPDX-License-Identifier: GPL-3.0-or-later
// Scans that a machine reads, from the desk: what is offered, how far it is, what came of it; and what is found in them.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/recordlist.h"
#include "ui/pages/review/scanstrip.h"
#include "ui/pages/review/textsearch.h"

#include <QLabel>
#include <QPushButton>

using namespace caseward;
using namespace caseward::ui;

class ReviewScansTest : public QObject, private Desk {
    Q_OBJECT

    DocumentId m_scan;

    [[nodiscard]] PageAction action(const char *id)
    {
        const QList<PageAction> actions = m_page->pageActions();
        const auto found = std::find_if(actions.begin(), actions.end(), [id](const PageAction &one) { return one.id == QLatin1String(id); });
        return found == actions.end() ? PageAction{} : *found;
    }
    ScanStrip *strip() { return m_page->findChild<ScanStrip *>(); }
    QString words() { return strip()->findChild<QLabel *>(QStringLiteral("review.scans.words"))->text(); }
    QPushButton *button() { return strip()->findChild<QPushButton *>(QStringLiteral("review.scans.button")); }
    QString detail()
    {
        const RecordModel *record = m_page->findChild<RecordList *>()->model();
        return record->row(record->rowOf(m_scan)).detail;
    }
    void openScan()
    {
        m_page->openDocument(m_scan, ReviewPage::Where::First);
        QTRY_VERIFY(view()->glyphs(1));
    }

private slots:
    void initTestCase() { makeTheme(); }
    void init()
    {
        open();
        m_scan = m_door->addDocument("Deposit slips", model::DocumentKind::Other, model::MediaType::Tiff, {"", "", ""});
        m_door->announce();
        QTRY_VERIFY(view(0)->glyphs(1));
    }
    void cleanup() { m_page.reset(); }

    void isOfferedOrSaysWhyNot()
    {
        QVERIFY(action("review.readScans").whyNot().isEmpty());
        QVERIFY(action("review.readAllScans").whyNot().isEmpty());
        m_door->setScans(QStringLiteral("Tesseract is not here."), {});
        QCOMPARE(action("review.readScans").whyNot(), QStringLiteral("Tesseract is not here."));
        action("review.readScans").run();
        QVERIFY(!m_door->scans());
        QVERIFY(strip()->isHidden());
    }

    void saysHowFarItIsAndWhatCameOfIt()
    {
        openScan();
        action("review.readScans").run();
        QVERIFY(m_door->scans());
        QCOMPARE(m_door->scans()->asked, m_scan);
        QVERIFY(strip()->isVisible());
        // One at a time.
        QVERIFY(!action("review.readAllScans").whyNot().isEmpty());
        m_door->setScans({}, {{m_scan, 1}});
        emit m_door->scans()->advanced(1, 3);
        QVERIFY2(words().contains(QStringLiteral("1 of 3")), qPrintable(words()));
        QTRY_VERIFY2(detail().contains(QStringLiteral("1 of 3 pp read by a machine")), qPrintable(detail()));
        m_door->setScans({}, {{m_scan, 3}});
        emit m_door->scans()->finished({3, 2, 0, 0, "tesseract 5.3.0"}, false);
        QVERIFY2(words().contains(QStringLiteral("read 3 pages, with words on 2")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("never quoted")), qPrintable(words()));
        QTRY_VERIFY2(detail().contains(QStringLiteral("read by a machine")), qPrintable(detail()));
        QVERIFY(!detail().contains(QStringLiteral("of 3 pp read")));
        button()->click();
        QVERIFY(strip()->isHidden());
        QVERIFY(action("review.readAllScans").whyNot().isEmpty());
        QVERIFY(m_door->recorded().empty());         // nothing of it is an entry
    }

    void isStopped()
    {
        action("review.readAllScans").run();
        QVERIFY(m_door->scans()->asked.isNull());
        emit m_door->scans()->advanced(1, 9);
        button()->click();
        QVERIFY(m_door->scans()->cancelled);
        QVERIFY(!button()->isEnabled());
        emit m_door->scans()->advanced(2, 9);
        QVERIFY(!words().contains(QStringLiteral("2 of 9")));
        emit m_door->scans()->finished({2, 2, 0, 0, "tesseract 5.3.0"}, true);
        QVERIFY2(words().startsWith(QStringLiteral("Stopped.")), qPrintable(words()));
        QVERIFY(button()->isEnabled());
    }

    void aFailureIsSaid()
    {
        action("review.readAllScans").run();
        emit m_door->scans()->failed(fail(FaultCode::NotFound, "Tesseract is not installed on this machine"));
        QCOMPARE(words(), QStringLiteral("Tesseract is not installed on this machine."));
        QVERIFY(!strip()->isReading());
        QTRY_VERIFY(!m_door->scans());
    }

    void itEndsWithTheCase()
    {
        action("review.readAllScans").run();
        emit m_door->closed();
        QVERIFY(!m_door->scans());
        QVERIFY(strip()->isHidden());
    }

    void whatWasReadIsFoundAndShownAsRead()
    {
        openScan();
        static_cast<FakePageSource *>(view()->source())->machineReads(3, "owes 28,300 dollars");
        FindBar *bar = m_page->pane(0)->findBar();
        bar->open();
        auto *needle = bar->findChild<QLineEdit *>();
        needle->setText(QStringLiteral("28,300"));
        QTest::keyClick(needle, Qt::Key_Return);
        const auto said = [bar] {
            QStringList all;
            for (const QLabel *label : bar->findChildren<QLabel *>())
                all << label->text();
            return all.join(u' ');
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("1 of 1, read by a machine")), qPrintable(said()));
        // It is shown where it stands, and is nothing that is selected: F has nothing to tie.
        const auto sight = [this] { return view()->pageLayout().visible(view()->offset().y(), view()->offset().y() + view()->viewport()->height()); };
        QTRY_COMPARE(sight().last, 3u);
        QVERIFY(view()->selection().isEmpty());
        QTest::keyClick(needle, Qt::Key_Escape);
        const std::size_t before = tied().size();
        view()->setFocus();
        press(Qt::Key_R);                            // what ties in one stroke finds nothing to tie
        QTest::qWait(1);
        QCOMPARE(tied().size(), before);
    }

    void aPlaceInAScanIsAPartOfThePicture()
    {
        const auto places = findInScan(gridPage("owes 28,300 dollars\nto a union"), 2, QStringLiteral("28,300 DOLLARS to"));
        QCOMPARE(places.size(), std::size_t{1});
        QVERIFY(places[0].area);
        QCOMPARE(places[0].span, (model::Span{2, 0, 0}));
        QVERIFY(places[0].area->x == gridLeft && places[0].area->height > gridHeight);
        QVERIFY(findInScan({"no boxes", {}}, 1, QStringLiteral("boxes")) == std::vector<model::Spot>{model::Spot(1, 0, 0)});
    }
};

WINDOW_TEST_MAIN(ReviewScansTest)
#include "tst_review_scans.moc"
