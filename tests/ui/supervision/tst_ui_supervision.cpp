// SPDX-License-Identifier: GPL-3.0-or-later
// The supervisor's page on a real vault with a signed case, driven through its widgets: who may do what, notes, return,
// concurrence and countersignature, and what every screen must keep.
#include "core/model/changetexts.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/classbanner.h"
#include "ui/demo/demojob.h"
#include "ui/evidence/returnnotes.h"
#include "ui/pages/supervision/changelist.h"
#include "ui/pages/supervision/supervisionpage.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiSupervision : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera, m_lee;
    Path m_adjudication, m_unsigned, m_signed; // the last two are the supervisor's
    CaseId m_case;
    SupervisionPage *m_page = nullptr;

    QAbstractItemModel *changes() { return find<QListView>("supervision.changes")->model(); }
    QString toolTip(const char *name) { return find<QPushButton>(name)->toolTip(); }
    model::CaseStatus status() { return m_model->dossier()->status; }

    // The case as it stands, sealed for the supervisor and opened on a copy of that station; custody stays with ours.
    Path sendTo(const Path &supervision)
    {
        const Path from = m_office->copyOf(m_adjudication), to = m_office->copyOf(supervision), bundle = m_office->fresh("case.cwb");
        NoProgress progress;
        auto sender = tests::signIn(*m_office, from, *m_rivera);
        tests::must(sender->exportBundle({{m_case}, {m_lee->fingerprint()}, bundle, "for review", {}}, progress));
        auto receiver = tests::signIn(*m_office, to, *m_lee);
        tests::must(receiver->importBundle(bundle, progress));
        return to;
    }
    // Signs in on a copy of the vault, opens the case and shows the page.
    void show(const Path &vault, const tests::Member &member)
    {
        m_page = signInTo<SupervisionPage>(m_office->copyOf(vault), member);
        connect(m_model.get(), &CaseModel::failed, this, [](const Fault &fault) { qFatal("%s", fault.detail.c_str()); });
        openCase(m_case);
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_lee = std::make_unique<tests::Member>(m_office->enrol("M. Lee", {crypto::Role::Supervisor}));
        m_adjudication = m_office->makeVault("adjudication", {*m_rivera}, {*m_lee});
        const Path supervision = m_office->makeVault("supervision", {*m_lee}, {*m_rivera});
        {
            auto session = tests::signIn(*m_office, m_adjudication, *m_rivera);
            session::NewCase facts;
            facts.reference = "PSH-26-0001";
            facts.subject = "S-0000-T";
            facts.access = "Secret";
            m_case = tests::must(session->createCase(facts));
            NoProgress progress;
            session::NewDocument document;
            document.content = toBytes("The debts were paid in full before the interview took place.\nNothing else is known of them.\n");
            document.name = "letter.txt";
            tests::must(session->addDocument(m_case, document, progress));
        }
        m_unsigned = sendTo(supervision);
        {
            auto session = tests::signIn(*m_office, m_adjudication, *m_rivera);
            tests::must(performReview(*session, m_case, tests::must(mechanicalReview(*session, m_case))));
            tests::must(session->sign(m_case, "NO DETERMINATION"));
        }
        m_signed = sendTo(supervision);
    }

    void cleanup() { leave(); }

    void nothingSignedIsOneSentence()
    {
        show(m_unsigned, *m_lee);
        QVERIFY(find<QWidget>("supervision.empty")->isVisible());
        QVERIFY(!find<QListView>("supervision.changes")->isVisible());
        QVERIFY(!find<QPushButton>("supervision.return")->isEnabled());
        QCOMPARE(words("supervision.why"), QStringLiteral("No decision has been signed yet"));
    }

    void adjudicatorSeesWhyNot()
    {
        show(m_adjudication, *m_rivera);
        for (const char *name : {"supervision.return", "supervision.concur", "supervision.countersign", "supervision.note", "supervision.notes.add"})
            QVERIFY2(!find<QPushButton>(name)->isEnabled(), name);
        QCOMPARE(toolTip("supervision.return"), QStringLiteral("Only a supervisor may return a case"));
        QCOMPARE(toolTip("supervision.concur"), QStringLiteral("Only a supervisor may concur"));
        QCOMPARE(toolTip("supervision.countersign"), QStringLiteral("Only a supervisor may countersign"));
        QVERIFY(words("supervision.why").contains(QStringLiteral("Only a supervisor may concur")));
        QVERIFY(changes()->rowCount() > 5);
    }

    void showsWhatWasDecidedAndWhatChanged()
    {
        show(m_signed, *m_lee);
        QCOMPARE(words("supervision.title"), QStringLiteral("Decided by A. Rivera on 22 Nov 2026: ")
                                                 + QString::fromStdString(m_model->pack()->outcome("no-determination")->title)
                                                 + QStringLiteral(" (administrative, not adverse)"));
        const rules::Gate &gate = m_model->gate();
        QCOMPARE(words("supervision.gate"), QStringLiteral("%1 of %1 checks closed").arg(gate.checks.size()));
        QVERIFY(words("supervision.pages").startsWith(QStringLiteral("None")));
        QVERIFY(!words("supervision.reasons.0").isEmpty());
        QVERIFY(words("supervision.reasons.0").contains(QStringLiteral("Mechanical trial run")));

        // A passage: both sides, and the way to the record.
        int row = -1;
        for (int i = 0; i < changes()->rowCount() && row < 0; ++i) {
            if (changes()->index(i, 0).data(ChangeModel::AreaRole).toString() == QStringLiteral("Passage"))
                row = i;
        }
        QVERIFY(row >= 0);
        auto *list = find<QListView>("supervision.changes");
        list->setFocus();
        while (list->currentIndex().row() < row)
            QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(find<QPlainTextEdit>("supervision.before")->toPlainText(), QStringLiteral("Not there"));
        QVERIFY(find<QPlainTextEdit>("supervision.after")->toPlainText().contains(QStringLiteral("The debts were paid in full")));
        QSignalSpy wanted(m_page, &Page::placeWanted);
        press("supervision.show");
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("review"));
        QCOMPARE(wanted[0][1].toString(), QStringLiteral("passage:") + QString::fromStdString(m_model->dossier()->ties.front().id.text()));

        // Since the import nothing happened, and there was no return to compare with.
        QVERIFY(!find<QPushButton>("supervision.since.2")->isEnabled());
        QSignalSpy shown(m_page, &SupervisionPage::changesShown);
        press("supervision.since.1");
        QVERIFY(shown.wait(10000));
        QCOMPARE(changes()->rowCount(), 0);
        QVERIFY(find<QWidget>("supervision.unchanged")->isVisible());
    }

    void supervisorReturnsWithANote()
    {
        show(m_signed, *m_lee);
        QVERIFY(find<QPushButton>("supervision.return")->isEnabled());
        const QString target = changeTarget(*static_cast<ChangeModel *>(changes())->change(0));
        press("supervision.note");
        answer(QStringLiteral("Say who wrote this letter"));
        QCOMPARE(words("supervision.notes.0.text"), QStringLiteral("Say who wrote this letter"));
        QVERIFY(changes()->index(0, 0).data(ChangeModel::NotedRole).toBool());
        press("supervision.notes.add");
        answer(QStringLiteral("Not needed"));
        QTest::mouseClick(find<QToolButton>("supervision.notes.1.remove"), Qt::LeftButton);
        press("supervision.return");
        QVERIFY(!find<QPushButton>("ask.accept")->isEnabled());
        answer(QStringLiteral("The source is missing"));
        QTRY_COMPARE_WITH_TIMEOUT(status(), model::CaseStatus::Returned, 20000);
        const model::Review &review = m_model->dossier()->reviews.back();
        QCOMPARE(review.reason, std::string("The source is missing"));
        QCOMPARE(review.notes, (std::vector<model::ReviewNote>{{target.toStdString(), "Say who wrote this letter"}}));
        QVERIFY(words("supervision.state.title").contains(QStringLiteral("Returned by M. Lee")));
        QVERIFY(find<QWidget>("supervision.returned")->isVisible());
        QVERIFY(!find<QPushButton>("supervision.concur")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("supervision.since.2")->isEnabled(), 10000);
    }

    void supervisorConcursAndCountersigns()
    {
        show(m_signed, *m_lee);
        QCOMPARE(toolTip("supervision.countersign"), QStringLiteral("A supervisor must concur first"));
        // The reviewer's checklist and the levels stand beside it: each thing with its state, no number of them.
        const auto told = [this](const char *words) {
            const QList<QLabel *> labels = m_window->findChild<QWidget *>(QStringLiteral("supervision.recap"))->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [words](const QLabel *label) { return label->text().contains(QLatin1String(words)); });
        };
        QVERIFY(words("supervision.documentation").contains(QStringLiteral("not how well")));
        QVERIFY(told("which is raised") && told("named in paragraph"));
        QVERIFY(told("One level is enough") && told("Level 1: signed by A. Rivera"));
        press("supervision.concur");
        answer(QStringLiteral("The reasons carry it"));
        QTRY_COMPARE_WITH_TIMEOUT(status(), model::CaseStatus::Concurred, 20000);
        QVERIFY(!find<QPushButton>("supervision.return")->isEnabled());
        QVERIFY(find<QPushButton>("supervision.countersign")->isEnabled());
        press("supervision.countersign");
        const QString digest = QString::fromStdString(m_model->dossier()->decisions.back().what.digest.hex());
        const QList<QLabel *> labels = m_window->findChild<QWidget *>(QStringLiteral("ask.countersign"))->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&digest](const QLabel *label) { return label->text().remove(QLatin1Char(' ')).contains(digest); }));
        press("ask.accept");
        QTRY_COMPARE_WITH_TIMEOUT(status(), model::CaseStatus::Countersigned, 20000);
        QVERIFY(m_model->dossier()->decisions.back().countersignature.has_value());
        QCOMPARE(words("supervision.state.title"), QStringLiteral("Countersigned by M. Lee"));
        QVERIFY(!find<QPushButton>("supervision.countersign")->isEnabled());
        QCOMPARE(words("supervision.why"), QStringLiteral("The decision is already countersigned"));
    }

    void aRefusedReasonChangesNothing()
    {
        show(m_signed, *m_lee);
        press("supervision.concur");
        press("ask.reject");
        QTRY_VERIFY_WITH_TIMEOUT(!m_worker->isBusy(), 10000);
        QCOMPARE(status(), model::CaseStatus::Signed);
        m_model->close();
        QVERIFY(words("supervision.title").isEmpty());
        QCOMPARE(changes()->rowCount(), 0);
        QVERIFY(!find<QPushButton>("supervision.concur")->isEnabled());
    }

    void keepsWhatEveryScreenMustKeep()
    {
        show(m_signed, *m_lee);
        // Tab goes from link to link within a paragraph before it leaves it, which the check below takes for a trap.
        auto *paragraph = find<QLabel>("supervision.reasons.0");
        QSignalSpy wanted(m_page, &Page::placeWanted);
        paragraph->setFocus();
        QTest::keyClick(paragraph, Qt::Key_Tab);
        QTest::keyClick(paragraph, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted[0][1].toString().startsWith(QStringLiteral("passage:")));
        for (int presses = 0; presses < 20 && paragraph->hasFocus(); ++presses)
            QTest::keyClick(paragraph, Qt::Key_Tab);
        QVERIFY(!paragraph->hasFocus());
        for (int i = 0; auto *label = m_page->findChild<QLabel *>(QStringLiteral("supervision.reasons.%1").arg(i)); ++i)
            label->setFocusPolicy(Qt::NoFocus);
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            m_theme->setScheme(scheme);
            QCOMPARE(namelessWidgets(m_page), QStringList());
            QCOMPARE(unreachableByTab(m_page).join(QLatin1Char('\n')), QString());
            QCOMPARE(clippedWords(m_page), QStringList());
            QCOMPARE(weakContrast(m_page), QStringList());
        }
        m_theme->setScheme(Theme::Scheme::Light);
    }

    void everyKindOfChangeHasWords()
    {
        for (auto area = model::Area::Document; area <= model::Area::Letter; area = static_cast<model::Area>(static_cast<int>(area) + 1)) {
            const auto name = model::areaName(area);
            const QString id = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            QVERIFY(!id.isEmpty());
            QVERIFY2(areaWords(id) != id && areaWords(id).at(0).isUpper(), qPrintable(id));
        }
    }
};

WINDOW_TEST_MAIN(TestUiSupervision)
#include "tst_ui_supervision.moc"
