// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job on two stations: signed, sent, returned, signed again, sent, countersigned, sent back, checked.
#include "core/codec/json.h"
#include "core/session/outside.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using session::Session;

class TestStory : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office, m_elsewhere;
    Member m_ada, m_nora;
    Path m_desk, m_bench;
    std::unique_ptr<Session> m_adjudication, m_supervision;
    CaseId m_case;
    NoProgress m_progress;

    session::BundleReceived carry(Session &from, const Member &recipient, Session &to, const Path &file)
    {
        m_office->clock.advance(1000);
        must(from.exportBundle(sendTo(file, {m_case}, recipient), m_progress));
        const auto inspected = must(to.inspectBundle(file, m_progress));
        const auto received = must(to.importBundle(file, m_progress));
        if (inspected.id != received.id || inspected.cases.size() != received.cases.size())
            qFatal("inspecting and importing do not agree");
        return received;
    }
    static bool hasArea(const std::vector<model::Change> &changes, const char *area)
    {
        return std::ranges::any_of(changes, [area](const model::Change &change) { return change.area == area; });
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>("Bureau 7");
        m_elsewhere = std::make_unique<TestOffice>("Bureau 8");
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_nora = m_elsewhere->enrol("Nora Next", {crypto::Role::Supervisor});
        m_desk = m_office->makeVault("desk", {m_ada}, {m_nora}, {m_elsewhere->officePem()});
        m_bench = m_elsewhere->makeVault("bench", {m_nora}, {m_ada}, {m_office->officePem()});
        m_adjudication = signIn(*m_office, m_desk, m_ada);
        m_supervision = signIn(*m_elsewhere, m_bench, m_nora);
    }
    void cleanupTestCase()
    {
        m_adjudication.reset();
        m_supervision.reset();
    }

    void a_signedAndSent()
    {
        m_case = intake(*m_adjudication, "PSH-26-0001");
        review(*m_adjudication, m_case);
        must(m_adjudication->sign(m_case, denyWord));
        const auto contacts = must(m_adjudication->contacts());
        QCOMPARE(contacts.size(), std::size_t(2));
        QVERIFY(contacts[0].here && !contacts[1].here);
        QCOMPARE(contacts[1].office, std::string("Bureau 8"));

        const auto received = carry(*m_adjudication, m_nora, *m_supervision, m_office->fresh("to-nora.cwb"));
        QCOMPARE(received.cases.size(), std::size_t(1));
        QCOMPARE(received.cases[0].verdict, std::string("new here"));
        QCOMPARE(received.cases[0].documents, 2u);
        QCOMPARE(received.laneNote, std::string("the first one from this sender"));
        const auto here = must(m_supervision->openCase(m_case));
        QVERIFY(here->custodyHere);
        QCOMPARE(here->documents.size(), std::size_t(2));
        QCOMPARE(toText(must(m_supervision->documentBytes(m_case, here->documents[0].facts.document))), std::string(caseReport));
        QCOMPARE(must(m_supervision->find(m_case, "11,842", 5)).size(), std::size_t(1));
    }

    void b_readOnlyWhereItLeft()
    {
        const auto left = must(m_adjudication->openCase(m_case));
        QVERIFY(!left->custodyHere);
        QCOMPARE(left->custodyWith, std::string("Bureau 8"));
        COMPARE_FAULT(m_adjudication->record(m_case, model::OutcomeProposed{"grant", "", {}}), FaultCode::CaseReadOnly);
        COMPARE_FAULT(m_adjudication->addDocument(m_case, textDocument("late.txt", "Late."), m_progress), FaultCode::CaseReadOnly);
        COMPARE_FAULT(m_adjudication->exportBundle(sendTo(m_office->fresh("again.cwb"), {m_case}, m_nora), m_progress), FaultCode::CaseReadOnly);
        VERIFY_OK(m_adjudication->find(m_case, "debts", 5)); // reading stays
        const auto rows = must(m_adjudication->docket());
        QVERIFY(!rows[0].custodyHere);
        QCOMPARE(rows[0].custodyWith, std::string("Bureau 8"));
    }

    void c_returned()
    {
        COMPARE_FAULT(m_supervision->countersign(m_case), FaultCode::NotAllowed); // concur comes first
        COMPARE_FAULT(m_supervision->returnCase(m_case, "  ", {}), FaultCode::Malformed);
        const auto returned = must(m_supervision->returnCase(m_case, "MARKER-RETURN: weigh the letter", {{"20(d)", "he pays"}}));
        QVERIFY(returned->status == model::CaseStatus::Returned);
        COMPARE_FAULT(m_supervision->concur(m_case, "after all"), FaultCode::NotAllowed);
        const auto received = carry(*m_supervision, m_ada, *m_adjudication, m_office->fresh("to-ada.cwb"));
        QVERIFY(received.cases[0].verdict.starts_with("continues the one here by "));
        const auto dossier = must(m_adjudication->openCase(m_case));
        QVERIFY(dossier->custodyHere && dossier->status == model::CaseStatus::Returned);
        QCOMPARE(dossier->reviews.size(), std::size_t(1));
        QCOMPARE(dossier->reviews[0].notes[0].text, std::string("he pays"));
        QVERIFY(hasArea(must(m_adjudication->changes(m_case, session::Since::LastSignature)), "review"));
    }

    void d_decidedAgain()
    {
        const auto before = must(m_adjudication->openCase(m_case))->decisions.front().what.digest;
        const auto pack = must(m_adjudication->packOf(m_case));
        const DocumentId letter = must(m_adjudication->openCase(m_case))->documents[1].facts.document;
        const PassageId passage = m_adjudication->newPassageId();
        must(m_adjudication->record(m_case, {model::PassageTied{passage, must(m_adjudication->anchorOf(m_case, letter, 1, "paid every month")),
                                                                {pack->id, "20(d)"}, model::Weight::Substantial, ""},
                                             model::ConditionFound{{pack->id, "20(d)"}, model::ConditionFinding::Applies, "he pays"},
                                             model::GuidelineFound{pack->id, "F", model::GuidelineFinding::ForSubject, "mitigated"},
                                             model::ReasonsWritten{{{"He pays, so 20(d) outweighs 19(a). The whole person was weighed.", {passage}}}},
                                             model::ComponentRecorded{"credit", model::ComponentState::Present, {}, ""}, model::OutcomeProposed{"grant", "", {}}}));
        const auto changes = must(m_adjudication->changes(m_case, session::Since::LastReturn));
        for (const char *area : {"passage", "condition", "guideline", "reasons", "outcome"})
            QVERIFY2(hasArea(changes, area), area);
        COMPARE_FAULT(m_adjudication->sign(m_case, denyWord), FaultCode::Incomplete);
        const auto dossier = must(m_adjudication->sign(m_case, "GRANT"));
        QCOMPARE(dossier->decisions.size(), std::size_t(2));
        const auto json = must(codec::parseCanonicalJson(viewOf(dossier->decisions[1].what.decision)));
        QCOMPARE(json.find("supersedes")->string(), before.hex());
        QCOMPARE(json.find("outcome")->find("id")->string(), std::string("grant"));
    }

    void e_countersigned()
    {
        const auto received = carry(*m_adjudication, m_nora, *m_supervision, m_office->fresh("to-nora-2.cwb"));
        QCOMPARE(received.laneNote, std::string("follows the last one from this sender"));
        QVERIFY(hasArea(must(m_supervision->changes(m_case, session::Since::LastReturn)), "decision"));
        must(m_supervision->concur(m_case, "MARKER-CONCUR"));
        COMPARE_FAULT(m_supervision->concur(m_case, "twice"), FaultCode::NotAllowed);
        m_elsewhere->clock.advance(366 * day);
        COMPARE_FAULT(m_supervision->countersign(m_case), FaultCode::CertificateExpired);
        m_elsewhere->clock.set(m_office->clock.now());
        const auto dossier = must(m_supervision->countersign(m_case));
        QVERIFY(dossier->status == model::CaseStatus::Countersigned);
        QVERIFY(!dossier->decisions[0].countersignature && dossier->decisions[1].countersignature);
        COMPARE_FAULT(m_supervision->countersign(m_case), FaultCode::NotAllowed);
        COMPARE_FAULT(m_supervision->returnCase(m_case, "too late", {}), FaultCode::NotAllowed);
    }

    void f_backAndClosed()
    {
        carry(*m_supervision, m_ada, *m_adjudication, m_office->fresh("to-ada-2.cwb"));
        COMPARE_FAULT(m_adjudication->record(m_case, model::OutcomeProposed{"deny", "", {}}), FaultCode::CaseReadOnly);
        const auto files = must(m_adjudication->decisionFiles(m_case));
        const Path folder = m_office->fresh("decision");
        std::filesystem::create_directory(folder);
        putContent(folder / "decision.json", viewOf(files.decision));
        putContent(folder / "decision.p7s", files.signature);
        putContent(folder / "countersign.p7s", files.countersignature);
        putContent(folder / "office.pem", viewOf(files.officePem));
        const auto trust = must(session::trustOffices({folder / "office.pem"}));
        QCOMPARE(trust.anchors().size(), std::size_t(2));
        const auto checked = must(session::checkDecision(folder / "decision.json", folder / "decision.p7s", folder / "countersign.p7s", trust));
        QVERIFY(checked.countersigned);
        QCOMPARE(checked.outcomeId, std::string("grant"));
        QCOMPARE(checked.countersignerName, std::string("Nora Next"));
    }

    void g_registersAgree()
    {
        const auto ours = must(m_adjudication->exchangeRegister()), theirs = must(m_supervision->exchangeRegister());
        QCOMPARE(ours.size(), std::size_t(4));
        QCOMPARE(theirs.size(), std::size_t(4));
        for (std::size_t index = 0; index < 4; ++index) {
            QCOMPARE(ours[index].id, theirs[index].id);
            QVERIFY(ours[index].sent != theirs[index].sent);
            QCOMPARE(ours[index].lane, theirs[index].lane);
            QCOMPARE(ours[index].references, std::vector<std::string>{"PSH-26-0001"});
        }
        QCOMPARE(ours[0].lane, std::uint64_t(2)); // newest first
        const auto history = must(m_adjudication->history(m_case));
        const auto there = must(m_supervision->history(m_case));
        QVERIFY(std::equal(there.begin(), there.end(), history.begin()));
        QCOMPARE(history.size(), there.size() + 1); // the receipt
    }

    void h_bothVaultsCheckOut()
    {
        for (Session *session : {m_adjudication.get(), m_supervision.get()}) {
            const auto report = must(session->checkVault(m_progress));
            for (const auto &problem : report.problems)
                qWarning("%s: %s", problem.subject.c_str(), problem.problem.c_str());
            QVERIFY(report.problems.empty());
            QVERIFY(report.orphans.empty());
            QCOMPARE(report.cases, std::uint64_t(1));
            QCOMPARE(report.documents, std::uint64_t(2));
            QCOMPARE(report.signatures, std::uint64_t(3));
        }
    }

    void i_nothingInClearAnywhere()
    {
        m_adjudication->lock();
        m_supervision->lock();
        int files = 0;
        for (const Path &root : {m_office->root(), m_elsewhere->root()})
            for (const auto &[name, content] : treeOf(root)) {
                if (name.find("-decision/") != std::string::npos)
                    continue; // exported on purpose
                ++files;
                for (const char *marker : {"MARKER-", "PSH-26-0001", "11,842", "paid every month"})
                    QVERIFY2(textView(content).find(marker) == std::string_view::npos, (name + " holds " + marker).c_str());
            }
        QVERIFY(files > 20);
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_session_story.moc"
