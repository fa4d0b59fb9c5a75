// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix in the window, over the weighed demonstration case, by keyboard: every cell leads to its passages and from there to Review,
// every finding to Decision; nothing is recorded by looking. And no word of these pages is a score.
#include "core/model/statement.h"
#include "tests/ui/support/demodesk.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/decision/citedpassages.h"
#include "ui/pages/decision/decisionpage.h"
#include "ui/pages/decision/recordedtext.h"
#include "ui/pages/matrix/carriageview.h"
#include "ui/pages/matrix/matrixpage.h"
#include "ui/pages/matrix/matrixview.h"
#include "ui/evidence/passageline.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

namespace {

// What would make a count look like a verdict. The captions that say it is none are the only places for these words.
const QRegularExpression &forbidden()
{
    static const QRegularExpression words(QStringLiteral("\\b(scor(e|es|ed|ing)|ratings?|risk[ -](level|rating|index)s?|points? (for|against)|probabilit(y|ies)|likel(y|ihood) to be (granted|denied)|"
                                                         "recommend(s|ed|ation|ations)?)\\b"), QRegularExpression::CaseInsensitiveOption);
    return words;
}

QString withoutCaptions(QString words)
{
    return words.remove(QStringLiteral("Counts of tied passages, not a score.")).remove(QStringLiteral("Findings and what they rest on, not a recommendation."))
        .remove(QStringLiteral("What the record supports, not a recommendation.")).remove(QStringLiteral("treatment recommendations")); // a physician's, of 22(f)
}

} // namespace

class TestUiMatrix final : public QObject, private DemoDesk {
    Q_OBJECT
    std::unique_ptr<MatrixPage> m_page;

    [[nodiscard]] MatrixView *table() { return find<MatrixView>("matrix.table"); }
    [[nodiscard]] const MatrixModel &sheet() { return *static_cast<MatrixModel *>(table()->model()); }
    [[nodiscard]] int rowOf(const QString &label)
    {
        for (int row = 0; row < sheet().rowCount(); ++row)
            if (sheet().line(row)->label == label)
                return row;
        return -1;
    }
    [[nodiscard]] QList<PassageLine *> lines() { return find<QWidget>("matrix.passages")->findChildren<PassageLine *>(); }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void show(MatrixPage::View view)
    {
        m_page->showView(view);
        m_page->activate();
    }
    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_theme->setScheme(scheme);
            QTest::qWait(20);
            m_page->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), scheme == Theme::Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
        m_theme->setScheme(Theme::Scheme::Light);
    }
    // A page made just now has not seen the case yet.
    void reload()
    {
        QSignalSpy changed(m_model.get(), &CaseModel::changed);
        m_model->reload();
        if (!changed.wait(patience))
            qFatal("the case did not come again");
    }
    void keepsTheContract()
    {
        QCOMPARE(namelessWidgets(m_page.get()), QStringList());
        QCOMPARE(clippedWords(m_page.get()), QStringList());
        QCOMPARE(weakContrast(m_page.get()), QStringList());
        QCOMPARE(unreachableByTab(m_page.get()), QStringList());
    }

