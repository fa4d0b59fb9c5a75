// SPDX-License-Identifier: GPL-3.0-or-later
// The review desk as a person works it: gestures by keyboard and mouse, and the entries they end in.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/ask.h"
#include "ui/pages/review/conditiontree.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/findbar.h"
#include "ui/pages/review/recordlist.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace caseward;
using namespace caseward::ui;

class ReviewDeskTest : public QObject, private Desk {
    Q_OBJECT

private slots:
    void initTestCase() { makeTheme(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void paletteTiesByKeyboard()
    {
        select("did not list the work");
        press(Qt::Key_F);
        QVERIFY(palette()->isOpen());
        QCOMPARE(QApplication::focusWidget(), query());
        QTest::keyClicks(query(), QStringLiteral("16a"));
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_Return);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        const model::PassageTied tie = tied().front();
        QCOMPARE(tie.condition.id, std::string("16(a)"));
        QCOMPARE(tie.condition.pack, m_door->pack()->id);
        QCOMPARE(static_cast<int>(tie.weight), 3);
        QCOMPARE(tie.anchor.document, m_decision);
        QCOMPARE(tie.anchor.quote, std::string("did not list the work"));
        const TextRange range = findOn(decisionPage, "did not list the work");
        QCOMPARE(tie.anchor.span, (model::Span{1, range.start, range.end}));
        // The palette has gone, the focus is back in the document, the new passage is in hand.
        QVERIFY(!palette()->isOpen());
        QCOMPARE(QApplication::focusWidget(), view());
        QTRY_COMPARE(m_page->currentPassage(), tie.passage);
        QVERIFY(view()->selection().isEmpty());
    }

    void shiftEnterTiesAndStays()
    {
        select("did not list the work");
        press(Qt::Key_F);
        QTest::keyClicks(query(), QStringLiteral("16a"));
        press(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QVERIFY(palette()->isOpen());
        QTest::keyClicks(query(), QStringLiteral("19f"));
        press(Qt::Key_Return);
        QTRY_COMPARE(tied().size(), std::size_t{2});
        QCOMPARE(tied()[1].condition.id, std::string("19(f)"));
        QCOMPARE(tied()[1].anchor.span, tied()[0].anchor.span);
        QVERIFY(!palette()->isOpen());
    }

    void aDigitPointsAtARowAndEnterTiesIt()
    {
        select("he forgot");
        press(Qt::Key_F);
        const auto *list = m_page->findChild<QListView *>(QStringLiteral("review.palette.list"));
        const auto *rows = static_cast<const PaletteModel *>(list->model());
        const std::string second = rows->condition(1)->id;
        press(Qt::Key_2);
        QCOMPARE(rows->condition(1)->id, second);   // the list has not moved under the finger
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::qWait(30);
        QVERIFY(tied().empty());                    // "2" may be the beginning of "20(d)"
        press(Qt::Key_Return);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].condition.id, second);
    }

    void escapeTiesNothing()
    {
        select("he forgot");
        press(Qt::Key_F);
        press(Qt::Key_Escape);
        QVERIFY(!palette()->isOpen());
        QVERIFY(!view()->selection().isEmpty());
        press(Qt::Key_Escape);
        QVERIFY(view()->selection().isEmpty());
        QVERIFY(tied().empty());
    }

