// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings in the window on a real vault: where the case stands and can go, what is missing, clocks, eligibility and a conflict of
// interest, each recorded by its form.
#include "tests/support/testcase.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/timeline/timelinepage.h"

#include <QComboBox>
#include <QDir>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiProceedings : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera;
    Path m_template;
    CaseId m_id;
    TimelinePage *m_page = nullptr;

    void fill(const char *input, const QString &words)
    {
        if (auto *text = m_window->findChild<QPlainTextEdit *>(QLatin1String(input)))
            return text->setPlainText(words);
        find<QLineEdit>(input)->setText(words);
    }
    void choosing(const char *input, const QString &value)
    {
        auto *box = find<QComboBox>(input);
        QVERIFY2(box->findData(value) >= 0, qPrintable(value));
        box->setCurrentIndex(box->findData(value));
    }
    // Presses the form's verb; it closes when the session has taken it.
    void send(const char *form)
    {
        press((QByteArray(form) + ".accept").constData());
        QTRY_VERIFY2(!isThere(form) && settled(), form);
        QTest::qWait(1);
        QTRY_VERIFY(settled());
    }
    // CASEWARD_PICTURES names a folder for looking at.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            QTest::qWait(1);
            m_window->grab().save(folder + u'/' + name + (scheme == Theme::Scheme::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")));
        }
    }
    const model::Proceedings &now() { return m_model->dossier()->proceedings; }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_template = m_office->makeVault("desk", {*m_rivera}, {});
        auto session = tests::signIn(*m_office, m_template, *m_rivera);
        m_id = tests::intake(*session, "P-1");
        tests::review(*session, m_id);
    }
    void init()
    {
        m_page = signInTo<TimelinePage>(m_office->copyOf(m_template), *m_rivera);
        openCase(m_id);
        QVERIFY(m_page->goTo(QStringLiteral("proceedings")));
        QTRY_VERIFY(settled() && rows("timeline.stage.table")->rowCount() > 0);
        QCOMPARE(m_page->location(), QStringLiteral("proceedings"));
    }
    void cleanup() { leave(); }

    void itSaysWhatIsMissing()
    {
        choose("timeline.stage.table", QStringLiteral("Statement of reasons drafted"));
        QVERIFY(find<QAbstractButton>("timeline.stage.move")->isEnabled());
        QVERIFY(rowOf("timeline.stage.table", QStringLiteral("Served")) < 0);
        QVERIFY(rowOf("timeline.stage.table", QStringLiteral("Loss of jurisdiction (administrative, not adverse)")) >= 0);
        press("timeline.stage.move");
        send("timeline.stageForm");
        QCOMPARE(now().stage, model::Stage::SorDraft);
        choose("timeline.stage.table", QStringLiteral("Statement of reasons with the second level"));
        QVERIFY(!find<QAbstractButton>("timeline.stage.move")->isEnabled());
        QVERIFY2(why("timeline.stage.move").contains(QStringLiteral("alleged")), qPrintable(why("timeline.stage.move")));
        QCOMPARE(namelessWidgets(m_window.get()), QStringList());
        QCOMPARE(clippedWords(m_window.get()), QStringList());
        QCOMPARE(weakContrast(m_window.get()), QStringList());
    }

    void anEndNeedsItsReason()
    {
        choose("timeline.stage.table", QStringLiteral("Discontinued (administrative, not adverse)"));
        press("timeline.stage.move");
        QVERIFY(!find<QAbstractButton>("timeline.stageForm.accept")->isEnabled());
        fill("timeline.stageForm.on", QStringLiteral("2026-13-01"));
        fill("timeline.stageForm.reason", QStringLiteral("the sponsor has no need any more"));
        QVERIFY(!find<QAbstractButton>("timeline.stageForm.accept")->isEnabled());
        fill("timeline.stageForm.on", QString());
        send("timeline.stageForm");
        QCOMPARE(now().stage, model::Stage::Discontinued);
        QCOMPARE(rows("timeline.stage.table")->rowCount(), 1); // it can be reopened
    }

    // Thanksgiving lies between: the day is later, and why stands beside it.
    void aHolidayIsSaid()
    {
        press("timeline.clocks.start");
        choosing("timeline.clockForm.clock", QStringLiteral("reciprocity"));
        fill("timeline.clockForm.from", QStringLiteral("2026-11-20"));
        fill("timeline.clockForm.reason", QStringLiteral("asked by letter"));
        send("timeline.clockForm");
        QCOMPARE(cell("timeline.clocks.table", 0, 2), QStringLiteral("2026-11-30"));
        QCOMPARE(cell("timeline.clocks.table", 0, 3), QStringLiteral("due 30 Nov"));
        const auto labels = find<QWidget>("timeline.clocks")->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("reciprocity, last day 2026-11-30: holiday: Thanksgiving Day, 2026-11-26");
        }));
        picture(QStringLiteral("holiday"));
        QCOMPARE(now().clock("reciprocity")->due, std::string("2026-11-30"));
    }

    void clocks()
    {
        QVERIFY(!find<QAbstractButton>("timeline.clocks.stop")->isEnabled());
        press("timeline.clocks.start");
        choosing("timeline.clockForm.clock", QStringLiteral("reply"));
        fill("timeline.clockForm.reason", QStringLiteral("served"));
        press("timeline.clockForm.accept");
        QTRY_VERIFY(settled() && find<QWidget>("timeline.clockForm.fault")->isVisible()); // nobody was served; the form stays
        choosing("timeline.clockForm.clock", QStringLiteral("investigate"));
        send("timeline.clockForm");
        QCOMPARE(cell("timeline.clocks.table", 0, 3), QStringLiteral("due 1 Jan 2027"));
        press("timeline.clocks.extend");
        fill("timeline.extendForm.due", QStringLiteral("2027-02-01"));
        fill("timeline.extendForm.reason", QStringLiteral("a field office is closed"));
        send("timeline.extendForm");
        QCOMPARE(cell("timeline.clocks.table", 0, 2), QStringLiteral("2027-02-01"));
        press("timeline.clocks.stop");
        fill("timeline.stopForm.reason", QStringLiteral("the bureau is asked"));
        send("timeline.stopForm");
        QCOMPARE(cell("timeline.clocks.table", 0, 3), QStringLiteral("stopped since 22 Nov because the bureau is asked"));
        QVERIFY(!find<QAbstractButton>("timeline.clocks.stop")->isEnabled());
        press("timeline.clocks.resume");
        fill("timeline.resumeForm.reason", QStringLiteral("it answered"));
        send("timeline.resumeForm");
        picture(QStringLiteral("clocks"));
        QVERIFY(now().clock("investigate")->runs());
    }

    void eachLineForItself()
    {
        press("timeline.eligibility.record");
        fill("timeline.eligibilityForm.authority", QStringLiteral("DCSA"));
        choosing("timeline.eligibilityForm.status", QStringLiteral("eligible"));
        fill("timeline.eligibilityForm.exception", QStringLiteral("C"));
        fill("timeline.eligibilityForm.conditions", QStringLiteral("finish the counselling = 2027-03-01"));
        fill("timeline.eligibilityForm.reason", QStringLiteral("exception under conditions"));
        send("timeline.eligibilityForm");
        QCOMPARE(rows("timeline.eligibility.table")->rowCount(), 2);
        QVERIFY(!find<QAbstractButton>("timeline.eligibility.monitor")->isEnabled());
        find<QTableView>("timeline.eligibility.table")->setCurrentIndex(rows("timeline.eligibility.table")->index(1, 0));
        press("timeline.eligibility.monitor");
        picture(QStringLiteral("monitor"));
        fill("timeline.monitorForm.words", QStringLiteral("certificate of completion"));
        send("timeline.monitorForm");
        picture(QStringLiteral("eligibility"));
        QVERIFY(cell("timeline.eligibility.table", 1, 2).contains(QStringLiteral("met on")));
        QVERIFY(!now().eligibility.at({"DCSA", "Secret"}).back().isOpen(1));
    }

    void aConflictTakesThePersonOut()
    {
        press("timeline.stage.conflict");
        fill("timeline.conflictForm.reason", QStringLiteral("the subject is a neighbour"));
        send("timeline.conflictForm");
        picture(QStringLiteral("conflict"));
        QCOMPARE(why("timeline.stage.conflict"), QStringLiteral("It is declared already."));
        for (const char *button : {"timeline.stage.move", "timeline.clocks.start", "timeline.eligibility.record"})
            QVERIFY2(!find<QAbstractButton>(button)->isEnabled() && why(button).contains(QStringLiteral("conflict of interest")), button);
    }

    void theFormsKeepTheContract()
    {
        choose("timeline.stage.table", QStringLiteral("Information requested"));
        press("timeline.stage.move");
        keepsTheContract("timeline.stageForm");
        press("timeline.clocks.start");
        QTRY_VERIFY(isThere("timeline.clockForm"));
        picture(QStringLiteral("clockform"));
        keepsTheContract("timeline.clockForm");
        press("timeline.eligibility.record");
        QTRY_VERIFY(isThere("timeline.eligibilityForm"));
        picture(QStringLiteral("eligibilityform"));
        keepsTheContract("timeline.eligibilityForm");
        press("timeline.stage.conflict");
        keepsTheContract("timeline.conflictForm");
    }

    // Nothing of a case is left on the page when it is closed.
    void aClosedCaseIsForgotten()
    {
        m_model->close();
        QTRY_COMPARE(rows("timeline.stage.table")->rowCount(), 0);
        QCOMPARE(rows("timeline.eligibility.table")->rowCount(), 0);
        QVERIFY(!find<QAbstractButton>("timeline.clocks.start")->isEnabled());
    }
};

WINDOW_TEST_MAIN(TestUiProceedings)
#include "tst_ui_proceedings.moc"
