// SPDX-License-Identifier: GPL-3.0-or-later
// Signing, and everything that keeps somebody from it.
#include "core/session/outside.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestSigning : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam, m_bo;
    Path m_template, m_vault;
    std::unique_ptr<Session> m_session;
    CaseId m_case;

    void signInAs(const Member &member)
    {
        m_session.reset();
        m_session = signIn(*m_office, m_vault, member);
    }
    std::uint64_t entries() { return must(m_session->openCase(m_case))->size; }
    // One vault with one case that Bo, who holds both roles, has reviewed.
    void reviewedByBo()
    {
        signInAs(m_bo);
        m_case = intake(*m_session, "PSH-26-0002");
        review(*m_session, m_case);
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        m_bo = m_office->enrol("Bo Both", {crypto::Role::Adjudicator, crypto::Role::Supervisor});
        m_template = m_office->makeVault("desk", {m_ada, m_sam, m_bo}, {});
    }
    void init()
    {
        m_office->clock.set(TestOffice::noon());
        m_vault = m_office->copyOf(m_template);
        signInAs(m_ada);
        m_case = intake(*m_session, "PSH-26-0001");
    }
    void cleanup() { m_session.reset(); }

    void nothingIsSignedWithSomethingMissing()
    {
        const auto before = entries();
        const auto refused = m_session->sign(m_case, denyWord);
        COMPARE_FAULT(refused, FaultCode::Incomplete);
        const auto gate = must(m_session->gate(m_case));
        QVERIFY(!gate.mayBeSigned());
        QCOMPARE(refused.fault().arguments.size(), gate.openCount());
        const auto names = [&refused](const char *check) {
            return std::ranges::any_of(refused.fault().arguments, [check](const auto &one) { return one.first == check && !one.second.empty(); });
        };
        for (const char *check : {"pages-not-displayed", "factor-unanswered", "reasons-missing", "outcome-missing"})
            QVERIFY2(names(check), check);
        QCOMPARE(entries(), before);
    }

    void eachMissingThingIsNamed_data()
    {
        QTest::addColumn<QString>("check");
        for (const char *check : {"contradiction-open", "gap-unexplained", "mitigating-without-finding", "pages-not-displayed",
                                  "paragraph-without-passage", "outcome-against-findings", "exception-missing"})
            QTest::newRow(check) << QString::fromLatin1(check);
    }
    void eachMissingThingIsNamed()
    {
        QFETCH(QString, check);
        NoProgress progress;
        review(*m_session, m_case);
        const auto pack = must(m_session->packOf(m_case));
        const auto dossier = must(m_session->openCase(m_case));
        const DocumentId report = dossier->documents.front().facts.document;
        if (check == "contradiction-open")
            must(m_session->record(m_case, model::ContradictionLinked{m_session->newContradictionId(), must(m_session->anchorOf(m_case, report, 1, "unpaid")),
                                                                      must(m_session->anchorOf(m_case, report, 1, "debts")), ""}));
        else if (check == "gap-unexplained")
            must(m_session->record(m_case, model::GapNoted{m_session->newGapId(), "employment", "2020-01-01", "2020-03-01", std::nullopt, ""}));
        else if (check == "mitigating-without-finding")
            must(m_session->record(m_case, model::GuidelineFound{pack->id, "E", model::GuidelineFinding::ForSubject, "nothing there"}));
        else if (check == "pages-not-displayed")
            must(m_session->addDocument(m_case, textDocument("late.txt", "A late letter."), progress));
        else if (check == "paragraph-without-passage")
            must(m_session->record(m_case, model::ReasonsWritten{{{"No passage here.", {}}}}));
        else if (check == "outcome-against-findings")
            must(m_session->record(m_case, model::OutcomeProposed{"grant", "", {}}));
        else
            must(m_session->record(m_case, model::OutcomeProposed{"grant-with-exception", "", {}}));
        const auto refused = m_session->sign(m_case, denyWord);
        COMPARE_FAULT(refused, FaultCode::Incomplete);
        QVERIFY(std::ranges::any_of(refused.fault().arguments, [&check](const auto &one) { return one.first == check.toStdString(); }));
    }

    void theWordOfTheOutcome()
    {
        review(*m_session, m_case);
        const auto before = entries();
        for (const char *word : {"", "deny", "GRANT", "DENY "})
            COMPARE_FAULT(m_session->sign(m_case, word), FaultCode::Incomplete);
        QCOMPARE(entries(), before);
        const auto dossier = must(m_session->sign(m_case, denyWord));
        QVERIFY(dossier->status == model::CaseStatus::Signed);
        QCOMPARE(dossier->decisions.size(), std::size_t(1));
        QCOMPARE(dossier->decisions[0].what.outcome, std::string("deny"));
    }

    void signedCaseIsClosedToItsAuthor()
    {
        review(*m_session, m_case);
        must(m_session->sign(m_case, denyWord));
        const auto before = entries();
        NoProgress progress;
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->record(m_case, model::OutcomeProposed{"grant", "", {}}), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->addDocument(m_case, textDocument("late.txt", "A late letter."), progress), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->concur(m_case, "good"), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->returnCase(m_case, "bad", {}), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->countersign(m_case), FaultCode::NotAllowed);
        QCOMPARE(entries(), before);
    }

    void decisionFilesVerifyFromOutside()
    {
        COMPARE_FAULT(m_session->decisionFiles(m_case), FaultCode::NotFound);
        review(*m_session, m_case);
        must(m_session->sign(m_case, denyWord));
        const auto files = must(m_session->decisionFiles(m_case));
        QVERIFY(files.countersignature.empty());
        const Path folder = m_office->fresh("decision");
        std::filesystem::create_directory(folder);
        putContent(folder / "decision.json", viewOf(files.decision));
        putContent(folder / "decision.p7s", files.signature);
        putContent(folder / "office.pem", viewOf(files.officePem));
        const auto trust = must(session::trustOffices({folder / "office.pem"}));
        const auto checked = must(session::checkDecision(folder / "decision.json", folder / "decision.p7s", {}, trust));
        QCOMPARE(checked.reference, std::string("PSH-26-0001"));
        QCOMPARE(checked.signerName, std::string("Ada Adjudicator"));
        QVERIFY(!checked.countersigned);
        putContent(folder / "empty.p7s", {});
        COMPARE_FAULT(session::checkDecision(folder / "decision.json", folder / "decision.p7s", folder / "empty.p7s", trust), FaultCode::SignatureInvalid);
        COMPARE_FAULT(session::checkDecision(folder / "decision.json", folder / "office.pem", {}, trust), FaultCode::Malformed);
        COMPARE_FAULT(session::checkDecision(folder / "decision.json", folder / "decision.p7s", {}, TestOffice("Bureau 8").trust),
                      FaultCode::CertificateUntrusted);
        COMPARE_FAULT(session::checkDecision(folder / "nowhere", folder / "decision.p7s", {}, trust), FaultCode::NotFound);
    }

    void supervisorsDoNotSign()
    {
        signInAs(m_sam);
        const CaseId id = must(m_session->createCase(caseFacts("PSH-26-0007")));
        NoProgress progress;
        COMPARE_FAULT(m_session->addDocument(id, textDocument("a.txt", "Words."), progress), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->record(id, model::OutcomeProposed{"deny", "", {}}), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->sign(id, denyWord), FaultCode::NotAllowed);
        // And a case they have no need to know stays shut, in their own vault.
        COMPARE_FAULT(m_session->openCase(m_case), FaultCode::NotEnrolled);
    }

    void nobodyReviewsTheirOwnWork()
    {
        reviewedByBo();
        must(m_session->sign(m_case, denyWord));
        const auto before = entries();
        COMPARE_FAULT(m_session->concur(m_case, "I agree with myself"), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->returnCase(m_case, "I do not", {}), FaultCode::NotAllowed);
        COMPARE_FAULT(m_session->countersign(m_case), FaultCode::NotAllowed);
        QCOMPARE(entries(), before);
    }

    void expiredCertificateDoesNotSign()
    {
        review(*m_session, m_case);
        const auto before = entries();
        m_office->clock.advance(366 * day);
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::CertificateExpired);
        QCOMPARE(entries(), before);
        m_office->clock.set(TestOffice::noon());
        VERIFY_OK(m_session->sign(m_case, denyWord));
    }

    void undoAndRedo()
    {
        const PassageId passage = review(*m_session, m_case);
        const std::uint64_t seq = must(m_session->openCase(m_case))->tie(passage)->tied.seq;
        auto dossier = must(m_session->record(m_case, model::EntryWithdrawn{seq, "too hasty"}));
        QVERIFY(dossier->tie(passage) == nullptr);
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::Incomplete);
        dossier = must(m_session->record(m_case, model::EntryWithdrawn{dossier->size - 1, ""}));
        QVERIFY(dossier->tie(passage) != nullptr);
        VERIFY_OK(m_session->sign(m_case, denyWord));
    }
};

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_session_signing.moc"