private slots:
    void initTestCase()
    {
        makeOffice();
        m_page = std::make_unique<MatrixPage>(m_theme.get(), m_model.get());
        m_page->resize(1272, 620);
        takeHold(m_page.get());
        showActive(m_page.get());
        openWorkedCase([](ReviewRun &run) -> Status {
            TRY(run.readEveryPage());
            TRY(run.tiePassages());
            return run.weigh();
        });
        m_page->activate();
    }

    void cleanupTestCase()
    {
        m_page.reset();
        close();
    }

    void everyPassageStandsInACell()
    {
        std::size_t shown = 0, ofRows = 0;
        for (const MatrixLine &line : sheet().sheet().lines) {
            ofRows += line.passages;
            for (const auto &cell : line.cells)
                shown += cell.size();
        }
        QCOMPARE(shown, dossier().ties.size());
        QCOMPARE(ofRows, dossier().ties.size());
        QVERIFY(rowOf(QStringLiteral("▲ 16(a)")) > rowOf(QStringLiteral("E")));
        QVERIFY(rowOf(QStringLiteral("▼ 17(a)")) > rowOf(QStringLiteral("▲ 16(a)")));
        QCOMPARE(words("matrix.caption"), QStringLiteral("Counts of tied passages, not a score."));
        QVERIFY(!find<QComboBox>("matrix.pack")->isVisible()); // one checklist: nothing to choose
        keepsTheContract();
        picture("matrix-documents");
    }

    void aCellLeadsToItsPassagesAndOnToReview()
    {
        const std::uint64_t before = dossier().size;
        const int row = rowOf(QStringLiteral("▲ 16(a)"));
        int column = 1;
        while (sheet().cell(sheet().index(row, column))->empty())
            ++column;
        table()->setFocus();
        table()->setCurrentIndex(sheet().index(row, column));
        const std::vector<PassageId> cell = *sheet().cell(sheet().index(row, column));
        QCOMPARE(lines().size(), static_cast<qsizetype>(cell.size()));
        QVERIFY(words("matrix.passages.title").contains(sheet().sheet().columns[column - 1].whole));
        key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(lines().front()));
        QSignalSpy wanted(m_page.get(), &Page::placeWanted);
        key(Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("review"));
        QCOMPARE(wanted[0][1].toString(), QStringLiteral("passage:") + QString::fromStdString(cell.front().text()));
        key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(table()));
        QCOMPARE(dossier().size, before);
    }

    void theFirstColumnShowsTheWholeLine()
    {
        table()->setCurrentIndex(sheet().index(rowOf(QStringLiteral("▲ 16(a)")), 0));
        QCOMPARE(lines().size(), static_cast<qsizetype>(sheet().line(rowOf(QStringLiteral("▲ 16(a)")))->passages));
        table()->setCurrentIndex(sheet().index(rowOf(QStringLiteral("▼ 17(b)")), 0));
        QCOMPARE(lines().size(), 0);
        QVERIFY(words("matrix.passages.title").contains(QStringLiteral("no passage")));
    }

    void spaceGoesToTheConditionAndRecordsNothing()
    {
        const std::uint64_t before = dossier().size;
        table()->setFocus();
        table()->setCurrentIndex(sheet().index(rowOf(QStringLiteral("▼ 17(a)")), 0));
        QSignalSpy wanted(m_page.get(), &Page::placeWanted);
        key(Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("decision"));
        QCOMPARE(wanted[0][1].toString(), QStringLiteral("condition:17(a)"));
        QCOMPARE(dossier().size, before);
    }

    void whatIsNotConsideredSaysSo()
    {
        const int row = rowOf(QStringLiteral("▼ 17(b)"));
        QCOMPARE(sheet().line(row)->considered, QStringLiteral("No evidence"));
        const std::uint64_t size = dossier().size;
        m_model->record({model::PassageTied{PassageId::make(m_clock, m_random), dossier().ties[0].anchor, {dossier().facts.pack.id, "25(a)"}, model::Weight::Slight, ""}});
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, size + 1, patience);
        const MatrixLine *line = sheet().line(rowOf(QStringLiteral("▲ 25(a)")));
        QVERIFY(line != nullptr); // the sheet follows the record
        QVERIFY(line->isOpen);
        QCOMPARE(line->considered, QStringLiteral("Not considered"));
        m_model->undo();
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, size + 2, patience);
        QCOMPARE(rowOf(QStringLiteral("▲ 25(a)")), -1);
    }

    void theFactorsShowWhatTheyCite()
    {
        show(MatrixPage::View::Factors);
        const int row = rowOf(QStringLiteral("▲ 16(a)"));
        int cited = 0;
        for (int column = 1; column <= sheet().sheet().columns.size(); ++column)
            cited += static_cast<int>(sheet().cell(sheet().index(row, column))->size());
        QCOMPARE(cited, 3); // q-collections twice, mail-only-money once (resources/demo/job.json)
        keepsTheContract();
        picture("matrix-factors");
    }

    void theYearsFollowTheDatesOfConduct()
    {
        show(MatrixPage::View::Years);
        QCOMPARE(sheet().sheet().columns.size(), 1); // nothing is dated yet
        model::PassageAppraised said;
        said.passage = dossier().ties[0].id;
        said.from = "2021";
        said.to = "2023-05";
        const std::uint64_t size = dossier().size;
        m_model->record({said});
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, size + 1, patience);
        QCOMPARE(sheet().sheet().columns.size(), 4);
        QCOMPARE(sheet().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("2021"));
        QCOMPARE(sheet().cell(sheet().index(rowOf(QStringLiteral("E")), 3))->size(), std::size_t(1));
        keepsTheContract();
        picture("matrix-years");
    }

    void whatCarriesTheDecisionIsToldAndLeadsThere()
    {
        show(MatrixPage::View::Carriage);
        auto *view = find<CarriageView>("matrix.carriage");
        QStringList links;
        for (const QPushButton *button : view->findChildren<QPushButton *>())
            links << button->text();
        QVERIFY2(links.contains(QStringLiteral("F 19(a) is found established")), qPrintable(links.join(u'\n')));   // one passage
        QVERIFY(!links.contains(QStringLiteral("E 16(a) is found established")));                                  // four, of three documents
        QSignalSpy wanted(m_page.get(), &Page::placeWanted);
        for (QPushButton *button : view->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("F 19(a) is found established")) {
                button->setFocus();
                key(Qt::Key_Space);
                break;
            }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toString(), QStringLiteral("condition:19(a)"));
        keepsTheContract();
        picture("matrix-carries");
    }

    // Every link that the page gives is one that Decision follows.
    void decisionFollowsEveryLink()
    {
        DecisionPage decision(m_theme.get(), m_model.get());
        decision.show();
        reload();
        for (const rules::Supported &one : rules::whatCarries(dossier(), *m_model->pack()).findings)
            QVERIFY2(decision.goTo(decisionLink(one.target)), one.text.c_str());
        QVERIFY(!decision.goTo(QStringLiteral("factor:2(d)(99)")));
    }

    void aFactorCitesInDecision()
    {
        DecisionPage decision(m_theme.get(), m_model.get());
        decision.resize(1272, 620);
        showActive(&decision);
        takeHold(&decision);
        reload();
        QVERIFY(decision.goTo(QStringLiteral("factor:2(d)(4)")));
        const std::uint64_t size = dossier().size;
        auto *cite = find<QPushButton>("decision.factor.2(d)(4).cite");
        cite->click();
        auto *menu = decision.findChild<QMenu *>(QStringLiteral("decision.factor.2(d)(4).passages"));
        menu->actions().front()->trigger();
        menu->close();
        QTRY_COMPARE_WITH_TIMEOUT(dossier().size, size + 1, patience);
        const auto &state = dossier().factors.at({dossier().facts.pack.id, "2(d)(4)"});
        QCOMPARE(state.cites.size(), std::size_t(1));
        QVERIFY(!state.text.empty()); // the words stay
        QVERIFY(decision.findChild<PassageLine *>(QStringLiteral("decision.factor.2(d)(4).cites.0")) != nullptr);
        // Without words a citation waits, and says so.
        auto *field = find<RecordedText>("decision.factor.2(d)(5)");
        decision.activateWindow();
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(find<QLabel>("decision.factor.2(d)(5).note")->isVisible());
        QCOMPARE(dossier().size, size + 1);
        takeHold(m_page.get());
    }

    // What packs and the record bring is said too: tables, labels, buttons, tool tips and what a screen reader hears.
    void noWordShownIsAScore()
    {
        DecisionPage decision(m_theme.get(), m_model.get());
        decision.show();
        reload();
        QStringList all;
        const auto take = [&all](QWidget *page) {
            for (QWidget *widget : page->findChildren<QWidget *>()) {
                if (qobject_cast<PassageLine *>(widget) || qobject_cast<RecordedText *>(widget))
                    continue; // words of the record and of the person
                all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
                if (const auto *label = qobject_cast<QLabel *>(widget))
                    all << label->text();
                if (const auto *button = qobject_cast<QAbstractButton *>(widget))
                    all << button->text();
                if (const auto *line = qobject_cast<QLineEdit *>(widget))
                    all << line->placeholderText();
                if (const auto *box = qobject_cast<QComboBox *>(widget))
                    for (int i = 0; i < box->count(); ++i)
                        all << box->itemText(i);
            }
        };
        for (int step = 1; step <= stepCount; ++step) {
            QVERIFY(decision.goTo(QStringLiteral("step:%1").arg(step)));
            take(&decision);
        }
        takeHold(m_page.get());
        for (int view = 0; view < MatrixPage::viewCount; ++view) {
            show(static_cast<MatrixPage::View>(view));
            take(m_page.get());
            for (int row = 0; row < sheet().rowCount(); ++row)
                all << sheet().line(row)->words << sheet().line(row)->whole << sheet().line(row)->considered;
            for (const MatrixColumn &column : sheet().sheet().columns)
                all << column.head << column.whole;
        }
        all.removeAll(QString());
        all.removeDuplicates();
        QVERIFY(all.size() > 200);
        QVERIFY(all.contains(QStringLiteral("Statement of reasons")) && all.contains(QStringLiteral("Conduct in 2022"))); // it walked
        for (const QString &words : std::as_const(all))
            QVERIFY2(!forbidden().match(withoutCaptions(words)).hasMatch(), qPrintable(words));
    }

    // And what is not shown just now: every string literal of the pages, the papers, the rules and the command line.
    void noWordInTheSourcesIsAScore()
    {
        static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
        qsizetype literals = 0;
        for (const char *folder : {"ui/pages/decision", "ui/pages/matrix", "ui/pages/supervision", "ui/evidence", "ui/models", "ui/paper", "core/rules", "app/ctl"}) {
            QDirIterator files(QStringLiteral(CASEWARD_SOURCE_DIR "/") + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString source = QString::fromUtf8(file.readAll());
                for (auto found = literal.globalMatch(source); found.hasNext(); ++literals) {
                    const QString words = withoutCaptions(found.next().captured(1));
                    QVERIFY2(!forbidden().match(words).hasMatch(), qPrintable(file.fileName() + QStringLiteral(": ") + words));
                }
            }
        }
        QVERIFY(literals > 1000);
    }
};

WINDOW_TEST_MAIN(TestUiMatrix)
#include "tst_ui_matrix.moc"
