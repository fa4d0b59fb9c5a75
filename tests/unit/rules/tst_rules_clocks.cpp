// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks: lengths from the pack, beginnings from the history, days and business days, and the words of what is due.
#include "core/rules/clocks.h"
#include "core/rules/dues.h"
#include "samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using model::Dossier;
using model::Stage;

namespace {

DayNumber day(const std::string &text)
{
    const auto number = dayNumber(text);
    return number.ok() ? *number : 0;
}
const DayNumber today = day("2026-11-23"); // a Monday

Dossier served(const std::string &on)
{
    Dossier dossier = samplecase::complete();
    dossier.proceedings.stage = Stage::Served;
    dossier.proceedings.steps = {{Stage::SorIssued, Stage::Served, Stage::SorIssued, true, on, "by hand", samplecase::by(samplecase::adjudicator())}};
    return dossier;
}

packs::HolidayList closed()
{
    const auto all = packs::loadHolidays(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "holidays");
    return all.ok() ? *all : packs::HolidayList();
}
Result<model::ClockStarted> start(const Dossier &dossier, const ClockWish &wish) { return startOf(dossier, {samplecase::pack()}, wish, today); }

Dossier running(const std::string &unit = "calendar")
{
    Dossier dossier = served("2026-11-20");
    model::ClockState clock;
    clock.started = {"reply", "Answer", "service", "2026-11-20", "2026-12-10", 20, unit, false, "", "served"};
    clock.due = "2026-12-10";
    dossier.proceedings.clocks = {clock};
    return dossier;
}

} // namespace

