// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about a passage, and where it stands: said and moved at the desk by keyboard.
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"

#include <QComboBox>

using namespace caseward;
using namespace caseward::ui;

class ReviewAppraisalTest : public QObject, private Desk {
    Q_OBJECT

private slots:
    void initTestCase() { makeTheme(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void whatIsKnownOfAPassageIsSaidByKeyboard()
    {
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_A);
        auto *reliability = m_page->findChild<QComboBox *>(QStringLiteral("review.passage.reliability"));
        QCOMPARE(QApplication::focusWidget(), reliability);
        QTest::keyClick(reliability, Qt::Key_B);
        QTRY_COMPARE(m_door->recordedOf<model::PassageAppraised>().size(), std::size_t{1});
        QCOMPARE(m_door->recordedOf<model::PassageAppraised>()[0].reliability, std::string("B"));
        QCOMPARE(m_door->recordedOf<model::PassageAppraised>()[0].passage, m_first);
        auto *from = m_page->findChild<QLineEdit *>(QStringLiteral("review.passage.from"));
        auto *until = m_page->findChild<QLineEdit *>(QStringLiteral("review.passage.to"));
        from->setFocus();
        QTest::keyClicks(from, QStringLiteral("2019-04"));
        QTest::keyClick(from, Qt::Key_Return);
        QTRY_COMPARE(m_door->recordedOf<model::PassageAppraised>().size(), std::size_t{2});
        QCOMPARE(m_door->recordedOf<model::PassageAppraised>()[1].from, std::string("2019-04"));
        QCOMPARE(m_door->recordedOf<model::PassageAppraised>()[1].reliability, std::string("B"));   // whole, each time
        until->setFocus();
        QTest::keyClicks(until, QStringLiteral("2018"));
        QTest::keyClick(until, Qt::Key_Return);
        QTest::qWait(30);
        QCOMPARE(m_door->recordedOf<model::PassageAppraised>().size(), std::size_t{2});             // it ends before it begins
        QCOMPARE(until->text(), QStringLiteral("2018"));                                           // and nothing typed is lost
        const model::Tie *tie = m_door->dossier()->tie(m_first);
        QCOMPARE(tie->appraisal.reliability, std::string("B"));
    }

    void aPassageMovesToTheSelectedWords()
    {
        m_page->choosePassage(m_first);
        view()->setFocus();
        press(Qt::Key_M);                                                                          // nothing is selected
        QTest::qWait(30);
        QVERIFY(m_door->recordedOf<model::PassageMoved>().empty());
        select("did not list the work");
        press(Qt::Key_M);
        QTRY_COMPARE(m_door->recordedOf<model::PassageMoved>().size(), std::size_t{1});
        QCOMPARE(m_door->recordedOf<model::PassageMoved>()[0].passage, m_first);
        QCOMPARE(m_door->recordedOf<model::PassageMoved>()[0].anchor.quote, std::string("did not list the work"));
        QTRY_VERIFY(view()->selection().isEmpty());
        QCOMPARE(m_door->dossier()->tie(m_first)->condition.id, std::string("16(a)"));
    }
};
WINDOW_TEST_MAIN(ReviewAppraisalTest)
#include "tst_review_appraisal.moc"
