// SPDX-License-Identifier: GPL-3.0-or-later
// The demonstration office and the scripted work on its case, through the real session and the real reader child.
// The slots build on one another, in this order: one case is taken from intake to its paper.
#include "tests/ui/support/faultline.h"
#include "ui/demo/democase.h"
#include "ui/demo/demojob.h"
#include "ui/demo/demooffice.h"
#include "ui/paper/decisionpaper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::ui;
using uitest::why;

namespace {

class StopAfter final : public Progress {
public:
    explicit StopAfter(int calls) : m_left(calls) {}
    bool advance(std::uint64_t, std::uint64_t) override { return --m_left > 0; }

private:
    int m_left;
};

session::NewDocument textDocument(const std::string &name, const char *text)
{
    session::NewDocument made;
    made.content = toBytes(text);
    made.name = name;
    return made;
}

session::NewCase trialCase(const char *reference)
{
    session::NewCase made;
    made.reference = reference;
    made.subject = "S-0000-T";
    made.access = "Secret";
    made.demonstration = true;
    return made;
}

QStringList openChecks(session::Session &session, const CaseId &id)
{
    QStringList open;
    const Result<rules::Gate> gate = session.gate(id);
    if (!gate)
        return {QString::fromUtf8(why(gate.fault()))};
    for (const rules::Check &check : gate->checks) {
        if (check.open)
            open += QString::fromStdString(check.id + ": " + check.text);
    }
    return open;
}

} // namespace

// QVERIFY2 would build its message even for a success, which has no fault.
#define NEED(expression)                                                                                             \
    do {                                                                                                             \
        const auto &needed_ = (expression);                                                                          \
        if (!needed_.ok())                                                                                           \
            QFAIL(why(needed_.fault()).constData());                                                                 \
    } while (false)

class TestDemoJob final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void officeIsThere();
    void neverOverAnother();
    void stoppingLeavesNothing();
    void caseHasItsDocuments();
    void everyPageSaysItIsADemonstration();
    void everyQuoteIsOnOnePage();
    void gapAndContradictionsHoldTheGate();
    void theWorkClosesTheGate();
    void theSignedDecisionPrints();
    void aWrongQuoteIsNamed();
    void mechanicalRunDecidesNothing();
    void mechanicalRunOnRealFiles();

private:
    session::Session &session() { return *m_session; }
    const CaseId &id() const { return m_office.demoCase; }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    session::Environment m_environment{m_clock, m_random, {CASEWARD_BINARY_DIR "/caseward-reader", CASEWARD_SOURCE_DIR "/resources/fonts", true},
                                       CASEWARD_SOURCE_DIR "/resources/packs"};
    DemoOffice m_office;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ReviewRun> m_run;
};

void TestDemoJob::initTestCase()
{
    NoProgress progress;
    const Result<DemoOffice> office = createDemoOffice(m_folder.filePath(QStringLiteral("demo")).toStdString(), m_environment, progress);
    NEED(office);
    m_office = *office;
    m_session = std::make_unique<session::Session>(m_environment);
    const crypto::Secret passphrase = crypto::Secret::fromText(demoAdjudicatorPassphrase);
    const Result<session::SignedIn> in = session().unlock({m_office.stationA, m_office.adjudicator, {}, &passphrase});
    NEED(in);
    QCOMPARE(in->office, std::string(demoOfficeName));
}

void TestDemoJob::officeIsThere()
{
    for (const Path &path : {m_office.office / "office.pem", m_office.office / "office.p8", m_office.people / "rivera.p8",
                             m_office.people / "lee.pem", m_office.people / "osei.p8"})
        QVERIFY2(std::filesystem::is_regular_file(path), path.c_str());
    QFile readme(QString::fromStdString((m_office.root / "README.txt").string()));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QByteArray text = readme.readAll();
    for (const char *passphrase : {demoOfficePassphrase, demoAdjudicatorPassphrase, demoSupervisorPassphrase, demoCourierPassphrase})
        QVERIFY(text.contains(passphrase));
    QVERIFY(text.contains("NEVER"));
    const auto people = session::Session::peopleOf(m_office.stationB);
    NEED(people);
    QCOMPARE(people->size(), std::size_t(2));
    const auto contacts = session().contacts();
    NEED(contacts);
    QVERIFY(std::any_of(contacts->begin(), contacts->end(), [](const session::Contact &one) { return one.name == "M. Lee"; }));
    session::Session other(m_environment);
    const crypto::Secret passphrase = crypto::Secret::fromText(demoSupervisorPassphrase);
    const auto in = other.unlock({m_office.stationB, m_office.supervisor, {}, &passphrase});
    NEED(in);
    QCOMPARE(in->name, std::string("M. Lee"));
}

void TestDemoJob::neverOverAnother()
{
    NoProgress progress;
    const Result<DemoOffice> again = createDemoOffice(m_office.root, m_environment, progress);
    QVERIFY(!again.ok());
    QCOMPARE(again.fault().code, FaultCode::AlreadyExists);
    QVERIFY(std::filesystem::exists(m_office.stationA / "vault.json"));
}

