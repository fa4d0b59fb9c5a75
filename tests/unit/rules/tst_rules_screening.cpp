// SPDX-License-Identifier: GPL-3.0-or-later
// Screening with the forms file that is shipped: what is missing, which dates cannot be, which entry is blamed for a gap, what must lie
// beside the questionnaire, and what to look at first. Also questionnaires made to be wrong or slow.
#include "core/rules/screening.h"

#include "core/base/clock.h"
#include "core/rules/answerspans.h"
#include "tests/support/outcomes.h"
#include "tests/unit/rules/samplecase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::rules;
using caseward::tests::must;
using model::Answer;
using samplecase::newId;
using Said = std::vector<std::pair<std::string, std::string>>;

namespace {

const DayNumber today = must(dayNumber("2026-11-23"));
const DocumentId questionnaire = newId<DocumentId>(1);

packs::FormsPtr shipped()
{
    static const auto all = must(packs::loadForms(Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "forms"));
    return all.at(0);
}

std::vector<Answer> placed(const Said &said)
{
    std::vector<Answer> answers;
    for (const auto &[path, value] : said) {
        const auto at = static_cast<std::uint32_t>(answers.size() * 10);
        answers.push_back({path, value, {2, at, at + 9}});
    }
    return answers;
}

Said operator+(Said a, const Said &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Said home(int number, const std::string &city, const std::string &from, const std::string &to, bool verified = true)
{
    const std::string item = "ResidenceHistory/Residencies/Residency[" + std::to_string(number) + "]";
    Said said = {{item + "/Address/City", city}};
    if (!from.empty())
        said.push_back({item + "/DateRange/From", from});
    if (!to.empty())
        said.push_back({item + "/DateRange/To", to});
    if (verified)
        said.push_back({item + "/Verifier/LegalName/Last", "Neighbour"});
    return said;
}

Said begun(const std::string &form = "SF86", const std::string &version = "2017-07", const std::string &born = "1980-05-01")
{
    return {{"Form/Name", form}, {"Form/Version", version}, {"IdentifyingInformation/FullName/LegalName/Last", "Kestrel"},
            {"IdentifyingInformation/Birth/Date", born}, {"IdentifyingInformation/Birth/Place/City", "Bexley"}, {"IdentifyingInformation/OtherNamesUsed", "No"}};
}

model::Dossier dossierOf(const std::string &access = "Secret")
{
    model::Dossier dossier;
    dossier.facts.access = access;
    dossier.documents = {samplecase::document(1, "Questionnaire", 20)};
    return dossier;
}

Screening screenedOf(const Said &said, const model::Dossier &dossier = dossierOf(), std::vector<OtherCase> others = {})
{
    return screen({dossier, *shipped(), {samplecase::pack()}, {{questionnaire, placed(said)}}, std::move(others), today});
}

const SectionResult *section(const Screening &screening, const std::string &id)
{
    for (const SectionResult &one : screening.questionnaires.at(0).sections)
        if (one.id == id)
            return &one;
    return nullptr;
}

// "kind: text" of the hints of one section, one a line; what asks for nothing in brackets.
QString hintsOf(const Screening &screening, const std::string &id)
{
    QStringList lines;
    for (const Hint &hint : section(screening, id)->hints)
        lines << QString::fromStdString((hint.isOpen() ? "" : "(") + hint.kind + ": " + hint.text + (hint.isOpen() ? "" : ")"));
    return lines.join('\n');
}

const FileItem *itemOf(const std::vector<FileItem> &items, const std::string &id)
{
    const auto found = std::ranges::find(items, id, &FileItem::id);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

class TestRulesScreening : public QObject {
    Q_OBJECT

private slots:
    // The table of process.md 3.4, and the timeline's own years are the same.
    void lookBack_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("homes");
        QTest::addColumn<int>("record");
        QTest::addColumn<int>("drugs");
        QTest::newRow("SF86") << "SF86" << 10 << 7 << 7;
        QTest::newRow("SF85P") << "SF85P" << 7 << 7 << 7;
        QTest::newRow("SF85") << "SF85" << 5 << 5 << 1;
    }
    void lookBack()
    {
        QFETCH(QString, form);
        const packs::Form *rules = shipped()->form(form.toStdString());
        QVERIFY(rules);
        FormFacts facts;
        facts.form = form.toStdString();
        const auto years = [&](const char *id) { return windowYears(*rules, *shipped()->section(id), rules->asked(id)->back, facts, today); };
        QTEST(years("11"), "homes");
        QTEST(years("13A"), "homes");
        QTEST(years("12"), "homes");
        QTEST(years("13C"), "record");
        QTEST(years("23"), "drugs");
        QCOMPARE(years("11"), yearsRequired(Lane::Residence, facts, today));
        QCOMPARE(years("13A"), yearsRequired(Lane::Employment, facts, today));
        QCOMPARE(years("25"), 0); // ever
    }

    void theYoungAreAskedForLess_data()
    {
        QTest::addColumn<std::string>("born");
        QTest::addColumn<int>("years");
        QTest::newRow("46") << std::string("1980-05-01") << 10;
        QTest::newRow("28 tomorrow") << std::string("1998-11-24") << 9;
        QTest::newRow("28 today") << std::string("1998-11-23") << 10;
        QTest::newRow("21") << std::string("2005-01-01") << 3;
        QTest::newRow("19: at least two") << std::string("2007-01-01") << 2;
        QTest::newRow("10: at least two") << std::string("2016-01-01") << 2;
        QTest::newRow("not born yet: as everybody") << std::string("2030-01-01") << 10;
    }
    void theYoungAreAskedForLess()
    {
        QFETCH(std::string, born);
        FormFacts facts;
        facts.born = must(dayNumber(born));
        const packs::Form *rules = shipped()->form("SF86");
        QTEST(windowYears(*rules, *shipped()->section("11"), rules->asked("11")->back, facts, today), "years");
        QCOMPARE(windowYears(*rules, *shipped()->section("22"), rules->asked("22")->back, facts, today), 7); // not a matter of age
    }

    void whatIsMissingIsNamed()
    {
        const Screening screening = screenedOf(begun() + home(1, "Monterey", "2000-01", "present"));
        QVERIFY(screening.questionnaires.at(0).known);
        QCOMPARE(section(screening, "11")->state, SectionState::Answered);
        QCOMPARE(hintsOf(screening, "11"), QString());
        QCOMPARE(section(screening, "14")->state, SectionState::Missing);
        QCOMPARE(hintsOf(screening, "14"), QString("missing: Section 14, Selective service: there is no answer."));
        QCOMPARE(section(screening, "15D")->state, SectionState::NotAsked); // asked only of those who served
        QCOMPARE(hintsOf(screening, "15D"), QString());
        const Screening partly = screenedOf(begun() + Said{{"PoliceRecord/Past7Years/Answer", "No"}, {"PoliceRecord/Ever/Offenses/Answer", "No"}});
        QCOMPARE(hintsOf(partly, "22"), QString("question: No answer to: Restraining orders."));
        QCOMPARE(section(screenedOf(begun("SF85", "2017-12-draft7")), "21"), nullptr); // not asked by that form at all
    }

    void aQuestionOfAnotherSectionIsNoAnswer()
    {
        // Both are read from MilitaryHistory: discipline is not answered by having served.
        const Screening screening = screenedOf(begun() + Said{{"MilitaryHistory/Answer", "Yes"}, {"MilitaryHistory/ForeignService", "No"}});
        QCOMPARE(section(screening, "15")->state, SectionState::Answered);
        QCOMPARE(section(screening, "15D")->state, SectionState::NotAsked);
        // The name of one section is the beginning of another's.
        QCOMPARE(section(screenedOf(begun() + Said{{"EducationPlans/Answer", "No"}}), "12")->state, SectionState::Missing);
    }

    void theRightEntryIsBlamed()
    {
        // Boundary entries, umbrella and side entries: the hole lies between Port and Bexley, whatever their order in the form.
        const Screening screening = screenedOf(begun() + home(1, "Port", "2023-05-01", "present") + home(2, "Side", "2018-01-01", "2018-03-01") +
                                               home(3, "Bexley", "2010-01-01", "2023-03-15"));
        QCOMPARE(hintsOf(screening, "11"), QString("gap: Residence: 46 days that no answer covers, 2023-03-16 to 2023-04-30, between Bexley and Port."));
        const Hint &gap = section(screening, "11")->hints.at(0);
        QCOMPARE(gap.places.size(), std::size_t(2));
        QCOMPARE(gap.places.at(0).label, std::string("Port"));   // Enter goes to the one that begins too late
        QCOMPARE(gap.places.at(1).label, std::string("Bexley"));
        // Thirty days are tolerated, and the tail has no tolerance.
        QCOMPARE(hintsOf(screenedOf(begun() + home(1, "A", "2010-01-01", "2020-01-01") + home(2, "B", "2020-02-01", "present")), "11"), QString());
        QCOMPARE(hintsOf(screenedOf(begun() + home(1, "A", "2010-01-01", "2026-11-22")), "11"),
                 QString("gap: Residence: 1 day that no answer covers, 2026-11-23 to 2026-11-23, after A."));
    }

    void anExplainedGapIsSettled()
    {
        model::Dossier dossier = dossierOf();
        dossier.gaps.push_back({newId<GapId>(9), "residence", "2023-03-16", "2023-04-30", {}, "", "lived in a tent", {}, {}});
        const Screening screening = screenedOf(begun() + home(1, "Port", "2023-05-01", "present") + home(2, "Bexley", "2010-01-01", "2023-03-15"), dossier);
        QCOMPARE(section(screening, "11")->hints.size(), std::size_t(1));
        QVERIFY(!section(screening, "11")->hints[0].isOpen());
        QCOMPARE(section(screening, "11")->openHints(), 0u);
    }

    void datesThatCannotBe()
    {
        const auto hints = [](const Said &said) { return hintsOf(screenedOf(begun() + said), "11"); };
        const Said now = home(1, "Here", "2000-01-01", "present");
        QVERIFY(hints(now + home(2, "X", "2015-02-31", "2016")).contains("date: '2015-02-31' is no date that any calendar has."));
        QVERIFY(hints(now + home(2, "X", "2015-13", "2016")).contains("date: '2015-13'"));
        QVERIFY(hints(now + home(2, "X", "soon", "2016")).contains("date: 'soon'"));
        QVERIFY(hints(now + home(2, "X", "2018", "2016")).contains("reversed: X ends (2016) before it begins (2018)."));
        QVERIFY(hints(now + home(2, "X", "2027-01", "2027-02")).contains("future: 2027-01 lies after the day of this screening, 2026-11-23."));
        QVERIFY(hints(now + home(2, "X", "1961", "1970")).contains("date: 1961 lies before the subject was born."));
        QVERIFY(hints(now + home(2, "X", "2015", "")).contains("no-date: X: it says from when, and not to when."));
        QVERIFY(hints(now + home(2, "X", "", "2016")).contains("no-date: X: it says to when, and not from when."));
        QVERIFY(hints(now + home(2, "X", "", "")).contains("no-date: An entry says neither from when nor to when: X."));
        QCOMPARE(hints(now + home(2, "X", "2001", "2003")), QString("(outside: X lies outside the look-back of 10 years.)"));
        // Birth in the future is told in its own section, and nothing else is measured by it.
        QVERIFY(hintsOf(screenedOf(begun("SF86", "2017-07", "2031-05-01") + now), "1-6").contains("future: 2031-05-01"));
        QCOMPARE(hintsOf(screenedOf(begun("SF86", "2017-07", "2031-05-01") + now), "11"), QString());
        QVERIFY(hintsOf(screenedOf(begun("SF86", "2017-07", "1980-02-30") + now), "1-6").contains("date: '1980-02-30'"));
        QCOMPARE(hintsOf(screenedOf(begun() + Said{{"USPassport/DoPossessUSPassport", "Yes"}, {"USPassport/ExpirationDate", "2031-01-01"}}), "8"), QString());
    }

    void whoeverIsToConfirmIsNamed()
    {
        const Said before = home(2, "Old", "2010-01-01", "2022-01-01", false); // more than three years ago: nobody is needed
        const QString hints = hintsOf(screenedOf(begun() + home(1, "New", "2022-01-01", "present", false) + before), "11");
        QCOMPARE(hints, QString("verifier: Nobody is named who can confirm: New."));
        QCOMPARE(hintsOf(screenedOf(begun() + home(1, "New", "2022-01-01", "present") + before), "11"), QString());
    }

    void theFewestEntries()
    {
        Said references = begun();
        for (int i = 1; i <= 2; ++i) {
            const std::string item = "PersonalReferences/References/Reference[" + std::to_string(i) + "]";
            references = references + Said{{item + "/DateRange/From", "2010"}, {item + "/DateRange/To", "present"}, {item + "/LegalName/Last", "Friend"}};
        }
        QCOMPARE(hintsOf(screenedOf(references), "16"), QString("entries: At least 3 entries are asked for; there are 2."));
    }

    void anUnknownFormIsHeldAgainstTheLongest()
    {
        const Screening screening = screenedOf(begun("SF999", "1"));
        QVERIFY(!screening.questionnaires.at(0).known);
        QCOMPARE(screening.questionnaires.at(0).rules->id, std::string("SF86"));
        QVERIFY(!screenedOf(begun("SF86", "1995-09")).questionnaires.at(0).known); // a version nobody has seen
        const Screening paper = screenedOf({});
        QVERIFY(!paper.questionnaires.at(0).readable);
        for (const SectionResult &one : paper.questionnaires.at(0).sections) {
            QCOMPARE(one.state, SectionState::NotReadable);
            QVERIFY(one.hints.empty());
        }
    }

    void aDismissalNamesOneHint()
    {
        model::Dossier dossier = dossierOf();
        const Said said = begun() + home(1, "New", "2022-01-01", "present", false) + home(2, "Old", "2010", "2022", false);
        const std::string id = section(screenedOf(said, dossier), "11")->hints.at(0).id;
        dossier.screening.dismissed[id] = {"confirmed by telephone", samplecase::by(samplecase::adjudicator())};
        const Screening after = screenedOf(said, dossier);
        QCOMPARE(section(after, "11")->hints.at(0).settled, std::string("dismissed: confirmed by telephone"));
        QCOMPARE(section(after, "11")->openHints(), 0u);
        QVERIFY(section(after, "14")->openHints() > 0);
    }

    void releases()
    {
        model::Dossier dossier = dossierOf();
        const auto state = [&](const std::string &kind) { return itemOf(screenedOf(begun(), dossier).releases, kind)->state; };
        const auto record = [&](const std::string &kind, const std::string &day, const std::string &until) {
            dossier.screening.releases[kind] = {{kind, day, until, {}, {}}, samplecase::by(samplecase::adjudicator())};
        };
        QCOMPARE(state("general"), std::string("absent"));
        record("general", "", "");
        QCOMPARE(state("general"), std::string("not signed"));
        record("general", "2021-11-23", ""); // five years: its last day is today
        QCOMPARE(state("general"), std::string("in date"));
        record("general", "2021-11-22", "");
        QCOMPARE(state("general"), std::string("out of date"));
        record("general", "2026-11-24", "");
        QCOMPARE(state("general"), std::string("out of date")); // signed tomorrow
        record("medical", "2026-01-01", "2026-06-30");
        QCOMPARE(state("medical"), std::string("out of date"));
        record("credit", "1999-01-01", "");
        QCOMPARE(state("credit"), std::string("in date")); // it has no end of its own
        QVERIFY(itemOf(screenedOf(begun("SF85", "2017-12-draft7")).releases, "medical") == nullptr); // section 21 is not asked
    }

    void componentsOfTheTier()
    {
        QCOMPARE(screenedOf(begun(), dossierOf("Secret")).components.size(), std::size_t(4));
        QCOMPARE(screenedOf(begun(), dossierOf("Top Secret/SCI")).tier, std::string("Tier 5"));
        QCOMPARE(screenedOf(begun(), dossierOf("SECRET with SCI")).tier, std::string("Tier 5"));
        QCOMPARE(screenedOf(begun(), dossierOf("Secretariat")).tier, std::string()); // whole words only
        model::Dossier dossier = dossierOf();
        dossier.screening.components["credit"] = {{"credit", model::ComponentState::Missing, {}, "the bureau did not answer"}, samplecase::by(samplecase::adjudicator())};
        const Screening missing = screenedOf(begun(), dossier);
        QVERIFY(missing.deviation && QString::fromStdString(missing.deviation->text).contains("Deviation territory (Appendix C)"));
        QVERIFY(QString::fromStdString(missing.deviation->text).contains("Credit report"));
        dossier.screening.components["credit"].first.state = model::ComponentState::Waived;
        QVERIFY(itemOf(screenedOf(begun(), dossier).components, "credit")->good);
    }

    void sixMonthsUncoveredAreDeviation()
    {
        const auto jobs = [](const std::string &until, const std::string &from) {
            const std::string item = "EmploymentActivities/Employments/Employment[";
            return begun() + home(1, "A", "2000", "present") +
                Said{{item + "1]/DateRange/From", from}, {item + "1]/DateRange/To", "present"}, {item + "2]/DateRange/From", "2000-01-01"}, {item + "2]/DateRange/To", until}};
        };
        const Screening half = screenedOf(jobs("2022-12-31", "2023-07-03")); // 183 days
        QVERIFY(half.deviation);
        QVERIFY2(half.deviation->text.find("About 6 months of the last 5 years") != std::string::npos, half.deviation->text.c_str());
        QVERIFY(!screenedOf(jobs("2022-12-31", "2023-07-02")).deviation);    // 182 days
        QVERIFY(!screenedOf(jobs("2018-12-31", "2020-07-03")).deviation);    // before the last five years
    }

    void flagsAreNoFindings()
    {
        const Screening screening = screenedOf(begun() + Said{{"IllegalDrugUse/IllegalUse/Answer", "Yes"}, {"PoliceRecord/Past7Years/Offenses/Offense/Description", "Bench WARRANT issued"},
                                                              {"InvestigationRecord/PriorInvestigation/Answer", "yes"}, {"MedicalRecord2/DeclaredAsMentallyIncompetent", "No"}},
                                               dossierOf(), {{newId<CaseId>(7), "PSH-24-0001", "countersigned"}});
        QStringList kinds;
        for (const Hint &flag : screening.flags)
            kinds << QString::fromStdString(flag.kind);
        QCOMPARE(kinds, QStringList({"prior-eligibility", "duplicate-subject", "statutory-bar", "open-warrant"})); // reciprocity first
        QVERIFY(screening.flags[2].why.find("B-P1: No grant or renewal") != std::string::npos);
        QCOMPARE(screening.flags[2].places.at(0).place.page, 2u);
        // Without the pack that has the bar, the bar is none of this case.
        const model::Dossier dossier = dossierOf();
        const Screening without = screen({dossier, *shipped(), {}, {{questionnaire, placed(begun() + Said{{"IllegalDrugUse/IllegalUse", "Yes"}})}}, {}, today});
        QVERIFY(without.flags.empty());
    }

    // A form made to be slow: a hundred thousand answers that are all wrong.
    void enormousIsOnlyEnormous()
    {
        Said said = begun();
        said.reserve(100'100);
        for (int i = 1; i <= 25'000; ++i) {
            const std::string item = "ResidenceHistory/Residencies/Residency[" + std::to_string(i) + "]";
            said.push_back({item + "/DateRange/From", "2015-02-31"});
            said.push_back({item + "/DateRange/To", "1066"});
            said.push_back({item + "/Address/City", std::string(300, 'x')});
            said.push_back({item + "/LastContact", "9999-12-31"});
        }
        const Screening screening = screenedOf(said);
        const SectionResult *homes = section(screening, "11");
        QCOMPARE(homes->hints.size(), mostHints);
        QVERIFY(homes->more > 25'000);
        QCOMPARE(homes->entries, 25'000u);
    }

    void hostilePaths()
    {
        Said said = begun();
        for (const char *path : {"ResidenceHistory", "ResidenceHistory/", "ResidenceHistory//Residency", "ResidenceHistory/Residencies/Residency[", "ResidenceHistory/Residencies/Residency[2",
                                 "ResidenceHistory/Residencies/Residency/", "/", "//", "From", "To", "ResidenceHistory/Residencies/Residency[0]/To", "\xc3\xa9/From"})
            said.push_back({path, "\xe2\x80\xae""2015"});
        QVERIFY(!screenedOf(said).questionnaires.empty());
        QVERIFY(screen({dossierOf(), packs::Forms(), {}, {{questionnaire, placed(said)}}, {}, today}).questionnaires.empty());
    }
};

QTEST_GUILESS_MAIN(TestRulesScreening)
#include "tst_rules_screening.moc"