class TestRulesClocks : public QObject {
    Q_OBJECT

private slots:
    void days_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("due");
        QTest::newRow("calendar") << "2026-11-20" << 20 << "calendar" << "2026-12-10";
        QTest::newRow("leap day") << "2028-02-28" << 1 << "calendar" << "2028-02-29";
        QTest::newRow("year end") << "2026-12-31" << 1 << "calendar" << "2027-01-01";
        QTest::newRow("from a Friday") << "2026-11-20" << 1 << "business" << "2026-11-23";
        QTest::newRow("from a Saturday") << "2026-11-21" << 1 << "business" << "2026-11-23";
        QTest::newRow("a week of them") << "2026-11-20" << 5 << "business" << "2026-11-27";
        QTest::newRow("two weeks") << "2026-11-23" << 10 << "business" << "2026-12-07";
    }
    void days()
    {
        QFETCH(QString, from);
        QFETCH(int, days);
        QFETCH(QString, unit);
        QFETCH(QString, due);
        QCOMPARE(QString::fromStdString(dayText(daysAfter(day(from.toStdString()), static_cast<std::uint32_t>(days), unit.toStdString()).last)), due);
    }

    // Days on which offices are closed are not counted, and which they were is said.
    void holidays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("words");
        QTest::newRow("none on the way") << "2026-11-16" << 5 << "2026-11-23" << "";
        QTest::newRow("a Thursday") << "2026-11-23" << 5 << "2026-12-01" << "holiday: Thanksgiving Day, 2026-11-26";
        QTest::newRow("it ends on one") << "2026-11-23" << 3 << "2026-11-27" << "holiday: Thanksgiving Day, 2026-11-26";
        QTest::newRow("from one") << "2026-11-26" << 1 << "2026-11-27" << "";
        QTest::newRow("two over the end of the year") << "2026-12-23" << 6 << "2027-01-04" << "holiday: Christmas Day, 2026-12-25; New Year's Day, 2027-01-01";
        QTest::newRow("on a Saturday, observed before") << "2026-07-01" << 2 << "2026-07-06" << "holiday: Independence Day (observed), 2026-07-03";
        QTest::newRow("on a Sunday, observed after") << "2027-07-02" << 1 << "2027-07-06" << "holiday: Independence Day (observed), 2027-07-05";
        QTest::newRow("observed in the year before") << "2027-12-29" << 2 << "2028-01-03" << "holiday: New Year's Day (observed), 2027-12-31";
    }
    void holidays()
    {
        QFETCH(QString, from);
        QFETCH(int, days);
        QFETCH(QString, due);
        QFETCH(QString, words);
        const auto counted = daysAfter(day(from.toStdString()), static_cast<std::uint32_t>(days), "business", closed());
        QCOMPARE(QString::fromStdString(dayText(counted.last)), due);
        QCOMPARE(QString::fromStdString(holidayWords(reasonWith("by hand", counted.holidays))), words);
        QCOMPARE(dayText(daysAfter(day(from.toStdString()), static_cast<std::uint32_t>(days), "calendar", closed()).last), dayText(day(from.toStdString()) + days));
    }

    void aClockSaysWhichHolidaysMovedIt()
    {
        const ClockWish wish{"reciprocity", "", "", "2026-11-20", "", "asked by hand"};
        const auto without = startOf(served("2026-11-20"), {samplecase::pack()}, wish, today);
        QVERIFY(without.ok());
        QCOMPARE(without->due, std::string("2026-11-27"));
        QCOMPARE(without->reason, std::string("asked by hand"));
        Dossier dossier = served("2026-11-20");
        const auto started = startOf(dossier, {samplecase::pack()}, wish, today, closed());
        QVERIFY(started.ok());
        QCOMPARE(started->due, std::string("2026-11-30"));
        QCOMPARE(started->reason, std::string("asked by hand (holiday: Thanksgiving Day, 2026-11-26)"));
        // Another country's holidays, and a clock of calendar days, move nothing.
        auto elsewhere = std::make_shared<packs::Holidays>(*closed()[0]);
        elsewhere->jurisdiction = "UK";
        QCOMPARE(startOf(dossier, {samplecase::pack()}, wish, today, {elsewhere})->due, std::string("2026-11-27"));
        QCOMPARE(startOf(dossier, {samplecase::pack()}, {"reply", "", "", "", "", "served by hand"}, today, closed())->reason, std::string("served by hand"));
        // It stood still over the holiday: that day counts neither as standing still nor in what is left.
        dossier.proceedings.clocks.push_back({*started, started->due, "2026-11-23", "waits", false, {}, {}});
        const auto onward = resumptionOf(dossier, "reciprocity", "2026-11-27", "came", day("2026-11-27"), {samplecase::pack()}, closed());
        QVERIFY2(onward.ok(), onward.ok() ? "" : onward.fault().detail.c_str());
        QCOMPARE(onward->due, std::string("2026-12-03")); // three days: 24, 25 and 27 November
        QCOMPARE(onward->reason, std::string("came"));
    }

    void wordsOfAPersonAreNoHolidays()
    {
        QCOMPARE(reasonWith("by hand", {}), std::string("by hand"));
        for (const char *words : {"", "by hand", "by hand (at the office)", "(holiday", " (holiday: ", "it was a holiday: so what"})
            QCOMPARE(holidayWords(words), std::string());
    }

    void noServiceNoClock()
    {
        const auto refused = start(samplecase::complete(), {"reply", "", "", "", "", "served"});
        QVERIFY(!refused.ok());
        QVERIFY(refused.fault().code == FaultCode::NotAllowed);
        QVERIFY2(refused.fault().detail.find("no service is recorded") != std::string::npos, refused.fault().detail.c_str());
    }

    void thePackSaysHowLong()
    {
        const auto clock = start(served("2026-11-20"), {"reply", "", "", "", "", "served by hand"});
        QVERIFY(clock.ok());
        QCOMPARE(clock->from, std::string("2026-11-20"));
        QCOMPARE(clock->due, std::string("2026-12-10"));
        QCOMPARE(clock->days, 20U);
        QVERIFY(!clock->goal);
        QVERIFY(!start(served("2026-11-20"), {"reply", "", "", "", "2027-12-10", "longer"}).ok());  // nobody makes it longer by starting it
        QVERIFY(!start(served("2026-11-20"), {"reply", "", "", "2026-11-22", "", "later"}).ok());   // nor by another beginning
        QVERIFY(!start(served("2026-11-20"), {"reply", "", "", "", "", " "}).ok());
        QVERIFY(start(served("2026-11-20"), {"investigate", "", "", "", "", "opened"})->goal);
    }

    void aReopenedCaseIsServedAnew()
    {
        Dossier dossier = served("2026-11-20");
        dossier.proceedings.steps.push_back({Stage::Closed, Stage::Reopened, Stage::Closed, true, "2026-11-22", "incident", {}});
        QVERIFY(!start(dossier, {"reply", "", "", "", "", "served"}).ok());
    }

    void clocksOfTheOffice()
    {
        const Dossier dossier = samplecase::complete();
        QVERIFY(!start(dossier, {"appeal", "", "", "2026-11-20", "", "notice of appeal"}).ok());   // no length anywhere
        const auto clock = start(dossier, {"appeal", "Appeal", "", "2026-11-20", "2026-12-05", "15 days, letter of the board"});
        QVERIFY(clock.ok());
        QCOMPARE(clock->days, 0U);
        QCOMPARE(clock->counts, std::string("request"));
        QVERIFY(!start(dossier, {"appeal", "Appeal", "", "2026-12-20", "2026-12-25", "r"}).ok());  // has not come yet
        QVERIFY(!start(dossier, {"appeal", "Appeal", "birthday", "2026-11-20", "2026-12-25", "r"}).ok());
        QVERIFY(!start(dossier, {"appeal", "Appeal", "", "2026-11-20", "2026-11-19", "r"}).ok());
    }

    void startedOnce()
    {
        const auto again = start(running(), {"reply", "", "", "", "", "served"});
        QVERIFY(!again.ok());
        QVERIFY(again.fault().code == FaultCode::AlreadyExists);
    }

    void extendedStoppedAndGoingOn()
    {
        Dossier dossier = running();
        QVERIFY(mayExtend(dossier, {"reply", "2026-12-20", "counsel was ill"}).ok());
        QVERIFY(!mayExtend(dossier, {"reply", "2026-12-10", "no later"}).ok());
        QVERIFY(!mayExtend(dossier, {"reply", "2026-12-20", ""}).ok());
        QVERIFY(!mayExtend(dossier, {"hearing", "2026-12-20", "r"}).ok());
        QVERIFY(mayStop(dossier, {"reply", "2026-11-21", false, "the file is being completed"}, today).ok());
        QVERIFY(!mayStop(dossier, {"reply", "2026-11-24", false, "r"}, today).ok());
        QVERIFY(!mayStop(dossier, {"reply", "2026-11-19", false, "r"}, today).ok());
        QVERIFY(!mayStop(dossier, {"reply", "2026-11-21", false, "\n"}, today).ok());
        QVERIFY(!resumptionOf(dossier, "reply", "2026-11-22", "r", today).ok()); // it runs
        dossier.proceedings.clocks[0].stoppedOn = "2026-11-20";
        QVERIFY(!mayStop(dossier, {"reply", "2026-11-21", false, "again"}, today).ok());
        QVERIFY(mayStop(dossier, {"reply", "2026-11-21", true, "answered"}, today).ok());
        const auto onward = resumptionOf(dossier, "reply", "2026-11-23", "complete", today);
        QVERIFY(onward.ok());
        QCOMPARE(onward->due, std::string("2026-12-13")); // three days later
        QVERIFY(!resumptionOf(dossier, "reply", "2026-11-19", "r", today).ok());
    }

    void businessDaysStandStillAsSuch()
    {
        Dossier dossier = running("business");
        dossier.proceedings.clocks[0].stoppedOn = "2026-11-20"; // a Friday
        const auto onward = resumptionOf(dossier, "reply", "2026-11-23", "complete", today);
        QVERIFY(onward.ok());
        QCOMPARE(onward->due, std::string("2026-12-11")); // one business day
    }

    void wordsOfADay_data()
    {
        QTest::addColumn<QString>("on");
        QTest::addColumn<QString>("words");
        QTest::newRow("later") << "2026-12-03" << "due 3 Dec";
        QTest::newRow("another year") << "2027-01-09" << "due 9 Jan 2027";
        QTest::newRow("today") << "2026-11-23" << "due today";
        QTest::newRow("yesterday") << "2026-11-22" << "overdue by 1 day";
        QTest::newRow("before") << "2026-11-19" << "overdue by 4 days";
    }
    void wordsOfADay()
    {
        QFETCH(QString, on);
        QFETCH(QString, words);
        QCOMPARE(QString::fromStdString(dueWords({"x", on.toStdString(), {}, {}, false}, today)), words);
        QCOMPARE(dueWords({"x", on.toStdString(), "2026-11-20", "counsel is ill", false}, today), std::string("stopped since 20 Nov because counsel is ill"));
    }

    void whatIsDueIsListedByDay()
    {
        Dossier dossier = running();
        dossier.facts.due = "2026-12-31";
        model::EligibilityLine line;
        line.recorded = {"DCSA", "Secret", model::EligibilityStatus::Interim, "2026-11-01", "2026-12-01", "", {{"finish the counselling", "2026-11-30"}, {"met one", "2026-11-29"}}, "r", {}};
        line.monitored[2] = {{"DCSA", "Secret", 2, model::ConditionStanding::Met, "2026-11-20", {}, "w"}, {}};
        line.set.seq = 9; // after what was found: that was known when the interim was given
        dossier.proceedings.eligibility[{"DCSA", "Secret"}] = {line};
        std::vector<std::string> days;
        for (const Due &due : duesOf(dossier))
            days.push_back(due.day);
        QVERIFY((days == std::vector<std::string>{"2026-11-30", "2026-12-01", "2026-12-10", "2026-12-31"}));
        dossier.proceedings.clocks[0].done = true;
        dossier.proceedings.stage = Stage::Closed;
        QCOMPARE(duesOf(dossier).size(), std::size_t{2});
    }

    void aServedStatementWithoutItsClockIsDue()
    {
        Dossier dossier = served("2026-11-20");
        const auto list = duesOf(dossier);
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list[0].what, std::string("The statement was served, and no clock of the reply has been started"));
        QCOMPARE(list[0].day, std::string("2026-11-20"));
        QCOMPARE(duesOf(running()).front().what, std::string("Answer"));
        QCOMPARE(duesOf(running()).size(), std::size_t{1});
        dossier.proceedings.stage = Stage::ResponseReceived;
        QVERIFY(duesOf(dossier).empty());
    }

    // What came before the interim was recorded was known then; what comes after asks whether it stands.
    void anInterimIsLookedAtAgain()
    {
        model::Dossier dossier;
        model::EligibilityRecorded interim{"DCSA", "Secret", model::EligibilityStatus::Interim, "2026-11-01", "2027-02-01", "", {}, "limited checks", {}};
        dossier.proceedings.eligibility[{"DCSA", "Secret"}].push_back({interim, {5, Instant{1'763'800'000'000}, {}}, {}});
        const model::ConditionRef condition{"us-sead4-2017", "19(a)"};
        const auto found = [&](model::ConditionFinding finding, std::uint64_t seq) {
            dossier.conditions[condition] = {finding, "so", {seq, Instant{1'763'900'000'000}, {}}};
            return duesOf(dossier);
        };
        QCOMPARE(found(model::ConditionFinding::Established, 4).size(), std::size_t{1});
        QCOMPARE(found(model::ConditionFinding::NotEstablished, 6).size(), std::size_t{1});
        const std::vector<Due> after = found(model::ConditionFinding::Established, 6);
        QCOMPARE(after.size(), std::size_t{2});
        QCOMPARE(after[0].what, std::string("Secret, DCSA: derogatory information came; decide whether the interim eligibility is withdrawn"));
        QCOMPARE(after[0].day, std::string("2025-11-23"));
        // An eligibility that is no interim does not end by itself.
        dossier.proceedings.eligibility[{"DCSA", "Secret"}].back().recorded.status = model::EligibilityStatus::Eligible;
        QCOMPARE(duesOf(dossier).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestRulesClocks)
#include "tst_rules_clocks.moc"
