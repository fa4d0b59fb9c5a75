// SPDX-License-Identifier: GPL-3.0-or-later
// Reciprocity: what the record shows on each question, and which decisions can be recorded.
#include "core/rules/reciprocity.h"
#include "core/rules/completeness.h"
#include "samplecase.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using namespace caseward::tests;
using model::Dossier;
using model::EligibilityStatus;
using model::ReciprocityReply;

namespace {

constexpr const char *today = "2026-11-23";

packs::ReciprocityRulesPtr questions()
{
    static const auto rules = must(packs::loadReciprocity(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "reciprocity"));
    return rules;
}

DayNumber now() { return must(dayNumber(today)); }

ReciprocityAsked asked(const std::string &investigated = "2024-05-01") { return {"DIA", "Top Secret", "Secret", investigated}; }

ReciprocityShown shown(const Dossier &dossier, const std::string &id, const ReciprocityAsked &what = asked())
{
    for (const ReciprocityShown &one : reciprocityShown(dossier, {samplecase::pack()}, *questions(), what, now()))
        if (one.question->id == id)
            return one;
    qFatal("no question %s", id.c_str());
}

model::ReciprocityDecided decided(bool accepted)
{
    model::ReciprocityDecided event{questions()->name(), "DIA", "Top Secret", "Secret", "2024-05-01", {}, accepted, {}, "asked and answered"};
    for (const packs::ReciprocityQuestion &question : questions()->questions)
        event.answers.push_back({question.id, ReciprocityReply::No, "asked the agency"});
    return event;
}

void answer(model::ReciprocityDecided &event, const std::string &id, ReciprocityReply reply)
{
    for (model::ReciprocityAnswer &it : event.answers)
        if (it.question == id)
            it.reply = reply;
}

Status may(const model::ReciprocityDecided &event, const Dossier &dossier = samplecase::complete())
{
    return mayDecide(dossier, {samplecase::pack()}, *questions(), event, now());
}

void record(Dossier &dossier, EligibilityStatus status, const std::string &exception = {})
{
    model::EligibilityRecorded line{"DIA", "Top Secret", status, "2024-06-01", status == EligibilityStatus::Interim ? "2027-01-01" : "", exception, {}, "as told", {}};
    dossier.proceedings.eligibility[{"DIA", "Top Secret"}].push_back({line, samplecase::by(samplecase::adjudicator()), {}});
}

} // namespace

class TestRulesReciprocity : public QObject {
    Q_OBJECT

private slots:
    void ageIsCounted_data()
    {
        QTest::addColumn<QString>("closed");
        QTest::addColumn<bool>("older");
        QTest::newRow("last year") << QStringLiteral("2025-01-01") << false;
        QTest::newRow("seven years to the day") << QStringLiteral("2019-11-23") << false;
        QTest::newRow("a day more") << QStringLiteral("2019-11-22") << true;
        QTest::newRow("not known") << QString() << false;
    }
    void ageIsCounted()
    {
        QFETCH(QString, closed);
        QFETCH(bool, older);
        QCOMPARE(shown(Dossier(), "S7-2", asked(closed.toStdString())).yes, older);
    }

    void theRecordIsShown()
    {
        Dossier dossier = samplecase::complete();
        QVERIFY(shown(dossier, "S7-1").shows.find("guideline E of us-sead4-2017") != std::string::npos);
        QVERIFY(!shown(dossier, "S7-1").yes);              // new or not is asked of the person
        QCOMPARE(shown(dossier, "S7-3").shows, std::string("No eligibility of DIA for Top Secret is recorded in this case."));
        record(dossier, EligibilityStatus::Eligible, "C");
        QVERIFY(shown(dossier, "S7-3").yes && !shown(dossier, "S7-5").yes);
        for (const auto status : {EligibilityStatus::Denied, EligibilityStatus::Revoked, EligibilityStatus::Suspended, EligibilityStatus::Interim}) {
            record(dossier, status);
            QVERIFY(shown(dossier, "S7-5").yes && !shown(dossier, "S7-3").yes); // the newest line counts
        }
        // An administrative end is no denial.
        record(dossier, EligibilityStatus::LossOfJurisdiction);
        QVERIFY(!shown(dossier, "S7-5").yes);
        // Another line is told, and says nothing about this one.
        model::EligibilityRecorded other{"NSA", "SCI", EligibilityStatus::Revoked, "2025-01-01", "", "", {}, "as told", {}};
        dossier.proceedings.eligibility[{"NSA", "SCI"}].push_back({other, {}, {}});
        QVERIFY(shown(dossier, "S7-5").shows.find("NSA, SCI: Revoked") != std::string::npos);
        QVERIFY(!shown(dossier, "S7-5").yes);
        QVERIFY(shown(dossier, "S7-4").shows.find("B-P1") != std::string::npos);
        QVERIFY(shown(dossier, "S7-6").shows.find("Held: Top Secret; needed here: Secret") != std::string::npos);
    }