void TestDemoJob::stoppingLeavesNothing()
{
    const Path root = m_folder.filePath(QStringLiteral("stopped")).toStdString();
    StopAfter progress(2);
    const Result<DemoOffice> stopped = createDemoOffice(root, m_environment, progress);
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.fault().code, FaultCode::Cancelled);
    QVERIFY(!std::filesystem::exists(root));
}

void TestDemoJob::caseHasItsDocuments()
{
    const Result<session::DossierPtr> opened = session().openCase(id());
    NEED(opened);
    const model::Dossier &dossier = **opened;
    QCOMPARE(dossier.facts.reference, std::string("DEMO-26-0001"));
    QCOMPARE(dossier.facts.marking, std::string("CUI//PRVCY"));
    QVERIFY(dossier.facts.demonstration);
    QVERIFY(dossier.documents.size() >= 8);
    std::set<model::DocumentKind> kinds;
    for (const model::DocumentState &document : dossier.documents)
        kinds.insert(document.facts.kind);
    using Kind = model::DocumentKind;
    for (const Kind kind : {Kind::Questionnaire, Kind::ReportOfInvestigation, Kind::CreditReport, Kind::CourtRecord, Kind::TaxRecord,
                            Kind::Letter, Kind::Email, Kind::Interrogatory})
        QVERIFY2(kinds.count(kind) == 1, std::string(model::documentKindName(kind)).c_str());
}

void TestDemoJob::everyPageSaysItIsADemonstration()
{
    const Result<session::DossierPtr> opened = session().openCase(id());
    NEED(opened);
    for (const model::DocumentState &document : (*opened)->documents) {
        const bool pdf = document.facts.media == model::MediaType::Pdf;
        for (std::uint32_t page = 1; page <= (pdf ? document.facts.pages : 1); ++page) {
            const Result<model::PageText> text = session().pageText(id(), document.facts.document, page);
            NEED(text);
            QVERIFY2(text->text.find("DEMONSTRATION RECORD") != std::string::npos, document.facts.name.c_str());
        }
    }
}

void TestDemoJob::everyQuoteIsOnOnePage()
{
    const Result<ScriptedReview> review = scriptedReview();
    NEED(review);
    QVERIFY(review->ties.size() >= 14);
    const Result<session::DossierPtr> opened = session().openCase(id());
    NEED(opened);
    const auto pack = session().packOf(id());
    NEED(pack);
    std::set<std::string> guidelines;
    std::set<packs::ConditionKind> kinds;
    for (const ScriptedTie &tie : review->ties) {
        const auto &documents = (*opened)->documents;
        const auto document = std::find_if(documents.begin(), documents.end(), [&tie](const model::DocumentState &one) { return one.facts.name == tie.place.document; });
        QVERIFY2(document != documents.end(), tie.place.document.c_str());
        const Result<model::Anchor> anchor = session().anchorOf(id(), document->facts.document, tie.place.page, tie.place.quote);
        QVERIFY2(anchor.ok(), (tie.key + " is not in " + tie.place.document).c_str());
        QVERIFY2(!session().anchorOf(id(), document->facts.document, tie.place.page, tie.place.quote, 2).ok(), (tie.key + " is there twice").c_str());
        const packs::Condition *condition = (*pack)->condition(tie.condition);
        QVERIFY2(condition, tie.condition.c_str());
        guidelines.insert(condition->guideline);
        kinds.insert(condition->kind);
    }
    QCOMPARE(guidelines, (std::set<std::string>{"E", "F", "G"}));
    QCOMPARE(kinds.size(), std::size_t(2));
}

void TestDemoJob::gapAndContradictionsHoldTheGate()
{
    const Result<ScriptedReview> review = scriptedReview();
    NEED(review);
    m_run = std::make_unique<ReviewRun>(session(), id(), *review);
    QVERIFY(!openChecks(session(), id()).filter(QStringLiteral("pages-not-displayed")).isEmpty());
    NEED(m_run->readEveryPage());
    QVERIFY(openChecks(session(), id()).filter(QStringLiteral("pages-not-displayed")).isEmpty());
    NEED(m_run->tiePassages());
    NEED(m_run->notePoints());
    const QStringList open = openChecks(session(), id());
    const QStringList gaps = open.filter(QStringLiteral("gap-unexplained"));
    QCOMPARE(gaps.size(), 1);
    QVERIFY(gaps[0].contains(QStringLiteral("employment from 2021-11-01 to 2022-02-27")));
    QCOMPARE(open.filter(QStringLiteral("contradiction-open")).size(), 2);
    QCOMPARE(open.filter(QStringLiteral("guideline-without-finding")).size(), 3);
}

void TestDemoJob::theWorkClosesTheGate()
{
    NEED(m_run->settlePoints());
    NEED(m_run->weigh());
    QCOMPARE(openChecks(session(), id()).join(QLatin1Char('\n')), QString());
    const Result<session::DossierPtr> signedCase = session().sign(id(), "GRANT WITH EXCEPTION");
    NEED(signedCase);
    QCOMPARE((*signedCase)->status, model::CaseStatus::Signed);
}

