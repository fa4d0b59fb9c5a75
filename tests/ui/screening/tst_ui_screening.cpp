// SPDX-License-Identifier: GPL-3.0-or-later
// The screening page on a real vault, by keyboard: what is shown, where Enter leads, a verdict that needs a reason, a hint that is
// dismissed, a release, a deficiency and its letter. And that nothing on it reads like a mark.
#include "tests/support/testcase.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/screening/screeningmodel.h"
#include "ui/pages/screening/screeningpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiScreening : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera;
    Path m_template;
    CaseId m_case;
    ScreeningPage *m_page = nullptr;

    QTableView *list() { return find<QTableView>("screening.list"); }
    void run(const QString &action)
    {
        for (const PageAction &one : m_page->pageActions())
            if (one.id == action)
                return one.run();
        QFAIL(qPrintable(action));
    }
    // As the shell does: not while it says why not.
    QString whyNot(const QString &action)
    {
        for (const PageAction &one : m_page->pageActions())
            if (one.id == action)
                return one.whyNot ? one.whyNot() : QString();
        return QStringLiteral("no such action");
    }
    QString state(const QString &group, const QString &title)
    {
        for (int row = 0; row < rows("screening.list")->rowCount(); ++row)
            if (cell("screening.list", row, 0) == group && cell("screening.list", row, 1).startsWith(title))
                return cell("screening.list", row, 2);
        return QStringLiteral("no such row");
    }
    void chooseRow(const QString &group, const QString &title)
    {
        for (int row = 0; row < rows("screening.list")->rowCount(); ++row)
            if (cell("screening.list", row, 0) == group && cell("screening.list", row, 1).startsWith(title))
                return list()->setCurrentIndex(rows("screening.list")->index(row, 0));
        QFAIL(qPrintable(group + title));
    }
    void show()
    {
        m_page = signInTo<ScreeningPage>(m_office->copyOf(m_template), *m_rivera);
        openCase(m_case);
        m_page->activate();
        QTRY_VERIFY(settled() && rows("screening.list")->rowCount() > 20);
    }
    // CASEWARD_PICTURES=FOLDER keeps pictures to look at.
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(m_window->grab().save(folder + QStringLiteral("/screening-%1.png").arg(QLatin1String(name))));
    }
    std::size_t kinds(const std::string &kind)
    {
        const auto &screening = m_model->dossier()->screening;
        return kind == "section" ? screening.sections.size() : kind == "dismissed" ? screening.dismissed.size() : kind == "release" ? screening.releases.size() : screening.deficiencies.size();
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_template = m_office->makeVault("desk", {*m_rivera}, {});
        auto session = tests::signIn(*m_office, m_template, *m_rivera);
        session::NewCase facts = tests::caseFacts("T-1");
        facts.access = "Top Secret";
        m_case = tests::must(session->createCase(facts));
        NoProgress progress;
        session::NewDocument document;
        document.name = "questionnaire.xml";
        document.title = "Questionnaire";
        document.kind = model::DocumentKind::Questionnaire;
        document.content = tests::contentOf(Path(CASEWARD_SOURCE_DIR) / "resources" / "demo" / "questionnaire.xml");
        tests::must(session->addDocument(m_case, document, progress));
    }
    void cleanup() { leave(); }

    void everySectionSaysItsState()
    {
        show();
        QCOMPARE(state("11", "Where you have lived"), QString("answered"));
        QCOMPARE(state("14", "Selective service"), QString("no answer"));
        QCOMPARE(state("13A", "Employment activities"), QString("1 thing to look at"));
        QCOMPARE(state("Release", "General release"), QString("absent"));
        QCOMPARE(state("Tier 5", "Credit report"), QString("not recorded"));
        QVERIFY(words("screening.about").contains("SF86 2017-07"));
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            QTest::qWait(1);
            QCOMPARE(namelessWidgets(m_window.get()), QStringList());
            QCOMPARE(clippedWords(m_window.get()), QStringList());
            QCOMPARE(weakContrast(m_window.get()), QStringList());
            picture(scheme == Theme::Scheme::Dark ? "dark" : "light");
        }
        m_window->resize(1366, 700);
        chooseRow("13A", "Employment");
        QTest::qWait(1);
        picture("1366");
    }

    // Every word a person can see on this page.
    void nothingReadsLikeAMark()
    {
        show();
        QStringList all;
        for (int row = 0; row < rows("screening.list")->rowCount(); ++row) {
            list()->setCurrentIndex(rows("screening.list")->index(row, 0));
            for (int column = 0; column < ScreeningModel::ColumnCount; ++column)
                all << cell("screening.list", row, column);
            for (int hint = 0; hint < rows("screening.hints")->rowCount(); ++hint)
                for (int column = 0; column < HintModel::ColumnCount; ++column)
                    all << cell("screening.hints", hint, column);
            all << words("screening.lead") << words("screening.words");
        }
        for (QWidget *widget : m_window->findChildren<QWidget *>())
            all << widget->accessibleName() << widget->toolTip();
        for (const PageAction &action : m_page->pageActions())
            all << action.text << action.hint;
        for (const char *bad : {"score", "rating", "risk level", "%", "grade", "recommend"})
            QVERIFY2(all.filter(QLatin1String(bad), Qt::CaseInsensitive).isEmpty(), bad);
    }

    void enterGoesToTheEntryThatBeginsTooLate()
    {
        show();
        QSignalSpy wanted(m_page, &Page::placeWanted);
        chooseRow("13A", "Employment");
        QVERIFY(words("screening.words").contains("between Unemployment and Halvorsen Marine Systems"));
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), QString("review"));
        QVERIFY(wanted[0][1].toString().startsWith("place:"));
        chooseRow("14", "Selective");
        QTest::keyClick(list(), Qt::Key_Return); // nobody wrote it: no page
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!find<QAbstractButton>("screening.open")->isEnabled());
    }

    void aNoWaitsForItsReason()
    {
        show();
        chooseRow("11", "Where");
        run(QStringLiteral("screening.complete"));
        QTRY_VERIFY(settled() && kinds("section") == 1);
        QTRY_COMPARE(list()->currentIndex().siblingAtColumn(ScreeningModel::Said).data().toString(), QString("partly judged"));
        run(QStringLiteral("screening.consistent")); // yes
        QTRY_VERIFY(settled());
        run(QStringLiteral("screening.consistent")); // no: nothing is recorded yet
        QTRY_VERIFY(words("screening.judgement.note").contains("needs a reason"));
        const auto &said = m_model->dossier()->screening.sections.begin()->second.first;
        QVERIFY(said.consistent == model::Verdict::Yes);
        auto *reason = find<QPlainTextEdit>("screening.reason");
        QTRY_VERIFY(reason->hasFocus());
        QTest::keyClicks(reason, QStringLiteral("two leases overlap"));
        QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(settled() && m_model->dossier()->screening.sections.begin()->second.first.consistent == model::Verdict::No);
        QTRY_COMPARE(list()->currentIndex().siblingAtColumn(ScreeningModel::Said).data().toString(), QString("judged, with a no"));
        m_model->undo();
        QTRY_VERIFY(settled() && m_model->dossier()->screening.sections.begin()->second.first.consistent == model::Verdict::Yes);
        chooseRow("Release", "General");
        QVERIFY(whyNot("screening.complete").contains("Only sections"));
    }

    void aHintIsDismissedWithAReason()
    {
        show();
        chooseRow("13A", "Employment");
        run(QStringLiteral("screening.dismissHint"));
        QTRY_VERIFY(isThere("ask.reason"));
        answer(QStringLiteral("told in the interview"));
        QTRY_VERIFY(settled() && kinds("dismissed") == 1);
        QTRY_COMPARE(state("13A", "Employment"), QString("answered"));
        QCOMPARE(cell("screening.hints", 0, HintModel::State), QString("settled"));
        QVERIFY(words("screening.words").contains("Dismissed: told in the interview"));
        QVERIFY(!whyNot("screening.dismissHint").isEmpty()); // once is enough
    }

    void aReleaseIsRecorded()
    {
        show();
        chooseRow("Release", "General");
        run(QStringLiteral("screening.recordPaper"));
        QTRY_VERIFY(isThere("screening.paper.signed"));
        auto *day = find<QLineEdit>("screening.paper.signed");
        day->setText(QStringLiteral("2026-02-31"));
        QVERIFY(!find<QAbstractButton>("screening.paperForm.accept")->isEnabled() || !find<QAbstractButton>("screening.paperForm.accept")->toolTip().isEmpty());
        day->setText(QStringLiteral("2026-02-09"));
        find<QComboBox>("screening.paper.document")->setCurrentIndex(1);
        press("screening.paperForm.accept");
        QTRY_VERIFY(settled() && kinds("release") == 1);
        QTRY_COMPARE(state("Release", "General"), QString("in date"));
        run(QStringLiteral("screening.recordPaper"));
        keepsTheContract("screening.paperForm");
    }

    void aDeficiencyIsNotedWrittenAndSettled()
    {
        show();
        QVERIFY(!whyNot("screening.writeLetter").isEmpty());
        chooseRow("13A", "Employment");
        run(QStringLiteral("screening.noteDeficiency"));
        QTRY_VERIFY(isThere("screening.deficiency.code"));
        QCOMPARE(find<QComboBox>("screening.deficiency.code")->currentData().toString(), QString("Q-GAP")); // what answers this hint
        QCOMPARE(find<QComboBox>("screening.deficiency.section")->currentData().toString(), QString("13A"));
        press("screening.deficiencyForm.accept");
        QTRY_VERIFY(settled() && kinds("deficiency") == 1);
        QTRY_COMPARE(state("Deficiency", "Section 13A"), QString("for the sender"));
        run(QStringLiteral("screening.noteDeficiency"));
        keepsTheContract("screening.deficiencyForm");

        run(QStringLiteral("screening.writeLetter"));
        QTRY_VERIFY(isThere("screening.letter.to"));
        const Path file = m_office->fresh("letter.pdf");
        find<QLineEdit>("screening.letter.to")->setText(QStringLiteral("Records centre"));
        find<QLineEdit>("screening.letter.file")->setText(QString::fromStdString(file.string()));
        press("screening.letterForm.accept");
        QTRY_VERIFY_WITH_TIMEOUT(settled() && std::filesystem::exists(file), 20000);
        QVERIFY(tests::contentOf(file).size() > 1000);
        run(QStringLiteral("screening.writeLetter"));
        keepsTheContract("screening.letterForm");

        chooseRow("Deficiency", "Section 13A");
        run(QStringLiteral("screening.recordPaper"));
        QTRY_VERIFY(isThere("ask.reason"));
        answer(QStringLiteral("the sender has written"));
        QTRY_COMPARE(state("Deficiency", "Section 13A"), QString("settled"));
    }

    // Nothing is answered beforehand; what the record shows follows what is typed; the decision is an entry.
    void reciprocityIsAskedQuestionByQuestion()
    {
        show();
        run(QStringLiteral("screening.reciprocity"));
        QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("screening.reciprocityForm")));
        auto *accept = find<QPushButton>("screening.reciprocityForm.accept");
        QVERIFY(!accept->isEnabled());
        find<QLineEdit>("screening.reciprocity.authority")->setText(QStringLiteral("DIA"));
        find<QLineEdit>("screening.reciprocity.access")->setText(QStringLiteral("Top Secret"));
        auto *closed = find<QLineEdit>("screening.reciprocity.investigated");
        closed->setFocus();
        QTest::keyClicks(closed, QStringLiteral("2015-01-05"));
        QTest::keyClick(closed, Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("screening.reciprocity.S7-2.shows")->text().contains(QStringLiteral("more than 7")));
        for (int number = 1; number <= 6; ++number) {
            const QByteArray name = "screening.reciprocity.S7-" + QByteArray::number(number);
            auto *reply = find<QComboBox>((name + ".reply").constData());
            QCOMPARE(reply->currentIndex(), 0);
            reply->setCurrentIndex(number == 2 ? 1 : 2);
            find<QLineEdit>((name + ".reason").constData())->setText(QStringLiteral("their register"));
        }
        picture("reciprocity");
        auto *form = find<QWidget>("screening.reciprocityForm");
        QCOMPARE(clippedWords(form), QStringList());
        QCOMPARE(namelessWidgets(form), QStringList());
        const QStringList weak = weakContrast(form);
        QVERIFY2(weak.isEmpty(), qPrintable(weak.join(QLatin1Char('\n'))));
        QVERIFY(!accept->isEnabled());                     // not decided
        find<QComboBox>("screening.reciprocity.decision")->setCurrentIndex(1);
        find<QLineEdit>("screening.reciprocity.ours")->setText(QStringLiteral("Bureau 7"));
        find<QPlainTextEdit>("screening.reciprocity.reason")->setPlainText(QStringLiteral("seen today"));
        QVERIFY(accept->isEnabled());
        accept->click();
        QTRY_COMPARE(m_model->dossier()->proceedings.reciprocity.size(), std::size_t(1));
        QVERIFY(m_model->dossier()->proceedings.eligibility.contains({"Bureau 7", "Top Secret"}));
        QTRY_VERIFY(find<QWidget>("screening.note")->accessibleDescription().contains(QStringLiteral("reinvestigation")));
    }

    void aFlagOfOnesOwn()
    {
        show();
        run(QStringLiteral("screening.raise"));
        QTRY_VERIFY(isThere("screening.paper.words"));
        QTest::keyClicks(find<QPlainTextEdit>("screening.paper.words"), QStringLiteral("two birthdays are given"));
        press("screening.paperForm.accept");
        QTRY_COMPARE_WITH_TIMEOUT(state("Flag", "two birthdays"), QString("to look at"), 10000);
        QVERIFY(m_page->goTo(QStringLiteral("section:22")));
        QCOMPARE(list()->currentIndex().siblingAtColumn(0).data().toString(), QString("22"));
        QVERIFY(!m_page->goTo(QStringLiteral("nowhere")));
        m_model->close();
        QVERIFY(!list()->isVisible() && rows("screening.list")->rowCount() == 0);
    }
};

WINDOW_TEST_MAIN(TestUiScreening)
#include "tst_ui_screening.moc"
