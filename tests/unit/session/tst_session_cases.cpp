// SPDX-License-Identifier: GPL-3.0-or-later
// Cases and documents through the one door: what is taken in, what is refused, and that a refusal changes nothing.
#include "core/session/casesearch.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestCases : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_kit;
    Path m_template, m_vault;
    std::unique_ptr<Session> m_session;
    NoProgress m_progress;

    std::uint64_t entriesOf(const CaseId &id) { return must(m_session->openCase(id))->size; }
    std::size_t sealedFiles(const CaseId &id) const
    {
        const Path folder = m_vault / "cases" / id.text() / "documents";
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_kit = m_office->enrol("Kit Courier", {crypto::Role::Courier});
        m_template = m_office->makeVault("desk", {m_ada, m_kit}, {});
    }
    void init()
    {
        m_vault = m_office->copyOf(m_template);
        m_session = signIn(*m_office, m_vault, m_ada);
    }
    void cleanup() { m_session.reset(); }

    void newCase()
    {
        const CaseId id = must(m_session->createCase(caseFacts("PSH-26-0001")));
        const auto dossier = must(m_session->openCase(id));
        QCOMPARE(dossier->facts.reference, std::string("PSH-26-0001"));
        QCOMPARE(dossier->facts.pack.digest, packs::newestOf(m_session->packs(), "us-sead4-2017")->digest);
        QCOMPARE(dossier->size, std::uint64_t(2)); // opened, introduced
        QCOMPARE(dossier->personName(m_ada.files.id), std::string("Ada Adjudicator"));
        QCOMPARE(must(m_session->findCase("PSH-26-0001")), id);
        QCOMPARE(must(m_session->findCase(id.text())), id);
        COMPARE_FAULT(m_session->findCase("PSH-26-0002"), FaultCode::NotFound);
        COMPARE_FAULT(m_session->openCase(CaseId::make(m_office->clock, m_office->random)), FaultCode::NotFound);
    }

    void casesThatCannotBe()
    {
        must(m_session->createCase(caseFacts("PSH-26-0001")));
        COMPARE_FAULT(m_session->createCase(caseFacts("PSH-26-0001")), FaultCode::AlreadyExists);
        COMPARE_FAULT(m_session->createCase(caseFacts(" ")), FaultCode::Malformed);
        auto facts = caseFacts("PSH-26-0002");
        facts.subject.clear();
        COMPARE_FAULT(m_session->createCase(facts), FaultCode::Malformed);
        facts = caseFacts("PSH-26-0002");
        facts.due = "31.12.2026";
        COMPARE_FAULT(m_session->createCase(facts), FaultCode::Malformed);
        facts = caseFacts("PSH-26-0002");
        facts.pack = "no-such-pack";
        COMPARE_FAULT(m_session->createCase(facts), FaultCode::NotFound);
        facts = caseFacts("PSH-26-0002\nwith a second line");
        COMPARE_FAULT(m_session->createCase(facts), FaultCode::Malformed);
        facts = caseFacts(std::string(2000, 'x'));
        COMPARE_FAULT(m_session->createCase(facts), FaultCode::Malformed);
        QCOMPARE(must(m_session->docket()).size(), std::size_t(1));
        const Path cases = m_vault / "cases";
        QCOMPARE(std::distance(std::filesystem::directory_iterator(cases), std::filesystem::directory_iterator()), std::ptrdiff_t(1));
    }

    void couriersOpenNoCases()
    {
        m_session.reset();
        m_session = signIn(*m_office, m_vault, m_kit);
        COMPARE_FAULT(m_session->createCase(caseFacts("PSH-26-0001")), FaultCode::NotAllowed);
    }

    void documentsAreKeptAsTheyCame()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const auto dossier = must(m_session->openCase(id));
        QCOMPARE(dossier->documents.size(), std::size_t(2));
        const auto &facts = dossier->documents.front().facts;
        QCOMPARE(toText(must(m_session->documentBytes(id, facts.document))), std::string(caseReport));
        QVERIFY(must(m_session->pageText(id, facts.document, 1)).text.find("unpaid debts") != std::string::npos);
        QCOMPARE(must(m_session->pageSizes(id, facts.document)).size(), std::size_t(1));
        QCOMPARE(must(m_session->openReader(id, facts.document))->facts().pages.size(), std::size_t(1));
        COMPARE_FAULT(m_session->pageText(id, facts.document, 2), FaultCode::NotFound);
        const DocumentId unknown = DocumentId::make(m_office->clock, m_office->random);
        COMPARE_FAULT(m_session->documentBytes(id, unknown), FaultCode::NotFound);
        COMPARE_FAULT(m_session->openReader(id, unknown), FaultCode::NotFound);
    }

    void documentsThatAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char *tag, const std::string &content, const char *name, FaultCode code) {
            QTest::newRow(tag) << QByteArray::fromStdString(content) << QString::fromUtf8(name) << static_cast<int>(code);
        };
        const std::string pdf = writePdf({"Words."});
        row("empty", "", "empty.pdf", FaultCode::DocumentEmpty);
        row("not what its name says", "just words", "report.pdf", FaultCode::DocumentMislabelled);
        row("damaged PDF", pdf.substr(0, pdf.size() / 4), "report.pdf", FaultCode::DocumentDamaged);
        row("in the case already", caseReport, "again.txt", FaultCode::AlreadyExists);
        PdfPlan plan;
        plan.pages.assign(10'000, PdfPage{{}, 20, 20, 0, false});
        row("10,000 pages", writePdf(plan), "many.pdf", FaultCode::DocumentTooManyPages);
    }
    void documentsThatAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        QFETCH(int, code);
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const auto before = entriesOf(id);
        COMPARE_FAULT(m_session->addDocument(id, textDocument(name.toStdString(), content.toStdString()), m_progress), static_cast<FaultCode>(code));
        QCOMPARE(entriesOf(id), before);
        QCOMPARE(sealedFiles(id), std::size_t(2));
    }

    void cancelledIntakeKeepsNothing()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const auto before = entriesOf(id);
        bool finished = false;
        for (int steps = 0; steps < 10 && !finished; ++steps) {
            StopAfter stop(steps);
            const auto added = m_session->addDocument(id, textDocument("third.txt", "A third document."), stop);
            finished = added.ok();
            if (finished)
                break;
            COMPARE_FAULT(added, FaultCode::Cancelled);
            QCOMPARE(entriesOf(id), before);
            QCOMPARE(sealedFiles(id), std::size_t(2));
        }
        QVERIFY(finished);
        QCOMPARE(sealedFiles(id), std::size_t(3));
    }

    void finding()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const auto hits = must(m_session->find(id, "UNPAID  debts", 10));
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(hits[0].match, std::string("unpaid debts"));
        QVERIFY(hits[0].before.ends_with("There were "));
        QCOMPARE(must(m_session->find(id, "a", 3)).size(), std::size_t(3));
        QCOMPARE(must(m_session->find(id, "no such words", 10)).size(), std::size_t(0));
        QCOMPARE(must(m_session->find(id, "", 10)).size(), std::size_t(0));
    }

    void aWholeCaseIsSearchedInRounds()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        must(m_session->addDocument(id, textDocument("second.txt", "Nothing of\nUNPAID   debts here."), m_progress));
        // One page a round: the same hits as all at once, in order, and it ends.
        session::SearchWanted one{"unpaid debts", 1, 100}, all{"unpaid debts", 1000, 100};
        const auto whole = must(session::searchCase(*m_session, id, all, {}, m_progress));
        QVERIFY(whole.done && !whole.cut);
        QCOMPARE(whole.pagesSearched, whole.pagesTotal);
        QCOMPARE(whole.hits.size(), std::size_t(2));
        QCOMPARE(whole.hits[1].match, std::string("UNPAID   debts"));
        std::vector<session::CaseHit> hits;
        session::SearchRound round;
        int rounds = 0;
        while (!round.done) {
            round = must(session::searchCase(*m_session, id, one, round.next, m_progress));
            hits.insert(hits.end(), round.hits.begin(), round.hits.end());
            QCOMPARE(round.pagesSearched, static_cast<std::uint32_t>(++rounds));
        }
        QCOMPARE(hits.size(), std::size_t(2));
        QVERIFY(hits[0].span == whole.hits[0].span && hits[1].document == whole.hits[1].document);
        // Bounded, stopped, nothing to look for, no such case, out of range.
        const auto cut = must(session::searchCase(*m_session, id, {"e", 1000, 2}, {}, m_progress));
        QVERIFY(cut.done && cut.cut);
        QCOMPARE(cut.hits.size(), std::size_t(2));
        const auto nothing = must(session::searchCase(*m_session, id, {"  ", 1000, 2}, {}, m_progress));
        QVERIFY(nothing.done && nothing.hits.empty());
        StopAfter stop(1);
        COMPARE_FAULT(session::searchCase(*m_session, id, {"e", 1000, 100}, {}, stop), FaultCode::Cancelled);
        COMPARE_FAULT(session::searchCase(*m_session, CaseId::make(m_office->clock, m_office->random), all, {}, m_progress), FaultCode::NotFound);
        QVERIFY(must(session::searchCase(*m_session, id, all, {7, 7}, m_progress)).done);
        m_session->lock();
        COMPARE_FAULT(session::searchCase(*m_session, id, all, {}, m_progress), FaultCode::NotSignedIn);
    }

    void quotes()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const DocumentId report = must(m_session->openCase(id))->documents.front().facts.document;
        const auto anchor = must(m_session->anchorOf(id, report, 0, "unpaid debts"));
        QCOMPARE(anchor.span.page, 1u);
        QVERIFY(must(m_session->anchorAt(id, report, anchor.span)) == anchor);
        COMPARE_FAULT(m_session->anchorOf(id, report, 1, "unpaid bills"), FaultCode::QuoteNotFound);
        COMPARE_FAULT(m_session->anchorOf(id, report, 0, "unpaid debts", 2), FaultCode::QuoteNotFound);
        COMPARE_FAULT(m_session->anchorOf(id, report, 2, "unpaid debts"), FaultCode::NotFound);
        COMPARE_FAULT(m_session->anchorAt(id, report, {1, 5, 5}), FaultCode::QuoteNotFound);
        COMPARE_FAULT(m_session->anchorAt(id, report, {7, 0, 5}), FaultCode::NotFound);
        COMPARE_FAULT(m_session->anchorOf(id, DocumentId::make(m_office->clock, m_office->random), 0, "x"), FaultCode::NotFound);
    }

    void recordingIsAllOrNothing()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const auto dossier = must(m_session->openCase(id));
        const DocumentId report = dossier->documents.front().facts.document;
        const auto before = must(m_session->history(id));
        const std::vector<model::Event> events = {model::PagesDisplayed{report, {1}}, model::PagesDisplayed{report, {2}}};
        COMPARE_FAULT(m_session->record(id, events), FaultCode::NotFound);
        QVERIFY(must(m_session->history(id)) == before);
        m_session.reset();
        m_session = signIn(*m_office, m_vault, m_ada);
        QVERIFY(must(m_session->history(id)) == before);
        QCOMPARE(must(m_session->openCase(id))->pagesRead(), 0u);
    }

    void oneEventMayBuildOnAnother()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        const DocumentId report = must(m_session->openCase(id))->documents.front().facts.document;
        const auto anchor = must(m_session->anchorOf(id, report, 1, "unpaid debts"));
        const PassageId passage = m_session->newPassageId();
        const auto pack = must(m_session->packOf(id));
        const model::PassageTied tied{passage, anchor, {pack->id, "19(a)"}, model::Weight::Slight, ""};
        const auto dossier = must(m_session->record(id, {tied, model::PassageWeighed{passage, model::Weight::Substantial},
                                                         model::ReasonsWritten{{{"Reason.", {passage}}}}}));
        QVERIFY(dossier->tie(passage)->weight == model::Weight::Substantial);
        COMPARE_FAULT(m_session->record(id, {model::PassageUntied{passage, "no"}, model::PassageNoted{passage, "gone"}}), FaultCode::NotFound);
        QVERIFY(must(m_session->openCase(id))->tie(passage) != nullptr);
        auto bad = tied;
        bad.passage = m_session->newPassageId();
        bad.condition.id = "19(zz)";
        COMPARE_FAULT(m_session->record(id, bad), FaultCode::UnknownCondition);
        COMPARE_FAULT(m_session->record(id, model::ReviewConcurred{}), FaultCode::NotAllowed);
    }

    void docketRows()
    {
        const CaseId id = intake(*m_session, "PSH-26-0001");
        review(*m_session, id);
        must(m_session->createCase(caseFacts("PSH-26-0002")));
        m_session.reset();
        m_session = signIn(*m_office, m_vault, m_ada);
        const auto rows = must(m_session->docket());
        QCOMPARE(rows.size(), std::size_t(2));
        const auto &row = rows[0].id == id ? rows[0] : rows[1];
        QVERIFY(row.readable);
        QCOMPARE(row.reference, std::string("PSH-26-0001"));
        QCOMPARE(row.subject, std::string("MARKER-SUBJECT"));
        QCOMPARE(row.due, std::string("2026-12-31"));
        QVERIFY(row.status == model::CaseStatus::InReview);
        QVERIFY(row.custodyHere && row.demonstration);
        QCOMPARE(row.documents, 2u);
        QCOMPARE(row.pages, 2u);
        QCOMPARE(row.pagesRead, 2u);
        QCOMPARE(row.passages, 1u);
        QCOMPARE(row.checksOpen, 0u);
        QVERIFY(row.checksTotal > 10);
        QCOMPARE(row.guidelinesRaised, std::vector<std::string>{"F"});
        QCOMPARE(row.holder, std::string("Ada Adjudicator"));
        QCOMPARE(row.lastKind, std::string("check.explained"));
        QCOMPARE(row.lastAt.milliseconds, TestOffice::noon().milliseconds);
        QVERIFY((rows[0].id == id ? rows[1] : rows[0]).checksOpen > 0);
    }
};

QTEST_GUILESS_MAIN(TestCases)
#include "tst_session_cases.moc"
