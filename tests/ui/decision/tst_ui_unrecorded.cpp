// SPDX-License-Identifier: GPL-3.0-or-later
// What is being written and cannot be recorded yet outlives the case being left: a sub-paragraph not added, a reason without its
// finding. It is the person's alone, and goes when it is recorded or struck out.
#include "decisiondesk.h"

#include "core/session/unrecorded.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/decision/unrecordedwords.h"

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

namespace {

const char newText[] = "decision.statement.new.says.text";
const char sentence[] = "The account was past due, and";

} // namespace

class TestUiUnrecorded final : public QObject, private DecisionDesk {
    Q_OBJECT
    std::string m_condition;

    QString reasonField() { return QStringLiteral("decision.concerns.%1.reason").arg(QString::fromStdString(m_condition)); }
    void comeBack()
    {
        m_model->close();
        QVERIFY(!m_model->isOpen());
        m_model->open(m_office.demoCase);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isOpen(), patience);
        work([](session::Session &) { return Status(); });
        QTest::qWait(1);
    }
    std::vector<session::Unrecorded> kept()
    {
        std::vector<session::Unrecorded> found;
        work([&found, id = m_office.demoCase](session::Session &session) -> Status {
            found = TRY(session::UnrecordedDesk(session).of(id));
            return {};
        });
        return found;
    }
    QString notice()
    {
        QStringList said;
        for (const QLabel *label : find<QWidget>("decision.back")->findChildren<QLabel *>())
            said << label->text();
        return find<QWidget>("decision.back")->isVisible() ? said.join(QLatin1Char(' ')) : QString();
    }
    void write(const QString &field, const QString &words)
    {
        auto *text = find<RecordedText>(field);
        text->setFocus();
        text->selectAll();
        QTest::keyClicks(text, words);
    }
    void leaveField() { find<QWidget>("decision.continue")->setFocus(); }

private slots:
    void initTestCase()
    {
        sitDown({1302, 700});
        const auto tie = std::ranges::find_if(dossier().ties, [this](const model::Tie &one) { return m_model->pack()->condition(one.condition.id)->kind == packs::ConditionKind::Disqualifying; });
        QVERIFY(tie != dossier().ties.end());
        m_condition = tie->condition.id;
        QVERIFY(kept().empty());
        QVERIFY(notice().isEmpty());
    }
    void cleanupTestCase() { getUp(); }

    void whatIsWrittenComesBack()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        write(reasonField(), QStringLiteral("The court record"));
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        press("decision.statement.add");
        write(QLatin1String(newText), QLatin1String(sentence));
        leaveField();
        const std::uint64_t before = dossier().size;
        QCOMPARE(kept().size(), std::size_t(2));
        QCOMPARE(dossier().size, before);                          // nothing of it is in the history
        comeBack();
        QVERIFY2(notice().contains(QStringLiteral("New sub-paragraph")) && notice().contains(QString::fromStdString(m_condition)), qPrintable(notice()));
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        QTest::qWait(1);
        QVERIFY(find<QWidget>("decision.statement.new")->isVisible());
        QCOMPARE(find<RecordedText>(newText)->words(), QLatin1String(sentence));
        QCOMPARE(clippedWords(m_page.get()), QStringList());
        picture("unrecorded");
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        QCOMPARE(find<RecordedText>(reasonField())->words(), QStringLiteral("The court record"));
        QVERIFY(!dossier().conditions.contains({m_model->pack()->id, m_condition}));
    }

    void whatIsRecordedIsKeptNoLonger()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        write(QLatin1String(newText), QStringLiteral("The account was past due."));
        const std::uint64_t before = dossier().size;
        QTest::keyClick(find<RecordedText>(newText), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        auto *established = find<QAbstractButton>(QStringLiteral("decision.concerns.%1.finding.0").arg(QString::fromStdString(m_condition)));
        established->setFocus();
        QTest::keyClick(established, Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(kept().empty(), patience);
        comeBack();
        QVERIFY(notice().isEmpty());
        QVERIFY(find<RecordedText>(newText)->words().isEmpty());
    }

    void whatIsStruckOutIsGone()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        press("decision.statement.add");
        write(QLatin1String(newText), QStringLiteral("Not this."));
        leaveField();
        QCOMPARE(kept().size(), std::size_t(1));
        press("decision.statement.new.cancel");
        leaveField();
        QTRY_VERIFY_WITH_TIMEOUT(kept().empty(), patience);
        comeBack();
        QVERIFY(!find<QWidget>("decision.statement.new")->isVisibleTo(m_page.get()));
    }

    // The lock takes the focus away and closes the case in one go.
    void theLockTakesNothing()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:3")));
        press("decision.statement.add");
        write(QLatin1String(newText), QLatin1String(sentence));
        find<RecordedText>(newText)->clearFocus();
        comeBack();
        QCOMPARE(find<RecordedText>(newText)->words(), QLatin1String(sentence));
        QVERIFY(!notice().isEmpty());
    }

    void placesAreCalledAsPeopleCallThem()
    {
        QCOMPARE(UnrecordedWords::placeWord(QStringLiteral("decision.statement.1.aa.says.text")), QStringLiteral("Sub-paragraph 1.aa"));
        QCOMPARE(UnrecordedWords::placeWord(QStringLiteral("decision.concerns.guideline.F.reason")), QStringLiteral("Guideline F"));
        QCOMPARE(UnrecordedWords::placeWord(QStringLiteral("decision.mitigation.20(d).reason")), QStringLiteral("Condition 20(d)"));
        QCOMPARE(UnrecordedWords::placeWord(QStringLiteral("decision.factor.2(d)(4)")), QStringLiteral("Factor 2(d)(4)"));
        QCOMPARE(UnrecordedWords::placeWord(QStringLiteral("decision.gate.list.gap-unexplained.x.words")), QStringLiteral("Check"));
    }
};

WINDOW_TEST_MAIN(TestUiUnrecorded)
#include "tst_ui_unrecorded.moc"
