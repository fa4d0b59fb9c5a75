// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings through the fold: the stage that follows from acts, recorded steps, clocks, eligibility by authority and access.
#include "core/model/changes.h"
#include "tests/unit/model/samples.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Story;

namespace {

DecisionSigned decision(std::uint8_t number, const std::string &outcomeClass, const std::string &outcome, int levels)
{
    const std::string review = levels > 0 ? R"(,"review":{"levels":)" + std::to_string(levels) + "}" : std::string();
    return {samples::digestOf(number), R"({"outcome":{"class":")" + outcomeClass + R"(","id":")" + outcome + "\"}" + review + "}", {1}, outcome};
}

ClockStarted replyClock()
{
    return {"reply", "Answer", "service", "2026-11-20", "2026-12-10", 20, "calendar", false, "", "served"};
}

EligibilityRecorded line(const std::string &authority, const std::string &access, EligibilityStatus status)
{
    EligibilityRecorded said;
    said.authority = authority;
    said.access = access;
    said.status = status;
    said.since = "2026-11-22";
    said.reason = "r";
    return said;
}

} // namespace

class TestModelProceedings : public QObject {
    Q_OBJECT

    static Dossier folded(const Story &story)
    {
        auto dossier = story.fold();
        if (!dossier.ok())
            qFatal("%s", dossier.fault().detail.c_str());
        return *dossier;
    }
    static bool isBroken(const Story &story)
    {
        const auto dossier = story.fold();
        return !dossier.ok() && dossier.fault().code == FaultCode::HistoryBroken;
    }

private slots:
    void namesAreReadBack()
    {
        std::set<std::string_view> names;
        for (int i = 0; i < stageCount; ++i) {
            const auto stage = static_cast<Stage>(i);
            QVERIFY(names.insert(stageName(stage)).second);
            QVERIFY(!stageTitle(stage).empty());
            const auto read = parseStage(stageName(stage));
            QVERIFY(read.ok());
            QCOMPARE(static_cast<int>(*read), i);
        }
        for (int i = 0; i < eligibilityStatusCount; ++i) {
            const auto status = static_cast<EligibilityStatus>(i);
            const auto read = parseEligibilityStatus(eligibilityStatusName(status));
            QVERIFY(read.ok());
            QCOMPARE(static_cast<int>(*read), i);
        }
        QVERIFY(!parseStage("").ok());
        QVERIFY(!parseStage("In review").ok());
        QVERIFY(!parseEligibilityStatus("cleared").ok());
    }

    // A history of before there were stages reads: received, reviewed, signed, returned, signed, countersigned.
    void anOldHistoryHasAStage()
    {
        Story story;
        QCOMPARE(folded(story).proceedings.stage, Stage::Received);
        story.add(samples::documentAdded(1, 12));
        QCOMPARE(folded(story).proceedings.stage, Stage::Received);
        const auto tie = story.add(samples::tied(1, "19(a)"));
        QCOMPARE(folded(story).proceedings.stage, Stage::InReview);
        story.add(EntryWithdrawn{tie, "slip"});
        QCOMPARE(folded(story).proceedings.stage, Stage::InReview); // it was reviewed all the same
        story.add(decision(1, "adverse", "deny", 0));
        QCOMPARE(folded(story).proceedings.stage, Stage::Recommended);
        story.add(ReviewReturned{samples::digestOf(1), "see notes", {}});
        QCOMPARE(folded(story).proceedings.stage, Stage::InReview);
        story.add(decision(2, "adverse", "deny", 0));
        story.add(ReviewConcurred{samples::digestOf(2), "agreed"}, 3);
        QCOMPARE(folded(story).proceedings.stage, Stage::Recommended);
        story.add(DecisionCountersigned{samples::digestOf(2), {1}}, 3);
        const Dossier dossier = folded(story);
        QCOMPARE(dossier.proceedings.stage, Stage::Denied);
        QVERIFY(std::ranges::none_of(dossier.proceedings.steps, &StageStep::recorded));
    }

