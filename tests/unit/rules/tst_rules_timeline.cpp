// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers of a questionnaire, the documents and the passages make of a life in lanes, and the gaps in it.
#include "core/rules/timeline.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/support/outcomes.h"
#include "tests/unit/rules/samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using caseward::tests::must;
using model::Answer;
using samplecase::newId;

namespace {

const DayNumber today = must(dayNumber("2026-11-23"));
const DocumentId form = newId<DocumentId>(1);

// Places as the reader gives them: ten code points each, one behind the other.
std::vector<Answer> placed(const std::vector<std::pair<std::string, std::string>> &said)
{
    std::vector<Answer> answers;
    for (const auto &[path, value] : said) {
        const auto at = static_cast<std::uint32_t>(answers.size() * 10);
        answers.push_back({path, value, {2, at, at + 9}});
    }
    return answers;
}

std::vector<std::pair<std::string, std::string>> job(int number, const std::string &employer, const std::string &from, const std::string &to)
{
    const std::string item = "EmploymentActivities/Employments/Employment[" + std::to_string(number) + "]";
    return {{item + "/DateRange/From", from}, {item + "/DateRange/To", to}, {item + "/CivilEmployment/Employer", employer},
            {item + "/CivilEmployment/PositionTitle", "clerk"}, {item + "/Supervisor/Name", "Somebody Else"}};
}

std::vector<std::pair<std::string, std::string>> operator+(std::vector<std::pair<std::string, std::string>> a,
                                                          const std::vector<std::pair<std::string, std::string>> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const std::vector<std::pair<std::string, std::string>> head = {
    {"Form/Name", "SF86"}, {"DateSubmitted", "2026-06-01"}, {"IdentifyingInformation/Birth/Date", "1980-05-01"},
    {"ResidenceHistory/Residencies/Residency/Address/City", "Monterey"}, {"ResidenceHistory/Residencies/Residency/Address/State", "CA"},
    {"ResidenceHistory/Residencies/Residency/DateRange/From", "2000-01"}, {"ResidenceHistory/Residencies/Residency/DateRange/To", "present"},
    {"ResidenceHistory/Residencies/Residency/Verifier/Address/City", "Elsewhere"},
    {"ResidenceHistory/Residencies/Residency/Verifier/LastContact", "2018-08"},
    {"PersonalReferences/References/Reference/DateRange/From", "2000-01"}, {"PersonalReferences/References/Reference/DateRange/To", "present"},
    {"PersonalReferences/References/Reference/LegalName/Last", "Feldman"}, {"PersonalReferences/References/Reference/LegalName/First", "Marcus"}};

Timeline lineOf(const std::vector<std::pair<std::string, std::string>> &said, const model::Dossier &dossier = {})
{
    return buildTimeline(dossier, {{form, placed(said)}}, today);
}

std::string gapsOf(const Timeline &timeline)
{
    std::string words;
    for (const GapMark &gap : timeline.gaps)
        words += (words.empty() ? "" : "; ") + sentenceOf(gap, timeline) + (gap.noted ? " (noted)" : "") + (gap.isExplained() ? " (explained)" : "");
    return words;
}

const Mark *marked(const Timeline &timeline, const std::string &label)
{
    const auto found = std::ranges::find(timeline.marks, label, &Mark::label);
    return found == timeline.marks.end() ? nullptr : &*found;
}

model::Gap noted(const std::string &lane, const std::string &from, const std::string &to, const std::string &explanation)
{
    return {newId<GapId>(40), lane, from, to, {}, "asked on the phone", explanation, {}, {}};
}

const std::vector<std::pair<std::string, std::string>> twoJobs =
    head + job(1, "Lakeside Bank", "2019-09", "present") + job(2, "Harbor Systems", "2008-02", "2019-04");

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    void answersBecomeMarks()
    {
        const Timeline line = lineOf(twoJobs + std::vector<std::pair<std::string, std::string>>{
            {"EmploymentActivities/Employments/Employment[2]/CivilEmployment/PreviousEmployments/PreviousEmployment/DateRange/From", "2001-01"},
            {"EmploymentActivities/Employments/Employment[2]/CivilEmployment/PreviousEmployments/PreviousEmployment/DateRange/To", "2003-01"},
            {"EmploymentActivities/Employments/Employment[2]/CivilEmployment/PreviousEmployments/PreviousEmployment/PositionTitle", "porter"},
            {"EmploymentActivities/Employments/Employment[2]/Incidents/Incident/Date", "2018-03 (estimated)"},
            {"EmploymentActivities/Employments/Employment[2]/Incidents/Incident/Reason", "late"},
            {"ForeignTravels/List/Trip/DateRange/From", "2017-07-01"}, {"ForeignTravels/List/Trip/DateRange/To", "2017-07-14"},
            {"ForeignTravels/List/Trip/Country", "France"}, {"MedicalRecord2/Visit/DateRange/From", "2011-01"}});
        const Mark *home = marked(line, "Monterey, CA");
        QVERIFY(home);
        QCOMPARE(home->lane, Lane::Residence);
        QCOMPARE(home->place, (model::Span{2, 50, 59}));
        QCOMPARE(home->document, form);
        QVERIFY(home->aboutFrom);
        QVERIFY2(home->aboutTo, "present is what was so when it was submitted");
        QCOMPARE(dayText(home->sureLast), std::string("2026-06-01"));
        QCOMPARE(dayText(home->last), std::string("2026-11-23"));
        QCOMPARE(marked(line, "Lakeside Bank, clerk")->from, std::string("2019-09"));
        QCOMPARE(marked(line, "porter")->lane, Lane::Employment);
        QCOMPARE(marked(line, "Feldman, Marcus")->lane, Lane::References);
        const Mark *incident = marked(line, "late");
        QVERIFY(incident);
        QCOMPARE(incident->lane, Lane::Conduct);
        QVERIFY(incident->isAbout());
        const Mark *trip = marked(line, "France");
        QVERIFY(trip && trip->lane == Lane::Travel && !trip->isAbout());
        QCOMPARE(line.marks.size(), std::size_t(8)); // and the submission; nobody's last contact, nothing medical
    }

    void gapsAreNamed()
    {
        QCOMPARE(gapsOf(lineOf(twoJobs)),
                 std::string("Employment: 123 days that no answer covers, 2019-05-01 to 2019-08-31, between Harbor Systems, clerk and Lakeside Bank, clerk"));
        QCOMPARE(gapsOf(lineOf(head + job(1, "Harbor Systems", "2008-02", "2026-10-31"))),
                 std::string("Employment: 23 days that no answer covers, 2026-11-01 to 2026-11-23, after Harbor Systems, clerk"));
        QCOMPARE(gapsOf(lineOf(head)), std::string("Employment: 3653 days that no answer covers, 2016-11-23 to 2026-11-23"));
        QVERIFY2(buildTimeline({}, {}, today).isEmpty(), "without a questionnaire nothing is missing");
    }

    void badDatesAreShownAndCoverNothing()
    {
        const Timeline line = lineOf(head + job(1, "A", "2019-09", "present") + job(2, "B", "2019-06", "2018-02") + job(3, "C", "2008-01", "2016-12")
                                     + job(4, "D", "some time", "later") + job(5, "E", "2017-03", "") + job(6, "F", "2030-01", "2031-01"));
        QCOMPARE(marked(line, "B, clerk")->trouble, Trouble::Reversed);
        QCOMPARE(marked(line, "E, clerk")->trouble, Trouble::NoEnd);
        QCOMPARE(marked(line, "F, clerk")->trouble, Trouble::Future);
        QVERIFY(!marked(line, "D, clerk"));
        QCOMPARE(line.undated.size(), std::size_t(1));
        QCOMPARE(line.undated[0].trouble, Trouble::Unreadable);
        // E covers the month it names, and no more.
        QCOMPARE(gapsOf(line), std::string("Employment: 59 days that no answer covers, 2017-01-01 to 2017-02-28, between C, clerk and E, clerk; "
                                           "Employment: 883 days that no answer covers, 2017-04-01 to 2019-08-31, between E, clerk and A, clerk"));
    }

    void theYearsRequired_data()
    {
        QTest::addColumn<QString>("formName");
        QTest::addColumn<QString>("born");
        QTest::addColumn<int>("homes");
        QTest::addColumn<int>("references");
        const auto row = [](const char *form, const char *born, int homes, int references) {
            QTest::addRow("%s born %s", form, born) << QString(form) << QString(born) << homes << references;
        };
        row("SF86", "1980-05-01", 10, 7);
        row("SF86", "", 10, 7);
        row("SF86", "2003-11-23", 5, 7);
        row("SF86", "2003-11-24", 4, 7);
        row("SF86", "2008-01-01", 2, 7);
        row("SF85P", "1980-05-01", 7, 0);
        row("SF85", "1980-05-01", 5, 0);
        row("PVQ", "1980-05-01", 10, 0);
    }
    void theYearsRequired()
    {
        QFETCH(QString, formName);
        QFETCH(QString, born);
        QFETCH(int, homes);
        QFETCH(int, references);
        const FormFacts facts = factsOf(placed({{"Form/Name", formName.toStdString()}, {"IdentifyingInformation/Birth/Date", born.toStdString()}}));
        QCOMPARE(yearsRequired(Lane::Residence, facts, today), homes);
        QCOMPARE(yearsRequired(Lane::Employment, facts, today), homes);
        QCOMPARE(yearsRequired(Lane::References, facts, today), references);
        QCOMPARE(yearsRequired(Lane::Education, facts, today), 0);
    }

    void aNotedGapIsTheFoundOne_data()
    {
        QTest::addColumn<QString>("lane");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("same");
        // The hole is 2019-05-01 to 2019-08-31.
        QTest::newRow("its days") << "employment" << "2019-05-01" << "2019-08-31" << true;
        QTest::newRow("its months") << "Employment" << "2019-05" << "2019-08" << true;
        QTest::newRow("thirty days short") << "employment" << "2019-05-31" << "2019-08-01" << true;
        QTest::newRow("a month of it only") << "employment" << "2019-05-01" << "2019-05-31" << false;
        QTest::newRow("another lane") << "residence" << "2019-05-01" << "2019-08-31" << false;
        QTest::newRow("another year") << "employment" << "2018-05-01" << "2018-08-31" << false;
    }
    void aNotedGapIsTheFoundOne()
    {
        QFETCH(QString, lane);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, same);
        model::Dossier dossier;
        dossier.gaps = {noted(lane.toStdString(), from.toStdString(), to.toStdString(), "travelled")};
        const Timeline line = lineOf(twoJobs, dossier);
        QCOMPARE(line.gaps.size(), std::size_t(same ? 1 : 2));
        QCOMPARE(std::ranges::count_if(line.gaps, [](const GapMark &gap) { return gap.found && gap.isExplained(); }), same ? 1 : 0);
        QCOMPARE(std::ranges::count_if(line.gaps, [](const GapMark &gap) { return !gap.found; }), same ? 0 : 1);
    }

