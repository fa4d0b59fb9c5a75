// SPDX-License-Identifier: GPL-3.0-or-later
// A case that is held against two packs, on the review desk: what is tied is tied under the checklist that is shown, and each passage keeps its own.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/chipbutton.h"
#include "ui/pages/review/conditiontree.h"

#include <QAction>
#include <QComboBox>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

class ReviewChecklistTest : public QObject, private Desk {
    Q_OBJECT

    packs::PackPtr m_nato = shippedPack("nato-ac35-d2000");
    QComboBox *box() { return m_page->findChild<QComboBox *>(QStringLiteral("review.conditions.checklist")); }
    QAction *next() { return m_page->findChild<QAction *>(QStringLiteral("review.checklist")); }
    ConditionTree *tree() { return m_page->findChild<ConditionTree *>(QStringLiteral("review.conditions")); }
    std::string natoCondition() const { return m_nato->guideline("e")->disqualifying.front().id; }
    void tieFirstHit(const QString &words)
    {
        press(Qt::Key_F);
        QVERIFY(palette()->isOpen());
        QTest::keyClicks(query(), words);
        press(Qt::Key_Return);
    }

private slots:
    void initTestCase()
    {
        makeTheme();
        QVERIFY(m_nato);
    }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void oneChecklistShowsNoChoice()
    {
        QVERIFY(!box()->isVisible());
        const auto actions = m_page->pageActions();
        const auto action = std::ranges::find(actions, QStringLiteral("review.checklist"), &PageAction::id);
        QVERIFY(action != actions.end());
        QVERIFY(action->whyNot().contains(QStringLiteral("one checklist")));
        next()->trigger();                                   // and nothing happens
        QVERIFY(tree()->model()->find("16(a)").isValid());
    }

    void whatIsTiedIsOfTheChecklistShown()
    {
        m_door->join(m_nato);
        QVERIFY(box()->isVisible());
        QCOMPARE(box()->count(), 2);
        QCOMPARE(box()->currentText(), QStringLiteral("us-sead4-2017"));
        QCOMPARE(uitest::clippedWords(m_page.get()), QStringList());
        QCOMPARE(uitest::namelessWidgets(m_page.get()), QStringList());
        next()->trigger();
        QCOMPARE(box()->currentText(), QStringLiteral("nato-ac35-d2000"));
        QVERIFY(!tree()->model()->find("16(a)").isValid());
        QVERIFY(tree()->model()->find(natoCondition()).isValid());
        select("did not list the work");
        tieFirstHit(QString::fromStdString(m_nato->condition(natoCondition())->shortText));
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied().front().condition, (model::ConditionRef{"nato-ac35-d2000", natoCondition()}));
        // The same words under the other pack are another passage, and R never reaches over.
        next()->trigger();
        QCOMPARE(box()->currentText(), QStringLiteral("us-sead4-2017"));
        select("did not list the work");
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{2});
        QCOMPARE(tied().back().condition.pack, std::string("us-sead4-2017"));
        QCOMPARE(tied().back().anchor.span, tied().front().anchor.span);
    }

    void eachPassageKeepsItsOwn()
    {
        m_door->join(m_nato);
        emit tree()->checklistWanted("nato-ac35-d2000");
        select("did not list the work");
        tieFirstHit(QString::fromStdString(m_nato->condition(natoCondition())->shortText));
        QTRY_COMPARE(tied().size(), std::size_t{1});
        emit tree()->checklistWanted("us-sead4-2017");
        // Its chip says what it is and whose, whatever is shown beside it.
        QTRY_COMPARE(m_page->currentPassage(), tied().front().passage);
        const auto *chip = m_page->findChild<ChipButton *>(QStringLiteral("review.passage.chip.") + QString::fromStdString(natoCondition()));
        QVERIFY(chip);
        QVERIFY2(chip->toolTip().contains(QStringLiteral("nato-ac35-d2000")), qPrintable(chip->toolTip()));
        QVERIFY2(chip->toolTip().contains(QString::fromStdString(m_nato->condition(natoCondition())->shortText)), qPrintable(chip->toolTip()));
    }

    void anOpenCheckOfTheOtherPackShowsItsChecklist()
    {
        m_door->join(m_nato);
        QVERIFY(m_page->goTo(QStringLiteral("condition:") + QString::fromStdString(natoCondition())));
        QCOMPARE(box()->currentText(), QStringLiteral("nato-ac35-d2000"));
        QCOMPARE(tree()->currentCondition(), natoCondition());
        QVERIFY(m_page->goTo(QStringLiteral("condition:16(a)")));
        QCOMPARE(box()->currentText(), QStringLiteral("us-sead4-2017"));
        QCOMPARE(m_page->currentPassage(), m_first);
    }

    void aChecklistThatLeavesGivesWayToTheLeadingOne()
    {
        m_door->join(m_nato);
        emit tree()->checklistWanted("nato-ac35-d2000");
        emit m_door->closed();
        m_door->announce();
        QCOMPARE(box()->currentText(), QStringLiteral("us-sead4-2017"));
    }
};

WINDOW_TEST_MAIN(ReviewChecklistTest)
#include "tst_review_checklist.moc"
