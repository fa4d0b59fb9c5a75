// SPDX-License-Identifier: GPL-3.0-or-later
// A decision on a case that is held against a further pack: an open check leads to its row under that pack, a finding is recorded under it,
// and the other pack keeps its own.
#include "decisiondesk.h"

#include "core/session/casepacks.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/gatelist.h"
#include "ui/pages/decision/recordedtext.h"

#include <QAbstractButton>
#include <QComboBox>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiChecklists final : public QObject, private DecisionDesk {
    Q_OBJECT

    static constexpr const char *further = "nato-ac35-d2000";
    QComboBox *box(const char *step) { return find<QComboBox>(QStringLiteral("decision.%1.checklist").arg(QLatin1String(step))); }
    packs::PackPtr nato() { return m_model->packs().back(); }
    std::string condition() { return nato()->guideline("e")->disqualifying.front().id; }
    QString row() { return QStringLiteral("decision.concerns.%1:%2").arg(QLatin1String(further), QString::fromStdString(condition())); }

private slots:
    void initTestCase() { sitDown({1280, 700}); }
    void cleanupTestCase() { getUp(); }

    void oneChecklistShowsNoChoice()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        QVERIFY(!box("concerns")->isVisible());
    }

    void anOpenCheckLeadsToItsRowUnderItsPack()
    {
        work([this](session::Session &session) -> Status {
            session::CasePacks packs(session, m_office.demoCase);
            TRY(packs.join(further, "a post of the alliance"));
            const model::Tie tie = TRY(session.openCase(m_office.demoCase))->ties.front();
            const std::string id = TRY(packs.packs()).back()->guideline("e")->disqualifying.front().id;
            TRY(session.record(m_office.demoCase, model::Event(model::PassageTied{session.newPassageId(), tie.anchor, {further, id}, model::Weight::Moderate, {}})));
            return {};
        });
        m_model->reload();
        QTRY_COMPARE_WITH_TIMEOUT(m_model->packs().size(), std::size_t{2}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(box("concerns")->isVisible(), patience);
        QCOMPARE(box("concerns")->count(), 2);
        QCOMPARE(box("concerns")->currentText(), QStringLiteral("us-sead4-2017"));
        QVERIFY(!m_page->findChild<QWidget *>(row()));
        const auto &checks = m_model->gate().checks;
        const auto check = std::ranges::find_if(checks, [this](const rules::Check &one) {
            return one.target.pack == further && one.target.place == rules::Target::Place::Condition && one.target.id == condition();
        });
        QVERIFY(check != checks.end());
        QVERIFY2(check->text.starts_with(std::string(further) + ": "), check->text.c_str());
        emit m_page->findChild<GateList *>()->goWanted(check->target);
        QCOMPARE(box("concerns")->currentText(), QLatin1String(further));
        QCOMPARE(QApplication::focusWidget(), find<QWidget>(row() + QStringLiteral(".finding.0")));
        QTRY_VERIFY(!find<QWidget>(row() + QStringLiteral(".finding.0"))->visibleRegion().isEmpty()); // and not only somewhere below
        QTRY_COMPARE(clippedWords(m_page.get()), QStringList()); // wrapped lines get their height in the next round
        QCOMPARE(namelessWidgets(m_page.get()), QStringList());
        picture("checklists");
    }

    void aFindingIsRecordedUnderIt()
    {
        auto *reason = find<RecordedText>(row() + QStringLiteral(".reason"));
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("Shown by the interview."));
        auto *established = find<QAbstractButton>(row() + QStringLiteral(".finding.0"));
        established->setFocus();
        QTest::keyClick(established, Qt::Key_Space);
        const model::ConditionRef ref{further, condition()};
        QTRY_VERIFY_WITH_TIMEOUT(dossier().conditions.contains(ref), patience);
        QCOMPARE(dossier().conditions.at(ref).reason, std::string("Shown by the interview."));
        QVERIFY(std::ranges::all_of(dossier().conditions, [](const auto &found) { return found.first.pack == further; })); // nothing under the other one
    }

    void theChoiceGoesFromStepToStep()
    {
        QVERIFY(m_page->goTo(QStringLiteral("step:2")));
        QCOMPARE(box("mitigation")->currentText(), QLatin1String(further));
        emit m_page->findChild<GateList *>()->goWanted({rules::Target::Place::Factor, m_model->pack()->factors.front().id, 0}); // of the leading pack
        QCOMPARE(box("factors")->currentText(), QStringLiteral("us-sead4-2017"));
        QCOMPARE(QApplication::focusWidget(), find<QWidget>(QStringLiteral("decision.factor.%1").arg(QString::fromStdString(m_model->pack()->factors.front().id))));
        QVERIFY(m_page->goTo(QStringLiteral("step:1")));
        QCOMPARE(box("concerns")->currentText(), QStringLiteral("us-sead4-2017"));
        QTRY_VERIFY(!m_page->findChild<QWidget *>(row()));
    }

    void chosenByKeyboard()
    {
        QComboBox *choice = box("concerns");
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentText(), QLatin1String(further));
        QVERIFY(find<QAbstractButton>(row() + QStringLiteral(".finding.0"))->isChecked()); // what is recorded stands there again
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(choice));
    }
};

WINDOW_TEST_MAIN(TestUiChecklists)
#include "tst_ui_checklists.moc"