    void notedWithoutDates()
    {
        model::Dossier dossier;
        dossier.gaps = {noted("employment", "", "", ""), noted("savings", "2019-01", "2019-05", "")};
        const Timeline line = buildTimeline(dossier, {}, today);
        QCOMPARE(line.undated.size(), std::size_t(2));
        QVERIFY(line.gaps.empty());
    }

    void nothingIsSavedOrChanged()
    {
        const model::Dossier dossier = samplecase::complete();
        const std::size_t gaps = dossier.gaps.size();
        const Timeline line = lineOf(twoJobs, dossier);
        QCOMPARE(dossier.gaps.size(), gaps);
        QVERIFY(std::ranges::none_of(line.marks, [](const Mark &mark) { return mark.label.find("gap") != std::string::npos; }));
    }

    void documentsPassagesAndContradictions()
    {
        model::Dossier dossier;
        model::DocumentState report = samplecase::document(2, "Report of investigation", 4);
        report.facts.date = "2026-08-15";
        model::DocumentState questionnaire = samplecase::document(3, "Questionnaire", 4);
        questionnaire.facts.document = form;
        questionnaire.facts.date = "2026-06-01";
        dossier.documents = {report, questionnaire};
        model::Tie tie = samplecase::tie(20, "16(a)");
        tie.anchor.document = report.facts.document;
        tie.anchor.span = {3, 100, 140};
        tie.anchor.quote = "worked as a caregiver";
        tie.appraisal.from = "2017-06";
        tie.appraisal.about = true;
        dossier.ties = {tie, samplecase::tie(21, "17(a)")};
        model::Anchor claimed, found, nowhere;
        claimed.document = form;
        claimed.span = {1, 0, 5};
        claimed.quote = "No other employment";
        found.document = report.facts.document;
        found.span = {3, 120, 130};
        found.quote = "caregiver";
        nowhere.document = newId<DocumentId>(9);
        dossier.contradictions = {{newId<ContradictionId>(30), claimed, found, "", "", {}, {}},
                                  {newId<ContradictionId>(31), nowhere, nowhere, "", "", {}, {}},
                                  {newId<ContradictionId>(32), claimed, nowhere, "", "", {}, {}}};
        const Timeline line = lineOf(twoJobs, dossier);
        const auto of = [&](Mark::Kind kind) { return std::ranges::count(line.marks, kind, &Mark::kind); };
        QCOMPARE(of(Mark::Kind::Document), 2); // the day of submission is the questionnaire's own
        QCOMPARE(of(Mark::Kind::Passage), 1);
        QCOMPARE(of(Mark::Kind::Contradiction), 2);
        const Mark *passage = marked(line, "16(a): worked as a caregiver");
        QVERIFY(passage && passage->isAbout() && passage->passage == tie.id);
        const auto contradiction = std::ranges::find(line.marks, std::optional(newId<ContradictionId>(30)), &Mark::contradiction);
        QVERIFY(contradiction != line.marks.end());
        QCOMPARE(contradiction->from, std::string("2017-06")); // when the conduct was
        QCOMPARE(contradiction->place, claimed.span);          // and it leads to what was claimed
        QCOMPARE(line.undated.size(), std::size_t(1));
        QVERIFY(std::ranges::is_sorted(line.marks, {}, [](const Mark &mark) { return std::pair(mark.lane, mark.first); }));
        QCOMPARE(dayText(line.reach().first), std::string("2000-01-01"));
        QCOMPARE(line.reach().second, today);
    }

    void aHugeFormIsQuick()
    {
        // 100,000 dates in one section without entries: what is looked for around each of them is bounded.
        std::vector<Answer> answers;
        for (std::uint32_t i = 0; i < 100'000; ++i)
            answers.push_back({"PoliceRecord/Date[" + std::to_string(i) + "]", "2015-03", {1, i, i + 1}});
        QCOMPARE(spansIn(answers, today).size(), std::size_t(100'000));
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_rules_timeline.moc"
