// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings through the one door: due process from the statement to the denial, its clock, what rests on the decision, the
// reopened case with its superseding decision, and the ends that are not adverse.
#include "core/codec/json.h"
#include "core/session/access.h"
#include "core/session/allegations.h"
#include "core/session/docket.h"
#include "core/session/proceedings.h"
#include "core/session/reciprocity.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::tests;
using codec::Json;
using model::EligibilityStatus;
using model::Stage;
using session::Proceedings;
using session::Session;

class TestSessionProceedings : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_vault;
    std::unique_ptr<Session> m_session;
    CaseId m_case;

    Session &as(const Member &member)
    {
        m_session.reset(); // one at a time holds the vault
        m_session = signIn(*m_office, m_vault, member);
        return *m_session;
    }
    Proceedings desk() { return Proceedings(*m_session); }
    Stage stage() { return must(m_session->openCase(m_case))->proceedings.stage; }
    void share() { must(session::AccessDesk(*m_session).grant({m_case, m_sam.files.id, "second level", "", {}})); }
    void propose(const std::string &outcome) { must(m_session->record(m_case, model::OutcomeProposed{outcome, "", {}})); }
    void explainEverything()
    {
        for (const rules::Check &check : must(m_session->gate(m_case)).checks)
            if (check.open && check.severity == rules::Severity::NeedsExplanation)
                must(m_session->record(m_case, model::CheckExplained{check.id, check.key(), "explained"}));
    }
    Json signedRecord() { return must(codec::parseCanonicalJson(viewOf(must(m_session->decisionFiles(m_case)).decision))); }

    // Issued by the supervisor, served, its time to answer running.
    void serve()
    {
        const auto pack = must(m_session->packOf(m_case));
        const auto dossier = must(m_session->openCase(m_case));
        const AllegationId id = session::Allegations(*m_session).newId();
        model::Allegation states;
        states.label = "1.a";
        states.pack = pack->id;
        states.guideline = "F";
        states.text = "You owe 11,842 dollars.";
        states.conditions = {"19(a)"};
        states.evidence = {dossier->ties[0].id};
        must(m_session->record(m_case, model::AllegationMade{id, states}));
        must(desk().move(m_case, Stage::SorDraft, "", ""));
        must(desk().move(m_case, Stage::SorReview, "", ""));
        COMPARE_FAULT(desk().move(m_case, Stage::SorIssued, "", "read"), FaultCode::NotAllowed);
        share();
        as(m_sam);
        must(desk().move(m_case, Stage::SorIssued, "", "read and agreed"));
        as(m_ada);
        must(desk().move(m_case, Stage::Served, "2026-11-22", "by hand, receipt 4411"));
        must(desk().startClock(m_case, {"reply", "", "", "", "", "served"}));
        must(m_session->record(m_case, model::AllegationFound{id, model::AllegationFinding::Against, {"19(a)"}, "it is owed"}));
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam", {crypto::Role::Supervisor});
        m_vault = m_office->makeVault("desk", {m_ada, m_sam}, {});
        as(m_ada);
        m_case = intake(*m_session, "P-1");
        review(*m_session, m_case);
        QCOMPARE(stage(), Stage::InReview);
    }
    void cleanup() { m_session.reset(); }

    void dueProcess()
    {
        COMPARE_FAULT(desk().startClock(m_case, {"reply", "", "", "", "", "served"}), FaultCode::NotAllowed); // nobody was served
        COMPARE_FAULT(desk().move(m_case, Stage::Served, "2026-11-22", "by hand"), FaultCode::NotAllowed);
        serve();
        QCOMPARE(stage(), Stage::ResponseWindow);
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::NotAllowed);                             // while the time to answer runs
        COMPARE_FAULT(desk().move(m_case, Stage::NoResponse, "", ""), FaultCode::NotAllowed);
        const auto due = must(desk().due());
        QVERIFY(std::ranges::any_of(due, [](const session::DueRow &row) { return row.due.day == "2026-12-12" && row.words == "due 12 Dec"; }));
        m_office->clock.advance(21 * day);
        must(desk().move(m_case, Stage::NoResponse, "", ""));
        must(desk().stopClock(m_case, {"reply", "", true, "no answer came"}));
        must(desk().move(m_case, Stage::FinalReview, "", ""));
        explainEverything();
        must(m_session->sign(m_case, denyWord));
        QCOMPARE(stage(), Stage::Recommended);
        const Digest first = must(m_session->openCase(m_case))->decisions.back().what.digest;
        model::EligibilityRecorded denied{"Bureau 7", "Secret", EligibilityStatus::Denied, "", "", "", {}, "the decision", first};
        COMPARE_FAULT(desk().recordEligibility(m_case, denied), FaultCode::NotAllowed);                      // awaits its second level
        as(m_sam);
        must(m_session->concur(m_case, "agreed"));
        must(m_session->countersign(m_case));
        QCOMPARE(stage(), Stage::Denied);
        must(desk().recordEligibility(m_case, denied));
    }

    void aReopenedCaseIsSupersededNotAltered()
    {
        must(m_session->sign(m_case, denyWord));
        share();
        as(m_sam);
        must(m_session->concur(m_case, "agreed"));
        must(m_session->countersign(m_case));
        const std::string before = must(m_session->decisionFiles(m_case)).decision;
        COMPARE_FAULT(desk().move(m_case, Stage::Reopened, "", " "), FaultCode::Malformed);
        must(desk().move(m_case, Stage::Reopened, "", "an incident report came"));
        as(m_ada);
        COMPARE_FAULT(m_session->countersign(m_case), FaultCode::NotAllowed);
        propose("deny");
        QCOMPARE(stage(), Stage::InReview);
        must(m_session->sign(m_case, denyWord));
        const auto dossier = must(m_session->openCase(m_case));
        QCOMPARE(dossier->decisions.size(), std::size_t{2});
        QCOMPARE(dossier->decisions[0].what.decision, before);
        QVERIFY(dossier->decisions[0].countersignature.has_value());
        QCOMPARE(signedRecord().find("supersedes")->string(), dossier->decisions[0].what.digest.hex());
        QVERIFY(must(m_session->checkVault(*std::make_unique<NoProgress>())).problems.empty());
    }

    // Accepted in one step: the entry, the line of this office, and the clock that is done with it.
    void anothersEligibilityIsAccepted()
    {
        session::ReciprocityDesk reciprocity(*m_session);
        must(desk().startClock(m_case, {"reciprocity", "", "", "2026-11-20", "", "request received"}));
        const auto view = must(reciprocity.show(m_case, {"DIA", "Top Secret", "Secret", "2016-01-05"}));
        QCOMPARE(view.shown.size(), std::size_t{6});
        QVERIFY(!view.due.empty());
        COMPARE_FAULT(reciprocity.show(m_case, {"DIA", "Top Secret", "Secret", "lately"}), FaultCode::Malformed);
        model::ReciprocityDecided said{"", "DIA", "Top Secret", "Secret", "2016-01-05", {}, true, {}, "their register"};
        for (const auto &shown : view.shown)
            said.answers.push_back({shown.question->id, shown.yes ? model::ReciprocityReply::Yes : model::ReciprocityReply::No, "their register"});
        const auto entries = must(m_session->history(m_case)).size();
        model::ReciprocityDecided bad = said;
        bad.accepted = false;                                  // no ground
        COMPARE_FAULT(reciprocity.decide(m_case, bad), FaultCode::Malformed);
        QCOMPARE(must(m_session->history(m_case)).size(), entries);
        const auto dossier = must(reciprocity.decide(m_case, said, "Bureau 7"));
        QCOMPARE(must(m_session->history(m_case)).size(), entries + 3);
        QCOMPARE(dossier->proceedings.reciprocity.back().first.rules, std::string("us-sead7-1.0.0"));
        const model::EligibilityLine &line = dossier->proceedings.eligibility.at({"Bureau 7", "Secret"}).back();
        QVERIFY(line.recorded.status == EligibilityStatus::ReciprocityAccepted);
        QVERIFY(line.recorded.reason.find("reinvestigation") != std::string::npos);
        QVERIFY(dossier->proceedings.clock("reciprocity")->done);
        QVERIFY(!dossier->proceedings.eligibility.contains({"DIA", "Top Secret"}));
        COMPARE_FAULT(m_session->record(m_case, model::Event(said)), FaultCode::NotAllowed);  // only through its desk
        QVERIFY(must(m_session->checkVault(*std::make_unique<NoProgress>())).problems.empty());
    }

    void administrativeEndsAreNeverAdverse()
    {
        propose("loss-of-jurisdiction");
        explainEverything();
        must(m_session->sign(m_case, "LOSS OF JURISDICTION"));
        QCOMPARE(stage(), Stage::LossOfJurisdiction); // one level is enough
        const Json record = signedRecord();
        QCOMPARE(record.find("outcome")->find("class")->string(), std::string("administrative"));
        QCOMPARE(record.find("outcome")->find("note")->string(), std::string("administrative, not adverse"));
        QCOMPARE(record.find("review")->find("levels")->number(), 1.0);
        const Digest decision = must(m_session->openCase(m_case))->decisions.back().what.digest;
        for (const EligibilityStatus adverse : {EligibilityStatus::Denied, EligibilityStatus::Revoked, EligibilityStatus::Ineligible})
            COMPARE_FAULT(desk().recordEligibility(m_case, {"Bureau 7", "Secret", adverse, "", "", "", {}, "the decision", decision}), FaultCode::NotAllowed);
        must(desk().recordEligibility(m_case, {"Bureau 7", "Secret", EligibilityStatus::LossOfJurisdiction, "", "", "", {}, "left", decision}));
        const auto rows = must(m_session->docket());
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].stage, Stage::LossOfJurisdiction);
        QCOMPARE(session::partOf(rows[0]), session::DocketPart::Closed);
    }

    void recordedWithoutADecision()
    {
        must(desk().move(m_case, Stage::Discontinued, "", "the sponsor has no need any more"));
        COMPARE_FAULT(m_session->record(m_case, model::OutcomeProposed{"deny", "", {}}), FaultCode::CaseReadOnly);
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::NotAllowed);
        QCOMPARE(session::partOf(must(m_session->docket())[0]), session::DocketPart::Closed);
        must(desk().move(m_case, Stage::Reopened, "", "the sponsor asks again"));
        propose("deny");
        QCOMPARE(stage(), Stage::InReview);
    }

    void anIssueWantsTwoLevels()
    {
        must(m_session->sign(m_case, denyWord));
        const Json review = *signedRecord().find("review");
        QCOMPARE(review.find("levels")->number(), 2.0);
        QVERIFY(review.find("senior")->boolean());
        QCOMPARE(session::partOf(must(m_session->docket())[0]), session::DocketPart::NeedsCountersign);
    }

    void aConflictEndsAPersonsPart()
    {
        COMPARE_FAULT(desk().declareConflict(m_case, m_ada.files.id, " "), FaultCode::Malformed);
        must(desk().declareConflict(m_case, m_ada.files.id, "the subject is a neighbour"));
        COMPARE_FAULT(m_session->sign(m_case, denyWord), FaultCode::NotAllowed);
        COMPARE_FAULT(desk().move(m_case, Stage::InfoRequested, "", "r"), FaultCode::NotAllowed);
        COMPARE_FAULT(desk().declareConflict(m_case, m_ada.files.id, "again"), FaultCode::AlreadyExists);
    }

    void conditionsAreMonitoredToTheEnd()
    {
        model::EligibilityRecorded line{"Bureau 7", "Secret", EligibilityStatus::Eligible, "", "", "C", {{"finish the counselling", "2027-03-01"}}, "exception", {}};
        must(desk().recordEligibility(m_case, line));
        line.authority = "Bureau 8";
        line.status = EligibilityStatus::Suspended;
        line.exception.clear();
        line.conditions.clear();
        COMPARE_FAULT(desk().recordEligibility(m_case, line), FaultCode::Malformed); // names no day of review
        line.until = "2027-01-15";
        must(desk().recordEligibility(m_case, line));
        const auto days = must(desk().due());
        QCOMPARE(std::ranges::count_if(days, [](const session::DueRow &row) { return row.due.day == "2027-03-01" || row.due.day == "2027-01-15"; }), std::ptrdiff_t{2});
        must(desk().monitorCondition(m_case, {"Bureau 7", "Secret", 1, model::ConditionStanding::Met, "", {}, "certificate of completion"}));
        QVERIFY(std::ranges::none_of(must(desk().due()), [](const session::DueRow &row) { return row.due.day == "2027-03-01"; }));
        const auto changes = must(m_session->changes(m_case, session::Since::Start));
        QCOMPARE(std::ranges::count(changes, std::string("eligibility"), &model::Change::area), std::ptrdiff_t{2});
    }

    // What the queue shows is kept beside the case; a line of before stages reads as well.
    void linesOfBeforeStagesAreRead()
    {
        const auto dossier = must(m_session->openCase(m_case));
        QCOMPARE(must(m_session->docket())[0].dues.size(), std::size_t{1}); // the day of the case
        m_session->lock();
        COMPARE_FAULT(desk().due(), FaultCode::NotSignedIn);
        COMPARE_FAULT(desk().move(m_case, Stage::SorDraft, "", ""), FaultCode::NotSignedIn);
    }
};

QTEST_GUILESS_MAIN(TestSessionProceedings)
#include "tst_session_proceedings.moc"
