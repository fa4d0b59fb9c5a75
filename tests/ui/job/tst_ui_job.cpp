// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job in the window by keyboard: an adjudicator unlocks, reads, ties a passage, signs and seals; a supervisor at
// another station accepts, concurs, countersigns and seals back; the adjudicator accepts. Keys go to whatever has the focus.
#include "app/desktop/workstation.h"
#include "tests/support/testoffice.h"
#include "tests/ui/support/screencheck.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/ask.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;

namespace {

const char letter[] = "I did not list the accounts.\n"
                      "I pay 250 dollars a month.\n";

// Findings, factors and reasons that another test types one by one.
std::vector<model::Event> weighing(const model::Dossier &dossier, const std::string &pack)
{
    std::vector<model::Event> events;
    events.push_back(model::ConditionFound{{pack, "19(c)"}, model::ConditionFinding::Established, "The subject says so."});
    for (const char *id : {"20(a)", "20(b)", "20(c)", "20(e)", "20(f)", "20(g)"})
        events.push_back(model::ConditionFound{{pack, id}, model::ConditionFinding::NoEvidence, ""});
    events.push_back(model::ConditionFound{{pack, "20(d)"}, model::ConditionFinding::Applies, "A plan is kept."});
    events.push_back(model::GuidelineFound{pack, "F", model::GuidelineFinding::ForSubject, "Under control."});
    for (int factor = 1; factor <= 9; ++factor)
        events.push_back(model::FactorWeighed{pack, "2(d)(" + std::to_string(factor) + ")", "Considered."});
    events.push_back(model::ReasonsWritten{{{"The debt (19(c)) is real and being paid (20(d)). The whole person was weighed.", {dossier.ties.front().id}}}});
    events.push_back(model::ComponentRecorded{"credit", model::ComponentState::Present, {}, ""});
    events.push_back(model::OutcomeProposed{"grant", "", {}});
    return events;
}

} // namespace

class UiJob : public QObject {
    Q_OBJECT
    TestOffice m_office;
    Member m_rivera = m_office.enrol("A. Rivera", {crypto::Role::Adjudicator});
    Member m_lee = m_office.enrol("M. Lee", {crypto::Role::Supervisor});
    Path m_stationA = m_office.makeVault("adjudication", {m_rivera}, {m_lee});
    Path m_stationB = m_office.makeVault("supervision", {m_lee}, {m_rivera});
    std::unique_ptr<Workstation> m_station;

    MainWindow &window() { return m_station->window(); }
    template <typename T>
    T *find(const char *name)
    {
        T *found = window().findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    bool idle() { return !m_station->worker().isBusy(); }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(), key, modifiers);
    }
    static void words(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    // A button is reached by Tab and pressed by Space; here only the pressing.
    void press(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QTRY_VERIFY2(button->isEnabled() && button->isVisible(), name);
        button->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Space);
    }
    QString file(const char *name) const { return QString::fromStdString((m_office.root() / name).string()); }
    void start(const Path &vault);
    void sealFor(const char *bundle);
    void accept(const char *bundle);
    void openTheCase();

private slots:
    void initTestCase();
    void adjudicatorDecides();
    void supervisorCountersigns();
    void adjudicatorReceives();
    void cleanup() { m_station.reset(); }
};

void UiJob::initTestCase()
{
    auto session = signIn(m_office, m_stationA, m_rivera);
    session::NewCase facts;
    facts.reference = "C-1";
    facts.subject = "S-1";
    const CaseId id = must(session->createCase(facts));
    session::NewDocument document;
    document.name = "letter.txt";
    document.content = toBytes(letter);
    document.kind = model::DocumentKind::Letter;
    NoProgress progress;
    must(session->addDocument(id, document, progress));
}

void UiJob::start(const Path &vault)
{
    m_station = std::make_unique<Workstation>(*qApp, m_office.environment(), Theme::Scheme::Light);
    window().resize(1366, 768);
    uitest::showActive(&window());
    m_station->gate().setVault(QString::fromStdString(vault.string()));
    QTRY_VERIFY(find<QWidget>("unlock.warning")->isVisible() && idle());
    key(Qt::Key_Return); // the warning has the focus on agreeing
    QTRY_VERIFY(find<QLineEdit>("unlock.passphrase")->isVisible());
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(find<QLineEdit>("unlock.passphrase")));
    words(QLatin1String(passphrase));
    key(Qt::Key_Return);
    QTRY_VERIFY(window().isInside());
    QTRY_VERIFY(idle());
}

void UiJob::openTheCase()
{
    auto *table = find<QAbstractItemView>("queue.table");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    table->setFocus();
    if (!table->currentIndex().isValid())
        key(Qt::Key_Down);
    key(Qt::Key_Return);
    QTRY_VERIFY(window().caseModel()->isOpen());
    QTRY_VERIFY(idle());
}