    void whatADecisionLeadsTo_data()
    {
        QTest::addColumn<QString>("outcomeClass");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("stage");
        const auto row = [](const char *is, const char *outcome, Stage stage) { QTest::newRow(outcome) << is << outcome << static_cast<int>(stage); };
        row("favourable", "grant", Stage::SignedFavourable);
        row("adverse", "refuse", Stage::Denied);
        row("adverse", "revoke", Stage::Revoked);
        row("adverse", "withdraw", Stage::Revoked);
        row("interim", "suspend", Stage::SignedInterim);
        row("administrative", "loss-of-jurisdiction", Stage::LossOfJurisdiction);
        row("administrative", "no-determination", Stage::NoDetermination);
        row("administrative", "discontinued", Stage::Discontinued);
        row("administrative", "cancelled", Stage::Cancelled);
        row("administrative", "lapse", Stage::ClosedAdministratively);
        row("administrative", "denied", Stage::ClosedAdministratively); // an outcome's own name never makes it adverse
    }
    void whatADecisionLeadsTo()
    {
        QFETCH(QString, outcomeClass);
        QFETCH(QString, outcome);
        QFETCH(int, stage);
        Story one;
        one.add(decision(1, outcomeClass.toStdString(), outcome.toStdString(), 1));
        QCOMPARE(static_cast<int>(folded(one).proceedings.stage), outcomeClass == "adverse" ? static_cast<int>(Stage::Recommended) : stage); // nobody denies alone
        Story two;
        two.add(decision(1, outcomeClass.toStdString(), outcome.toStdString(), 2));
        QCOMPARE(folded(two).proceedings.stage, Stage::Recommended);
        two.add(DecisionCountersigned{samples::digestOf(1), {1}}, 3);
        QCOMPARE(static_cast<int>(folded(two).proceedings.stage), stage);
        QCOMPARE(isAdministrative(folded(two).proceedings.stage), outcomeClass == "administrative");
    }

