// SPDX-License-Identifier: GPL-3.0-or-later
// The decision on a real vault, driven through its widgets: a finding by keyboard, a gate that holds the signature, and
// the signature itself. The slots build on one another: one demonstration case is taken to its exported decision.
#include "decisiondesk.h"

#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/gatelist.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/decision/signedcard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiDecision final : public QObject, private DecisionDesk {
    Q_OBJECT
    std::string m_outcome; // chosen by the script

    QString whySign() { return find<QLabel>(QStringLiteral("decision.sign.why"))->text(); }

private slots:
    void initTestCase() { sitDown({1280, 620}); }
    void cleanupTestCase() { getUp(); }

    void aGapThatNoPageSaysIsShownOnTheTimeline()
    {
        GapId id;
        work([&id](session::Session &session) -> Status {
            id = session.newGapId();
            return {};
        });
        m_model->record({model::GapNoted{id, "employment", "2021-11-01", "2022-02-27", std::nullopt, "nothing listed"}});
        QTRY_VERIFY_WITH_TIMEOUT(!dossier().gaps.empty(), patience);
        QSignalSpy wanted(m_page.get(), &Page::placeWanted);
        const QVariantList timeline{QStringLiteral("timeline"), QStringLiteral("gap:") + QString::fromStdString(id.text())};
        emit m_page->findChild<GateList *>()->goWanted({rules::Target::Place::Gap, id.text(), 0});
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(QVariantList(wanted[0]), timeline);
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        auto *show = find<QAbstractButton>(QStringLiteral("decision.gap.%1.timeline").arg(QString::fromStdString(id.text())));
        show->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(QVariantList(wanted[1]), timeline);
        m_model->undo();
        QTRY_VERIFY_WITH_TIMEOUT(dossier().gaps.empty(), patience);
    }

    void aFindingIsRecordedByKeyboard()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        const std::vector<std::string> raised = rules::guidelinesRaised(dossier(), *m_model->pack());
        QVERIFY(!raised.empty());
        const auto tie = std::find_if(dossier().ties.begin(), dossier().ties.end(), [this](const model::Tie &one) {
            return m_model->pack()->condition(one.condition.id)->kind == packs::ConditionKind::Disqualifying;
        });
        QVERIFY(tie != dossier().ties.end());
        const model::ConditionRef condition = tie->condition;
        QVERIFY(dossier().conditions.count(condition) == 0);
        const QString name = QStringLiteral("decision.concerns.%1").arg(QString::fromStdString(condition.id));
        auto *established = find<QAbstractButton>(name + QStringLiteral(".finding.0"));
        QVERIFY(!established->isChecked());
        QVERIFY(!find<QAbstractButton>(name + QStringLiteral(".finding.1"))->isChecked()); // nothing is chosen for the person
        QVERIFY(m_page->goTo(QStringLiteral("condition:") + QString::fromStdString(condition.id)));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(established));
        const std::uint64_t before = dossier().size;
        QTest::keyClick(established, Qt::Key_Space);
        QVERIFY(find<QLabel>(name + QStringLiteral(".note"))->isVisible());                // it needs a reason first
        auto *reason = find<RecordedText>(name + QStringLiteral(".reason"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("The court record says so."));
        QCOMPARE(dossier().size, before);
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        const model::ConditionState &state = dossier().conditions.at(condition);
        QCOMPARE(state.finding, model::ConditionFinding::Established);
        QCOMPARE(state.reason, std::string("The court record says so."));
        QVERIFY(established->isChecked());
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(reason));             // refreshing does not take it away
    }

    void arrowKeysRecordNothing()
    {
        const auto condition = dossier().conditions.begin()->first;
        const QString name = QStringLiteral("decision.concerns.%1.finding.").arg(QString::fromStdString(condition.id));
        auto *established = find<QAbstractButton>(name + QLatin1Char('0'));
        auto *notEstablished = find<QAbstractButton>(name + QLatin1Char('1'));
        const std::uint64_t before = dossier().size;
        established->setFocus();
        QTest::keyClick(established, Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(notEstablished));
        QTest::keyClick(notEstablished, Qt::Key_Left);
        QVERIFY(established->isChecked());

        QVERIFY(m_page->goTo(QStringLiteral("sign")));
        QList<QRadioButton *> outcomes;
        for (const packs::Outcome &outcome : m_model->pack()->outcomes)
            outcomes << find<QRadioButton>(QStringLiteral("decision.outcome.%1").arg(QString::fromStdString(outcome.id)));
        QTRY_VERIFY(outcomes.last()->isVisible());
        outcomes.first()->setFocus();
        for (int i = 0; i < outcomes.size() + 2; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(outcomes.last()));
        work([](session::Session &) { return Status(); }); // whatever was asked for is done by now
        QCOMPARE(dossier().size, before);
        QVERIFY(!dossier().proposal);
        // Choosing twice before the first has arrived is one entry.
        auto *one = qobject_cast<QRadioButton *>(QApplication::focusWidget());
        QVERIFY(one);
        QTest::keyClick(one, Qt::Key_Return);
        QTest::keyClick(one, Qt::Key_Space);
        work([](session::Session &) { return Status(); });
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QVERIFY(one->isChecked() && dossier().proposal);
        m_model->undo();
        QTRY_VERIFY_WITH_TIMEOUT(!dossier().proposal, patience);
        QVERIFY(!one->isChecked());
    }

    void anAdministrativeOutcomeAsksForNoWeighing()
    {
        const auto openFactors = [this] {
            return std::ranges::count_if(m_model->gate().checks, [](const rules::Check &check) { return check.open && check.id == "factor-unanswered"; });
        };
        auto *notice = find<QLabel>(QStringLiteral("decision.factors.notice"));
        QVERIFY(m_page->goTo(QStringLiteral("step:4")));
        QVERIFY(notice->isHidden());
        QVERIFY(openFactors() > 0);
        m_model->record({model::OutcomeProposed{"loss-of-jurisdiction", {}, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(dossier().proposal, patience);
        QCOMPARE(openFactors(), 0);
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("Loss of jurisdiction")) && notice->text().contains(QStringLiteral("administrative")), qPrintable(notice->text()));
        picture("administrative");
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        QVERIFY(find<QLabel>(QStringLiteral("decision.rationale.notice"))->isHidden()); // reasons are asked for
        m_model->undo();
        QTRY_VERIFY_WITH_TIMEOUT(!dossier().proposal, patience);
        QVERIFY(m_page->goTo(QStringLiteral("step:4")));
        QVERIFY(notice->isHidden());
        QVERIFY(openFactors() > 0);
    }

    void wordsBeingTypedSurviveAChange()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:4")));
        auto *field = find<RecordedText>(QStringLiteral("decision.factor.%1").arg(QString::fromStdString(m_model->pack()->factors.front().id)));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("half a sente"));
        const std::uint64_t before = dossier().size;
        m_model->record({model::ReasonsWritten{{{"A reason from elsewhere.", {}}}}});
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QCOMPARE(field->toPlainText(), QStringLiteral("half a sente"));
        QTest::keyClicks(field, QStringLiteral("nce"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().factors.size(), std::size_t(1), patience);
        QCOMPARE(dossier().factors.begin()->second.text, std::string("half a sentence"));
    }

    void anUncitedParagraphIsExplainedAtTheGate()
    {
        QVERIFY(m_page->goTo(QStringLiteral("gate")));
        const QString name = QStringLiteral("decision.gate.list.paragraph-without-passage.0");
        QTest::mouseClick(find<QPushButton>(name + QStringLiteral(".explain")), Qt::LeftButton);
        auto *words = find<RecordedText>(name + QStringLiteral(".words"));
        QVERIFY(words->isVisible());
        QTest::keyClicks(words, QStringLiteral("It sums up the others."));
        QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().explained.size(), std::size_t(1), patience);
        QCOMPARE(dossier().explained.begin()->first, std::make_pair(std::string("paragraph-without-passage"), std::string("0")));
    }

    void paragraphsAreCitedAndSavedWhole()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        QTest::mouseClick(find<QPushButton>(QStringLiteral("decision.reasons.add")), Qt::LeftButton);
        auto *words = find<RecordedText>(QStringLiteral("decision.reasons.1.words"));
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(words));
        QTest::keyClicks(words, QStringLiteral("A second reason."));
        QCOMPARE(dossier().reasons.size(), std::size_t(1)); // still being written
        QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().reasons.size(), std::size_t(2), patience);
        QCOMPARE(dossier().reasons[1].text, std::string("A second reason."));
        QTest::mouseClick(find<QAbstractButton>(QStringLiteral("decision.reasons.1.up")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().reasons[0].text, std::string("A second reason."), patience);
    }

    void anEmptiedFactorIsExplained()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:4")));
        auto *field = find<RecordedText>(QStringLiteral("decision.factor.%1").arg(QString::fromStdString(m_model->pack()->factors.front().id)));
        auto *note = find<QLabel>(field->objectName() + QStringLiteral(".note"));
        const std::uint64_t before = dossier().size;
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("half a sentence")));
        QCOMPARE(field->toPlainText(), QString());                 // the old words do not come back by themselves
        QTest::keyClicks(field, QStringLiteral("Nothing bears on it."));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, before + 1, patience);
        QVERIFY(!note->isVisible());
        QCOMPARE(dossier().factors.begin()->second.text, std::string("Nothing bears on it."));
    }

    void anUntiedPassageIsNoLongerCited()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        const model::Tie tie = dossier().ties.front();
        std::vector<model::Paragraph> cited = dossier().reasons;
        cited[0].cites = {tie.id};
        m_model->record({model::ReasonsWritten{cited}});
        QTRY_COMPARE_WITH_TIMEOUT(dossier().reasons[0].cites.size(), std::size_t(1), patience);
        m_model->record({model::PassageUntied{tie.id, "tied by mistake"}});
        QTRY_VERIFY_WITH_TIMEOUT(dossier().ties.front().id != tie.id, patience);
        auto *lost = find<QLabel>("decision.reasons.0.cites.0");
        QVERIFY(lost->text().startsWith(QStringLiteral("No longer tied")));
        QSignalSpy failed(m_model.get(), &CaseModel::failed);
        auto *words = find<RecordedText>("decision.reasons.0.words");
        words->setFocus();
        words->moveCursor(QTextCursor::End);
        QTest::keyClicks(words, QStringLiteral(" Still so."));
        QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(dossier().reasons[0].cites.empty(), patience);
        QVERIFY(dossier().reasons[0].text.ends_with(" Still so."));
        QCOMPARE(failed.count(), 0);
        QTRY_VERIFY(!m_page->findChild<QLabel *>(QStringLiteral("decision.reasons.0.cites.0")));
        m_model->undo();
        m_model->undo();
        QTRY_VERIFY_WITH_TIMEOUT(dossier().ties.front().id == tie.id, patience); // as it was, for the rest of the job
    }

    void aCheckLeadsToItsParagraph()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        QCOMPARE(dossier().reasons.size(), std::size_t(2));
        press("decision.reasons.add");
        press("decision.reasons.2.up");                            // a row without words between the two
        auto *last = find<RecordedText>("decision.reasons.2.words");
        QCOMPARE(last->words().toStdString(), dossier().reasons[1].text);
        QVERIFY(m_page->goTo(QStringLiteral("gate")));
        press("decision.gate.list.paragraph-without-passage.1.go");
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(last));
        press("decision.reasons.1.remove");
    }

    void openChecksHoldTheSignature()
    {
        QVERIFY(m_page->goTo(QStringLiteral("sign")));
        QVERIFY(m_model->gate().openCount() > 1);
        for (const packs::Outcome &outcome : m_model->pack()->outcomes)
            QVERIFY(!find<QRadioButton>(QStringLiteral("decision.outcome.%1").arg(QString::fromStdString(outcome.id)))->isChecked());
        auto *sign = find<QPushButton>(QStringLiteral("decision.sign"));
        QVERIFY(!sign->isEnabled());
        QCOMPARE(whySign(), QStringLiteral("%1 checks are open; they stand at the right.").arg(m_model->gate().openCount()));
        QVERIFY(!find<QLineEdit>(QStringLiteral("decision.confirm"))->isEnabled());
    }

    void everyStepKeepsTheContract()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_theme->setScheme(scheme);
            for (int step = 1; step <= 7; ++step) {
                QVERIFY(m_page->goTo(QStringLiteral("step:%1").arg(step)));
                QTest::qWait(1);
                QCOMPARE(namelessWidgets(m_page.get()), QStringList());
                QCOMPARE(weakContrast(m_page.get()), QStringList());
            }
        }
        m_theme->setScheme(Theme::Scheme::Light);
        QVERIFY(m_page->goTo(QStringLiteral("step:7")));
        QCOMPARE(unreachableByTab(m_page.get()), QStringList());
    }

    void theWordSigns()
    {
        work([this](session::Session &session) -> Status {
            const ScriptedReview review = TRY(scriptedReview());
            m_outcome = review.outcome.outcome;
            ScriptedReview rest = review; // everything but the outcome, which a person chooses
            ReviewRun run(session, m_office.demoCase, rest);
            TRY(run.readEveryPage());
            TRY(run.tiePassages());
            TRY(run.notePoints());
            TRY(run.settlePoints());
            return run.weigh();
        });
        m_model->reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_model->gate().mayBeSigned(), patience);
        QVERIFY(m_page->goTo(QStringLiteral("sign")));
        QVERIFY(find<QRadioButton>(QStringLiteral("decision.outcome.%1").arg(QString::fromStdString(m_outcome)))->isChecked());
        auto *sign = find<QPushButton>(QStringLiteral("decision.sign"));
        auto *word = find<QLineEdit>(QStringLiteral("decision.confirm"));
        const QString wanted = QString::fromStdString(m_model->pack()->outcome(m_outcome)->confirmWord);
        QVERIFY(!sign->isEnabled());
        QCOMPARE(whySign(), QStringLiteral("Type the word %1 exactly.").arg(wanted));
        word->setFocus();
        QTest::keyClicks(word, QStringLiteral("wrong"));
        QVERIFY(!sign->isEnabled());
        word->clear();
        QTest::keyClicks(word, wanted);
        QVERIFY(sign->isEnabled());
        QTest::mouseClick(sign, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(dossier().status, model::CaseStatus::Signed, patience);
        QVERIFY(find<QWidget>(QStringLiteral("decision.signed"))->isVisible());
        QVERIFY(!sign->isVisible());
        QVERIFY(find<QLabel>(QStringLiteral("decision.closed"))->isVisible());
        QVERIFY(m_page->goTo(QStringLiteral("step:5")));
        QVERIFY(find<RecordedText>(QStringLiteral("decision.reasons.0.words"))->isReadOnly());
    }

    void theDecisionIsExportedOnce()
    {
        QVERIFY(m_page->goTo(QStringLiteral("sign")));
        const QString folder = m_folder.filePath(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(folder));
        auto *card = find<SignedCard>(QStringLiteral("decision.signed"));
        auto *title = find<QLabel>(QStringLiteral("decision.signed.note.title"));
        card->exportTo(folder);
        QTRY_VERIFY_WITH_TIMEOUT(title->isVisible(), patience);
        const QStringList made = {QStringLiteral("decision.json"), QStringLiteral("decision.p7s"), QStringLiteral("decision.pdf"), QStringLiteral("office.pem")};
        QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), made);
        QCOMPARE(title->text(), QStringLiteral("The decision is exported"));
        card->exportTo(folder);
        QTRY_VERIFY_WITH_TIMEOUT(title->isVisible(), patience);
        QVERIFY(title->text() != QStringLiteral("The decision is exported"));
        QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name), made);
    }
};

WINDOW_TEST_MAIN(TestUiDecision)
#include "tst_ui_decision.moc"