void TestDemoJob::theSignedDecisionPrints()
{
    const auto dossier = session().openCase(id());
    NEED(dossier);
    const auto files = session().decisionFiles(id());
    NEED(files);
    const auto pack = session().packOf(id());
    NEED(pack);
    const Result<Bytes> pdf = decisionPdf(*files, **dossier, **pack, {"A. Rivera", m_clock.now(), {}, PaperSize::Letter});
    NEED(pdf);
    QVERIFY(pdf->size() > 20000);
    const QString out = qEnvironmentVariable("CASEWARD_PAPER_OUT");
    if (!out.isEmpty()) {
        QFile file(out + QStringLiteral("/demo-decision.pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(pdf->data()), static_cast<qint64>(pdf->size()));
    }
}

void TestDemoJob::aWrongQuoteIsNamed()
{
    const Result<CaseId> made = session().createCase(trialCase("DEMO-26-0002"));
    NEED(made);
    NoProgress progress;
    NEED(session().addDocument(*made, textDocument("letter.txt", "The only sentence of this letter is this one.\n"), progress));
    ScriptedReview review;
    review.ties.push_back({"x", {"letter.txt", 1, "words that nobody wrote"}, "19(a)", model::Weight::Slight, ""});
    const Status done = performReview(session(), *made, review);
    QVERIFY(!done.ok());
    QCOMPARE(done.fault().code, FaultCode::QuoteNotFound);
    QVERIFY(done.fault().detail.find("words that nobody wrote") != std::string::npos);
    const auto dossier = session().openCase(*made);
    NEED(dossier);
    QVERIFY((*dossier)->ties.empty());
}

void TestDemoJob::mechanicalRunDecidesNothing()
{
    const Result<CaseId> made = session().createCase(trialCase("DEMO-26-0003"));
    NEED(made);
    NoProgress progress;
    const char *const texts[] = {"Short. This is the first sentence that is long enough to be tied\nto a condition. Then more.\n",
                                 "A second document without any full stop but with many words in a row so that it can be cited\n", "No.\n"};
    for (int i = 0; i < 3; ++i)
        NEED(session().addDocument(*made, textDocument("text" + std::to_string(i) + ".txt", texts[i]), progress));
    const Result<ScriptedReview> review = mechanicalReview(session(), *made);
    NEED(review);
    QCOMPARE(review->ties.size(), std::size_t(2));
    QCOMPARE(review->ties[0].place.quote, std::string("This is the first sentence that is long enough to be tied to a condition."));
    NEED(performReview(session(), *made, *review));
    QCOMPARE(openChecks(session(), *made).join(QLatin1Char('\n')), QString());
    const auto dossier = session().openCase(*made);
    NEED(dossier);
    QCOMPARE((*dossier)->proposal->outcome.outcome, std::string("no-determination"));
    for (const auto &[ref, state] : (*dossier)->conditions)
        QVERIFY(state.finding == model::ConditionFinding::NotEstablished || state.finding == model::ConditionFinding::NoEvidence);
    for (const model::Paragraph &paragraph : (*dossier)->reasons)
        QVERIFY(paragraph.text.find(mechanicalWords) == 0);
    NEED(session().sign(*made, "NO DETERMINATION"));

    const Result<CaseId> empty = session().createCase(trialCase("DEMO-26-0004"));
    NEED(empty);
    QCOMPARE(mechanicalReview(session(), *empty).fault().code, FaultCode::NotFound);
}

void TestDemoJob::mechanicalRunOnRealFiles()
{
    const QDir folder(QStringLiteral(CASEWARD_SOURCE_DIR "/../shared/corpus/doe-pdf"));
    const QStringList files = folder.entryList({QStringLiteral("*.pdf")}, QDir::Files);
    if (files.isEmpty())
        QSKIP("no real decisions beside the sources (../shared/corpus/doe-pdf)");
    const Result<CaseId> made = session().createCase(trialCase("TRIAL-DOE"));
    NEED(made);
    NoProgress progress;
    for (const QString &name : files) {
        session::NewDocument document;
        document.file = folder.filePath(name).toStdString();
        NEED(session().addDocument(*made, document, progress));
    }
    const Result<ScriptedReview> review = mechanicalReview(session(), *made);
    NEED(review);
    QCOMPARE(review->ties.size(), static_cast<std::size_t>(files.size()));
    NEED(performReview(session(), *made, *review));
    QCOMPARE(openChecks(session(), *made).join(QLatin1Char('\n')), QString());
    NEED(session().sign(*made, "NO DETERMINATION"));
    const auto dossier = session().openCase(*made);
    NEED(dossier);
    const auto decision = session().decisionFiles(*made);
    NEED(decision);
    const auto pack = session().packOf(*made);
    NEED(pack);
    NEED(decisionPdf(*decision, **dossier, **pack, {"A. Rivera", m_clock.now(), {}, PaperSize::A4}));
}

QTEST_MAIN(TestDemoJob)
#include "tst_demojob.moc"