void UiJob::sealFor(const char *bundle)
{
    window().go(QStringLiteral("exchange"), QStringLiteral("send"));
    QTRY_VERIFY(find<QListWidget>("export.people")->count() > 0 && idle());
    for (const char *list : {"export.cases", "export.people"}) {
        auto *choices = find<QListWidget>(list);
        choices->setFocus();
        choices->setCurrentRow(0);
        if (choices->item(0)->checkState() != Qt::Checked)
            key(Qt::Key_Space);
        QCOMPARE(choices->item(0)->checkState(), Qt::Checked);
    }
    find<QLineEdit>("export.file")->setFocus();
    words(file(bundle));
    press("export.start");
    QTRY_VERIFY(QFile::exists(file(bundle)));
    QTRY_VERIFY(idle());
    QVERIFY(find<QWidget>("export.receipt")->isVisible());
}

void UiJob::accept(const char *bundle)
{
    window().go(QStringLiteral("exchange"), QStringLiteral("receive"));
    find<QLineEdit>("import.file")->setFocus();
    words(file(bundle));
    key(Qt::Key_Return);
    QTRY_VERIFY(find<QAbstractButton>("import.accept")->isVisible() && idle());
    press("import.accept");
    QTRY_VERIFY(idle());
    window().go(QStringLiteral("queue"));
    QTRY_VERIFY(idle());
}

void UiJob::adjudicatorDecides()
{
    start(m_stationA);
    openTheCase();
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(window().currentPlace(), QStringLiteral("review"));
    CaseModel *model = window().caseModel();

    // Read, select the first line with the caret, tie it: F, a few letters, Enter; then its weight.
    auto *view = find<QWidget>("review.pane1.view");
    view->setFocus();
    QTRY_VERIFY(model->dossier()->documents.front().isRead()); // displayed long enough to count
    key(Qt::Key_F7);
    key(Qt::Key_End, Qt::ShiftModifier);
    key(Qt::Key_F);
    QTRY_VERIFY(find<QLineEdit>("review.palette.query")->hasFocus());
    words(QStringLiteral("19c"));
    key(Qt::Key_Return);
    QTRY_COMPARE(model->dossier()->ties.size(), std::size_t(1));
    QCOMPARE(model->dossier()->ties.front().anchor.quote, std::string(letter).substr(0, std::string(letter).find('\n')));
    QCOMPARE(model->dossier()->ties.front().condition.id, std::string("19(c)"));
    view->setFocus();
    key(Qt::Key_3);
    QTRY_COMPARE(model->dossier()->ties.front().weight, model::Weight::Substantial);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(model->dossier()->ties.front().weight, model::Weight::Moderate);

    model->record(weighing(*model->dossier(), model->pack()->id));
    QTRY_VERIFY(model->gate().mayBeSigned());
    window().go(QStringLiteral("decision"), QStringLiteral("sign"));
    QTRY_VERIFY(find<QLineEdit>("decision.confirm")->isVisible() && idle());
    QVERIFY(!find<QAbstractButton>("decision.sign")->isEnabled());
    find<QLineEdit>("decision.confirm")->setFocus();
    words(QStringLiteral("GRANT"));
    press("decision.sign");
    QTRY_COMPARE(model->dossier()->status, model::CaseStatus::Signed);
    sealFor("1.cwb");
}

void UiJob::supervisorCountersigns()
{
    start(m_stationB);
    accept("1.cwb");
    openTheCase();
    if (QTest::currentTestFailed())
        return;
    CaseModel *model = window().caseModel();
    new AskHandler(&window(), [](const Question &) { return std::optional<Reply>(Reply{true, QStringLiteral("Sound.")}); });
    window().go(QStringLiteral("supervision"));
    press("supervision.concur");
    QTRY_COMPARE(model->dossier()->status, model::CaseStatus::Concurred);
    press("supervision.countersign");
    QTRY_COMPARE(model->dossier()->status, model::CaseStatus::Countersigned);
    sealFor("2.cwb");
}

void UiJob::adjudicatorReceives()
{
    start(m_stationA);
    accept("2.cwb");
    openTheCase();
    if (QTest::currentTestFailed())
        return;
    const auto &dossier = *window().caseModel()->dossier();
    QCOMPARE(dossier.status, model::CaseStatus::Countersigned);
    QVERIFY(dossier.custodyHere);
    QVERIFY(dossier.decisions.back().countersignature.has_value());
    QCOMPARE(dossier.personName(m_lee.files.id), std::string("M. Lee"));
}

WINDOW_TEST_MAIN(UiJob)
#include "tst_ui_job.moc"