    void accepted()
    {
        model::ReciprocityDecided event = decided(true);
        VERIFY_OK(may(event));
        QCOMPARE(reciprocityWords(*questions(), event), std::string("Accepted."));
        for (const char *id : {"S7-1", "S7-4", "S7-5", "S7-6"}) {
            for (const auto reply : {ReciprocityReply::Yes, ReciprocityReply::CannotTell}) {
                model::ReciprocityDecided forbidden = event;
                answer(forbidden, id, reply);
                COMPARE_FAULT(may(forbidden), FaultCode::NotAllowed);
            }
        }
        answer(event, "S7-3", ReciprocityReply::Yes);
        answer(event, "S7-2", ReciprocityReply::Yes);
        VERIFY_OK(may(event));
        const std::string words = reciprocityWords(*questions(), event);
        QVERIFY(words.find("a reinvestigation is to be started at once (S7-2)") != std::string::npos);
        QVERIFY(words.find("own assessment of the risk (S7-3)") != std::string::npos);
        event.grounds = {"S7-2"};
        COMPARE_FAULT(may(event), FaultCode::Malformed);
    }

    void declined()
    {
        model::ReciprocityDecided event = decided(false);
        COMPARE_FAULT(may(event), FaultCode::Malformed);    // without a ground it is accepted
        event.grounds = {"S7-2"};
        COMPARE_FAULT(may(event), FaultCode::NotAllowed);   // which is not answered yes
        answer(event, "S7-2", ReciprocityReply::CannotTell);
        COMPARE_FAULT(may(event), FaultCode::NotAllowed);
        answer(event, "S7-2", ReciprocityReply::Yes);
        VERIFY_OK(may(event));
        QCOMPARE(reciprocityWords(*questions(), event), std::string("Declined for S7-2. The case is adjudicated here."));
        event.grounds = {"S7-2", "S7-2"};
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event.grounds = {"S7-9"};
        COMPARE_FAULT(may(event), FaultCode::NotFound);
    }

    void answersAreWhole()
    {
        const model::ReciprocityDecided whole = decided(true);
        model::ReciprocityDecided event = whole;
        event.answers.pop_back();
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.answers.push_back(event.answers[0]);
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.answers[2].reason = " ";
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.answers[0].question = "S7-9";
        COMPARE_FAULT(may(event), FaultCode::NotFound);
        event = whole;
        event.reason = "\n";
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.rules = "us-sead7-0.9.0";
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.investigated = "2026-11-24";
        COMPARE_FAULT(may(event), FaultCode::Malformed);
        event = whole;
        event.authority.clear();
        COMPARE_FAULT(may(event), FaultCode::Malformed);
    }

    void notAgainstTheRecord()
    {
        model::ReciprocityDecided event = decided(true);
        event.investigated = "2015-01-01";
        COMPARE_FAULT(may(event), FaultCode::NotAllowed);   // older than seven years, and answered no
        answer(event, "S7-2", ReciprocityReply::Yes);
        VERIFY_OK(may(event));
        Dossier dossier = samplecase::complete();
        record(dossier, EligibilityStatus::Revoked);
        const Status refused = may(event, dossier);
        COMPARE_FAULT(refused, FaultCode::NotAllowed);
        QVERIFY(refused.fault().detail.find("S7-5") == 0);
    }

    // Another agency's investigation was accepted: its components are not asked for here.
    void theGateAsksForNoComponents()
    {
        Dossier dossier = samplecase::complete();
        samplecase::findGuideline(dossier, "E", model::GuidelineFinding::ForSubject);
        samplecase::propose(dossier, "accept-reciprocity");
        QVERIFY(!completeness(dossier, *samplecase::pack()).mayBeSigned());
        dossier.proceedings.reciprocity.emplace_back(decided(true), model::Trace());
        QVERIFY(completeness(dossier, *samplecase::pack()).mayBeSigned());
        dossier.proceedings.reciprocity.emplace_back(decided(false), model::Trace());
        QVERIFY(!completeness(dossier, *samplecase::pack()).mayBeSigned());
    }
};

QTEST_GUILESS_MAIN(TestRulesReciprocity)
#include "tst_rules_reciprocity.moc"
