// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a document, corrected at the desk: one entry with all of it, nothing lost when it is refused.
#include "core/model/description.h"
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/faultnote.h"
#include "ui/base/overlay.h"
#include "ui/pages/review/describeform.h"
#include "ui/pages/review/recordlist.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

class ReviewDescribeTest : public QObject, private Desk {
    Q_OBJECT

    QPointer<DescribeForm> form() { return m_page->findChild<DescribeForm *>(QStringLiteral("review.describe")); }
    QLineEdit *line(const char *name) { return form()->findChild<QLineEdit *>(QStringLiteral("review.describe.") + QLatin1String(name)); }
    QPushButton *accept() { return form()->findChild<QPushButton *>(QStringLiteral("review.describe.accept")); }
    std::vector<model::DocumentDescribed> described() { return m_door->recordedOf<model::DocumentDescribed>(); }
    void openForm()
    {
        view()->setFocus();
        press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(form());
    }

private slots:
    void initTestCase() { makeTheme(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void everythingSaidIsRecordedOnce()
    {
        openForm();
        QCOMPARE(line("title")->text(), QStringLiteral("Decision"));
        QVERIFY(!accept()->isEnabled());               // nothing is different yet
        line("title")->setText(QStringLiteral("  Decision of the board "));
        line("exhibit")->setText(QStringLiteral("Ex. 4"));
        line("source")->setText(QStringLiteral("Counsel"));
        line("agency")->setText(QStringLiteral("Board of Appeals"));
        line("date")->setText(QStringLiteral("2024-02-29"));
        line("marking")->setText(QStringLiteral("CUI"));
        line("custody")->setText(QStringLiteral("by courier, seal 4411 unbroken"));
        form()->findChild<QComboBox *>(QStringLiteral("review.describe.kind"))->setCurrentIndex(static_cast<int>(model::DocumentKind::CourtRecord));
        accept()->click();
        QTRY_COMPARE(described().size(), std::size_t(1));
        const model::DocumentDescribed wanted{m_decision, "Decision of the board", model::DocumentKind::CourtRecord, "Counsel", "Board of Appeals",
                                              "2024-02-29", "Ex. 4", "CUI", "by courier, seal 4411 unbroken"};
        QVERIFY(model::saysTheSame(described().front(), wanted));
        QTRY_VERIFY(!form());
        // The pane and the record say it too.
        QVERIFY(view()->accessibleName().contains(QStringLiteral("Decision of the board")));
        QVERIFY(m_page->findChild<RecordList *>()->model()->rowOf(m_decision) >= 0);
    }

    void whatCannotBeIsNotSent()
    {
        openForm();
        line("title")->setText(QStringLiteral("   "));
        QVERIFY(!accept()->isEnabled());
        QVERIFY(!accept()->toolTip().isEmpty());
        line("title")->setText(QStringLiteral("Another"));
        QVERIFY(accept()->isEnabled());
        for (const char *day : {"2023-02-29", "1.2.2024", "yesterday"}) {
            line("date")->setText(QLatin1String(day));
            QVERIFY2(!accept()->isEnabled(), day);
        }
        line("date")->clear();
        QVERIFY(accept()->isEnabled());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!form());
        QVERIFY(described().empty());
    }

    void whatIsRefusedStaysTyped()
    {
        openForm();
        line("title")->setText(QStringLiteral("Kept words"));
        m_door->refuseNext();
        accept()->click();
        QTRY_VERIFY(form()->findChild<FaultNote *>(QStringLiteral("review.describe.fault"))->isVisible());
        QCOMPARE(line("title")->text(), QStringLiteral("Kept words"));
        QVERIFY(accept()->isEnabled());
        accept()->click();
        QTRY_COMPARE(described().size(), std::size_t(1));
        QTRY_VERIFY(!form());
    }

    void whoMayNotCannot()
    {
        m_door->makeReadOnly(QStringLiteral("Read only."));
        view()->setFocus();
        press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!form());
    }

    void theRecordOffersItForEachDocument()
    {
        auto *record = m_page->findChild<RecordList *>();
        record->view()->setCurrentIndex(record->model()->index(record->model()->rowOf(m_letter)));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), record->view()->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(record->view(), &asked);
        const QMenu *menu = record->findChild<QMenu *>(QStringLiteral("review.record.menu"));
        QVERIFY(menu);
        menu->actions().last()->trigger();
        QVERIFY(form());
        QCOMPARE(line("title")->text(), QStringLiteral("Letter"));
    }

    void aClosedCaseTakesTheFormAway()
    {
        openForm();
        emit m_door->closed();
        QTRY_VERIFY(!form());
    }
};

WINDOW_TEST_MAIN(ReviewDescribeTest)
#include "tst_review_describe.moc"