    void recordsThatSayNothing_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"{}", R"({"outcome":"grant"})", R"({"outcome":{"class":7}})", R"({"review":[]})", R"({"review":{"levels":"many"}})",
                                 R"({"review":{"levels":0}})", R"({"review":{"levels":1e300}})"})
            QTest::newRow(text) << text;
    }
    void recordsThatSayNothing()
    {
        QFETCH(QString, text);
        Story story;
        story.add(DecisionSigned{samples::digestOf(1), text.toStdString(), {1}, "grant"});
        const auto dossier = story.fold();
        if (!dossier.ok()) // not canonical
            return;
        QCOMPARE(dossier->decisions.back().levels, 2U);
        QCOMPARE(dossier->proceedings.stage, Stage::Recommended);
    }

    void suspendedAndBack()
    {
        Story story;
        story.add(StageMoved{Stage::Received, Stage::Screening, "", ""});
        story.add(StageMoved{Stage::Screening, Stage::Suspended, "2026-11-20", "incident"});
        Dossier dossier = folded(story);
        QCOMPARE(dossier.proceedings.stage, Stage::Suspended);
        QCOMPARE(dossier.proceedings.before, Stage::Screening);
        QCOMPARE(dossier.proceedings.steps.back().on, std::string("2026-11-20"));
        QVERIFY(!dossier.proceedings.steps.front().on.empty()); // the day of the entry
    }

    void reopeningLetsWorkGoOnAndKeepsWhatWasSigned()
    {
        Story story;
        story.add(decision(1, "favourable", "grant", 2));
        story.add(DecisionCountersigned{samples::digestOf(1), {1}}, 3);
        QCOMPARE(folded(story).status, CaseStatus::Countersigned);
        story.add(StageMoved{Stage::SignedFavourable, Stage::Reopened, "", "incident report"}, 3);
        Dossier dossier = folded(story);
        QCOMPARE(dossier.status, CaseStatus::InReview);
        QCOMPARE(dossier.decisions.size(), std::size_t{1});
        QVERIFY(dossier.decisions[0].countersignature.has_value());
        QVERIFY(!dossier.authors.contains(idOf<PersonId>(3))); // reopening weighs nothing
        QCOMPARE(dossier.proceedings.reached(Stage::SignedFavourable), static_cast<const StageStep *>(nullptr));
        story.add(samples::documentAdded(1, 12));
        story.add(samples::tied(1, "19(a)"));
        QCOMPARE(folded(story).proceedings.stage, Stage::InReview);
    }

    void clocks()
    {
        Story story;
        story.add(StageMoved{Stage::SorIssued, Stage::Served, "2026-11-20", "by hand"});
        story.add(replyClock());
        QCOMPARE(folded(story).proceedings.stage, Stage::ResponseWindow);
        Story twice = story;
        twice.add(replyClock());
        QVERIFY(isBroken(twice));
        story.add(ClockExtended{"reply", "2026-12-20", "counsel was ill"});
        story.add(ClockStopped{"reply", "2026-12-01", false, "the file is being completed"});
        Dossier dossier = folded(story);
        QVERIFY(!dossier.proceedings.clock("reply")->runs());
        QCOMPARE(dossier.proceedings.clock("reply")->due, std::string("2026-12-20"));
        story.add(ClockResumed{"reply", "2026-12-05", "2026-12-24", "complete"});
        QVERIFY(folded(story).proceedings.clock("reply")->runs());
        story.add(ClockStopped{"reply", "2026-12-10", true, "answered"});
        Story after = story;
        after.add(ClockExtended{"reply", "2027-01-01", "too late"});
        QVERIFY(isBroken(after));
        story.add(replyClock()); // of another statement
        QCOMPARE(folded(story).proceedings.clocks.size(), std::size_t{2});
        QVERIFY(folded(story).proceedings.clock("reply")->runs());
        Story none;
        none.add(ClockStopped{"reply", "2026-12-10", true, "answered"});
        QVERIFY(isBroken(none));
    }

    // One agency's denial never became another's revocation.
    void eachAuthorityAndAccessHasItsOwnLine()
    {
        Story story;
        story.add(line("DCSA", "Secret", EligibilityStatus::Eligible));
        story.add(line("DIA", "SCI", EligibilityStatus::Denied));
        story.add(line("DCSA", "Secret", EligibilityStatus::Suspended));
        const Dossier dossier = folded(story);
        QCOMPARE(dossier.proceedings.eligibility.size(), std::size_t{2});
        QCOMPARE(dossier.proceedings.eligibility.at({"DCSA", "Secret"}).size(), std::size_t{2});
        QCOMPARE(dossier.proceedings.eligibility.at({"DIA", "SCI"}).back().recorded.status, EligibilityStatus::Denied);
        QCOMPARE(dossier.proceedings.eligibility.at({"DCSA", "Secret"}).back().recorded.status, EligibilityStatus::Suspended);
    }

    void conditionsAreOfALine()
    {
        Story story;
        EligibilityRecorded said = line("DCSA", "Secret", EligibilityStatus::Eligible);
        said.conditions = {{"finish the counselling", "2027-03-01"}, {"report debts", "2027-06-01"}};
        story.add(said);
        story.add(EligibilityMonitored{"DCSA", "Secret", 1, ConditionStanding::Met, "2027-02-01", {}, "certificate"});
        story.add(EligibilityMonitored{"DCSA", "Secret", 2, ConditionStanding::Overdue, "2027-06-02", {}, "nothing came"});
        const Dossier dossier = folded(story);
        const EligibilityLine &now = dossier.proceedings.eligibility.at({"DCSA", "Secret"}).back();
        QVERIFY(!now.isOpen(1));
        QVERIFY(now.isOpen(2));
        for (const EligibilityMonitored &bad : {EligibilityMonitored{"DCSA", "Secret", 3, ConditionStanding::Met, "2027-02-01", {}, "x"},
                                                EligibilityMonitored{"DIA", "Secret", 1, ConditionStanding::Met, "2027-02-01", {}, "x"},
                                                EligibilityMonitored{"DCSA", "Secret", 1, ConditionStanding::Met, "2027-02-01", {idOf<PassageId>(77)}, "x"}}) {
            Story broken = story;
            broken.add(bad);
            QVERIFY(isBroken(broken));
        }
        Story unknown = story;
        unknown.add(EligibilityRecorded{"DCSA", "Secret", EligibilityStatus::Denied, "2026-11-22", "", "", {}, "r", samples::digestOf(42)});
        QVERIFY(isBroken(unknown)); // rests on a decision that nobody signed
    }

    void whatChangedIsTold()
    {
        Story story;
        const auto since = story.add(samples::documentAdded(1, 12));
        story.add(StageMoved{Stage::Received, Stage::LossOfJurisdiction, "2026-11-20", "left the company"});
        story.add(replyClock());
        story.add(line("DCSA", "Secret", EligibilityStatus::LossOfJurisdiction));
        story.add(ConflictDeclared{idOf<PersonId>(2), "a relative"});
        const auto changes = changesSince(story.entries(), since);
        QVERIFY(changes.ok());
        std::vector<std::string> areas;
        for (const Change &change : *changes)
            areas.push_back(change.area);
        QVERIFY((areas == std::vector<std::string>{"stage", "clock", "eligibility", "conflict"}));
        QVERIFY((*changes)[0].after.find("administrative, not adverse") != std::string::npos);
        QVERIFY((*changes)[2].after.find("administrative, not adverse") != std::string::npos);
    }

    void hostileBodies_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("body");
        QTest::newRow("no such stage") << "stage.moved" << R"({"from":"received","on":"","reason":"","to":"cleared"})";
        QTest::newRow("nowhere") << "stage.moved" << R"({"from":"received","on":"","reason":"","to":"received"})";
        QTest::newRow("no day") << "stage.moved" << R"({"from":"received","on":"2026-02-30","reason":"","to":"screening"})";
        QTest::newRow("due before it begins")
            << "clock.started" << R"({"citation":"","clock":"reply","counts":"service","days":20,"due":"2026-11-19","from":"2026-11-20","goal":false,"reason":"r","title":"t","unit":"calendar"})";
        QTest::newRow("days without a unit")
            << "clock.started" << R"({"citation":"","clock":"reply","counts":"service","days":20,"due":"2026-12-19","from":"2026-11-20","goal":false,"reason":"r","title":"t","unit":""})";
        QTest::newRow("too many days")
            << "clock.started" << R"({"citation":"","clock":"reply","counts":"service","days":99999,"due":"2026-12-19","from":"2026-11-20","goal":false,"reason":"r","title":"t","unit":"calendar"})";
        QTest::newRow("a line break in an authority")
            << "eligibility.recorded" << R"({"access":"Secret","authority":"DCSA\nDIA","conditions":[],"exception":"","reason":"r","since":"2026-11-20","status":"eligible","until":""})";
        QTest::newRow("ends before it begins")
            << "eligibility.recorded" << R"({"access":"Secret","authority":"DCSA","conditions":[],"exception":"","reason":"r","since":"2026-11-20","status":"interim","until":"2026-11-19"})";
        QTest::newRow("condition 0")
            << "eligibility.monitored" << R"({"access":"S","authority":"D","condition":0,"evidence":[],"on":"2026-11-20","standing":"met","words":""})";
        const std::string digest(64, 'a');
        const auto letter = [&digest](const char *kind, const char *addressee, const std::string &paper) {
            return QString::fromStdString(R"({"addressee":")" + std::string(addressee) + R"(","form":")" + digest + R"(","kind":")" + kind + R"(","on":"2026-11-23","paper":")" + paper +
                                          R"(","version":"1.0"})");
        };
        QTest::newRow("no such letter") << "letter.issued" << letter("decree", "A", digest);
        QTest::newRow("a letter to nobody") << "letter.issued" << letter("denial", "", digest);
        QTest::newRow("a letter without its file") << "letter.issued" << letter("denial", "A", "12");
        QTest::newRow("internal said twice over") << "reasons.written" << R"({"paragraphs":[{"cites":[],"internal":false,"text":"x"}]})";
    }
    void hostileBodies()
    {
        QFETCH(QString, kind);
        QFETCH(QString, body);
        const auto json = codec::parseJson(viewOf(body.toStdString()));
        QVERIFY(json.ok());
        const auto event = decodeEvent(kind.toStdString(), *json);
        QVERIFY(!event.ok());
        QVERIFY(event.fault().code == FaultCode::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestModelProceedings)
#include "tst_model_proceedings.moc"