    void repeatTiesToTheLastCondition()
    {
        select("he forgot");
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].condition.id, std::string("16(a)"));   // the newest tie of the case
    }

    void theSamePlaceIsNotTiedTwice()
    {
        select("reported no income");
        press(Qt::Key_R);
        QTest::qWait(30);
        QVERIFY(tied().empty());
        QCOMPARE(m_page->currentPassage(), m_first);
    }

    void clickOnAConditionTiesTheLivingSelectionOnly()
    {
        auto *tree = m_page->findChild<ConditionTree *>(QStringLiteral("review.conditions"));
        const QModelIndex index = tree->model()->find("16(b)");
        QVERIFY(index.isValid());
        tree->view()->scrollTo(index);
        const QPoint middle = tree->view()->visualRect(index).center();
        QTest::mouseClick(tree->view()->viewport(), Qt::LeftButton, {}, middle);
        QTest::qWait(30);
        QVERIFY(tied().empty());
        select("he forgot");
        QTest::mouseClick(tree->view()->viewport(), Qt::LeftButton, {}, middle);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].condition.id, std::string("16(b)"));
    }

    void selectionIsDraggedOntoACondition()
    {
        auto *tree = m_page->findChild<ConditionTree *>(QStringLiteral("review.conditions"));
        const QModelIndex index = tree->model()->find("16(b)");
        tree->view()->scrollTo(index);
        select("did not list the work");
        const TextRange range = findOn(decisionPage, "list");
        const QRectF box = view()->pageLayout().fromPage(1, view()->glyphs(1)->rects(range).front());
        const QPoint from = (box.center() - QPointF(view()->offset())).toPoint();
        const QPoint to = view()->viewport()->mapFromGlobal(tree->view()->viewport()->mapToGlobal(tree->view()->visualRect(index).center()));
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
        dragMouse(view()->viewport(), from + QPoint(40, 0));
        dragMouse(view()->viewport(), to);
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, to);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].condition.id, std::string("16(b)"));
        QCOMPARE(tied()[0].anchor.quote, std::string("did not list the work"));
    }

    void digitsWeighThePassageInHand()
    {
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_3);
        QTRY_COMPARE(m_door->recordedOf<model::PassageWeighed>().size(), std::size_t{1});
        QCOMPARE(m_door->recordedOf<model::PassageWeighed>()[0].passage, m_first);
        QCOMPARE(static_cast<int>(m_door->recordedOf<model::PassageWeighed>()[0].weight), 3);
        press(Qt::Key_3);   // already so: no second entry
        QTest::qWait(30);
        QCOMPARE(m_door->recordedOf<model::PassageWeighed>().size(), std::size_t{1});
    }

    void nextAndPreviousGoThroughTheRecord()
    {
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_N);
        QCOMPARE(m_page->currentPassage(), m_second);
        QCOMPARE(m_page->activePane()->document(), m_letter);
        m_page->activePane()->takeFocus();
        press(Qt::Key_P);
        QCOMPARE(m_page->currentPassage(), m_first);
    }

    void noteIsSavedOnceWhenLeft()
    {
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_E);
        auto *note = m_page->findChild<QPlainTextEdit *>(QStringLiteral("review.passage.note"));
        QCOMPARE(QApplication::focusWidget(), note);
        QTest::keyClicks(note, QStringLiteral("Knowing 1 2 3"));   // letters and digits are text here
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_door->recordedOf<model::PassageNoted>().size(), std::size_t{1});
        QCOMPARE(m_door->recordedOf<model::PassageNoted>()[0].note, std::string("Knowing 1 2 3"));
        QCOMPARE(QApplication::focusWidget(), view());
        QVERIFY(m_door->recordedOf<model::PassageWeighed>().empty());
    }

    void untyingAsksForAReason()
    {
        QStringList asked;
        new AskHandler(m_page->window(), [&asked](const Question &question) -> std::optional<Reply> {
            asked << question.id;
            return Reply{true, QStringLiteral("wrong paragraph")};
        });
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_Delete);
        QTRY_COMPARE(m_door->recordedOf<model::PassageUntied>().size(), std::size_t{1});
        QCOMPARE(asked, QStringList{QStringLiteral("untie")});
        QCOMPARE(m_door->recordedOf<model::PassageUntied>()[0].passage, m_first);
        QCOMPARE(m_door->recordedOf<model::PassageUntied>()[0].reason, std::string("wrong paragraph"));
        QTRY_VERIFY(view()->marks().empty());
    }

    void twoPlacesAreLinkedAndCompared()
    {
        new AskHandler(m_page->window(), [](const Question &) -> std::optional<Reply> { return Reply{true, QStringLiteral("listed or not")}; });
        select("did not list the work");
        press(Qt::Key_C);
        QVERIFY(m_door->recordedOf<model::ContradictionLinked>().empty());
        const TextRange range = findOn(letterPage, "I listed every job");
        view(1)->setFocus();
        view(1)->select({1, range.start, range.end});
        press(Qt::Key_C);
        QTRY_COMPARE(m_door->recordedOf<model::ContradictionLinked>().size(), std::size_t{1});
        const auto link = m_door->recordedOf<model::ContradictionLinked>()[0];
        QCOMPARE(link.claimed.quote, std::string("did not list the work"));
        QCOMPARE(link.found.quote, std::string("I listed every job"));
        QCOMPARE(link.note, std::string("listed or not"));
        // It stands at the head of the record, and opening it shows both sides.
        auto *record = m_page->findChild<RecordList *>(QStringLiteral("review.record"));
        QTRY_COMPARE(record->model()->row(0).kind, RecordRow::Kind::Contradiction);
        m_page->pane(1)->clear();
        record->view()->setFocus();
        record->view()->setCurrentIndex(record->model()->index(0));
        press(Qt::Key_Return);
        QCOMPARE(m_page->pane(0)->document(), m_decision);
        QCOMPARE(m_page->pane(1)->document(), m_letter);
    }

    void displayedPagesAreRecordedOnceAndTogether()
    {
        // The window is active and pages are on the screen; only the clock has to go on.
        QTRY_VERIFY(!view(0)->shownPages().empty() && !view(1)->shownPages().empty());
        QTest::qWait(250);
        m_clock.advance(900);
        QTest::qWait(250);
        m_page->recordDisplayed();
        QTRY_VERIFY(!m_door->recordedOf<model::PagesDisplayed>().empty());
        const auto displayed = m_door->recordedOf<model::PagesDisplayed>();
        QCOMPARE(displayed.size(), std::size_t{2});   // one entry a document
        for (const auto &event : displayed)
            QVERIFY(std::find(event.pages.begin(), event.pages.end(), 1u) != event.pages.end());
        m_clock.advance(5000);
        QTest::qWait(250);
        m_page->recordDisplayed();
        QTest::qWait(30);
        QCOMPARE(m_door->recordedOf<model::PagesDisplayed>().size(), std::size_t{2});
    }

    void readOnlyCasesAreOnlyRead()
    {
        m_door->makeReadOnly(QStringLiteral("Held by Lee"));
        select("he forgot");
        press(Qt::Key_F);
        QVERIFY(!palette()->isOpen());
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_3);
        press(Qt::Key_Delete);
        QTest::qWait(30);
        QVERIFY(m_door->recorded().empty());
        QVERIFY(m_page->findChild<QPlainTextEdit *>(QStringLiteral("review.passage.note"))->isReadOnly());
    }

    void findGoesThroughThePlaces()
    {
        view()->setFocus();
        press(Qt::Key_F, Qt::ControlModifier);
        auto *needle = m_page->findChild<QLineEdit *>(QStringLiteral("review.pane1.find.needle"));
        QCOMPARE(QApplication::focusWidget(), needle);
        QTest::keyClicks(needle, QStringLiteral("he forgot"));
        QTest::keyClick(needle, Qt::Key_Return);
        auto *bar = m_page->pane(0)->findBar();
        const auto says = [bar](const QString &words) {
            const auto labels = bar->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) { return label->text() == words; });
        };
        QTRY_VERIFY(says(QStringLiteral("1 of 3")));
        QTest::keyClick(needle, Qt::Key_F3);
        QVERIFY(says(QStringLiteral("2 of 3")));
        QTest::keyClick(needle, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCOMPARE(QApplication::focusWidget(), view());
    }

    void anAnswerThatIsContradicted()
    {
        new AskHandler(m_page->window(), [](const Question &) -> std::optional<Reply> { return Reply{true, QStringLiteral("he did")}; });
        const TextRange range = findOn(decisionPage, "did not list the work");
        QVERIFY(m_page->goTo(QStringLiteral("claim:%1:1:%2:%3").arg(QString::fromStdString(m_decision.text())).arg(range.start).arg(range.end)));
        QCOMPARE(m_page->pane(0)->document(), m_decision);
        QTRY_COMPARE(m_page->activePane(), m_page->pane(1)); // where the other side is looked for
        view(1)->select({1, 0, 18});
        press(Qt::Key_C);
        QTRY_COMPARE(m_door->recordedOf<model::ContradictionLinked>().size(), std::size_t{1});
        const model::ContradictionLinked linked = m_door->recordedOf<model::ContradictionLinked>()[0];
        QCOMPARE(linked.claimed.quote + " / " + linked.found.quote, std::string("did not list the work / I listed every job"));
    }

    void linksGoThere()
    {
        QVERIFY(m_page->goTo(QString::fromStdString(m_decision.text()) + QStringLiteral("#p3")));
        QCOMPARE(m_page->activePane()->view()->currentPage(), 3u);
        QVERIFY(m_page->goTo(QStringLiteral("passage:") + QString::fromStdString(m_second.text())));
        QCOMPARE(m_page->currentPassage(), m_second);
        QVERIFY(m_page->goTo(QStringLiteral("condition:16(a)")));
        QCOMPARE(m_page->currentPassage(), m_first);
        QVERIFY(!m_page->goTo(QStringLiteral("no-such-place#p1")));
        QVERIFY(!m_page->search(QStringLiteral("amended")).isEmpty());
    }

    void aChipIsDraggedOntoAnotherCondition()
    {
        m_door->record({model::PassageNoted{m_first, "as he said"}, model::PassageWeighed{m_first, model::Weight::Substantial}}, {});
        QTRY_COMPARE(m_door->recordedOf<model::PassageWeighed>().size(), std::size_t{1});
        auto *tree = m_page->findChild<ConditionTree *>(QStringLiteral("review.conditions"));
        const auto drag = [this, tree](const char *condition, Qt::KeyboardModifiers modifiers) {
            const QModelIndex index = tree->model()->find(condition);
            tree->view()->scrollTo(index);
            const auto chips = view()->chips(1);
            QVERIFY(!chips.empty());
            const QPoint from = chips.front().rect.center().toPoint();
            const QPoint to = view()->viewport()->mapFromGlobal(tree->view()->viewport()->mapToGlobal(tree->view()->visualRect(index).center()));
            QTest::mousePress(view()->viewport(), Qt::LeftButton, modifiers, from);
            dragMouse(view()->viewport(), from + QPoint(40, 0));
            dragMouse(view()->viewport(), to);
            QTest::mouseRelease(view()->viewport(), Qt::LeftButton, modifiers, to);
        };
        drag("16(b)", Qt::NoModifier);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].condition.id, std::string("16(b)"));
        QCOMPARE(tied()[0].note, std::string("as he said"));
        QCOMPARE(static_cast<int>(tied()[0].weight), 3);
        QCOMPARE(tied()[0].anchor.quote, std::string("reported no income"));
        const auto untied = m_door->recordedOf<model::PassageUntied>();
        QCOMPARE(untied.size(), std::size_t{1});
        QCOMPARE(untied[0].passage, m_first);
        QCOMPARE(untied[0].reason, std::string("Tied to E 16(b) instead"));
        QTRY_COMPARE(m_page->currentPassage(), tied()[0].passage);
        drag("16(d)", Qt::ControlModifier);                    // there as well
        QTRY_COMPARE(tied().size(), std::size_t{2});
        QCOMPARE(m_door->recordedOf<model::PassageUntied>().size(), std::size_t{1});
        drag("16(d)", Qt::ControlModifier);                    // it is there already
        QTest::qWait(30);
        QCOMPARE(tied().size(), std::size_t{2});
    }

    void narrowWindowsFoldTheRecordAndThePanes()
    {
        auto *record = m_page->findChild<RecordList *>(QStringLiteral("review.record"));
        QVERIFY(record->isVisible());
        m_page->resize(1290, 700);
        QVERIFY(!record->isVisible());
        QVERIFY(m_page->isSplit());
        view()->setFocus();
        press(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(record->isVisible());
        m_page->resize(1000, 700);
        QVERIFY(!m_page->isSplit());
        QVERIFY(m_page->pane(0)->isVisible() != m_page->pane(1)->isVisible());
        m_page->resize(1600, 900);
        QVERIFY(record->isVisible());
        QVERIFY(m_page->isSplit());
    }

    void everyInteractiveWidgetHasANameAndWords()
    {
        const auto widgets = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool interactive = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") || widget->inherits("QPlainTextEdit")
                || widget->inherits("QAbstractItemView") || widget->inherits("caseward::ui::PageView");
            if (!interactive || widget->inherits("QHeaderView") || QString::fromLatin1(widget->metaObject()->className()).startsWith(QStringLiteral("QLineEditIconButton")))
                continue;
            const QString who = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(who));
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(who));
        }
    }

    void commandsHaveDistinctKeys()
    {
        QStringList keys;
        for (const PageAction &action : m_page->pageActions()) {
            QVERIFY2(action.keys.isEmpty() || !keys.contains(action.keys.toString()), qPrintable(action.id));
            keys << action.keys.toString();
        }
        QVERIFY(keys.contains(QStringLiteral("F")));
    }
};
WINDOW_TEST_MAIN(ReviewDeskTest)
#include "tst_review_desk.moc"
