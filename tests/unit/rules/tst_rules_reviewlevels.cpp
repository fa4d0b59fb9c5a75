// SPDX-License-Identifier: GPL-3.0-or-later
// How many people a decision needs, from the committed tables, and that nobody denies alone whatever a table says.
#include "core/rules/permissions.h"
#include "core/rules/reviewlevels.h"
#include "samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using model::CaseStatus;
using model::Dossier;

namespace {

ReviewNeed need(const Dossier &dossier, const std::string &outcome, const packs::PackPtr &pack = samplecase::pack())
{
    const packs::Outcome *found = pack->outcome(outcome);
    if (found == nullptr)
        qFatal("no outcome %s", outcome.c_str());
    return reviewOf(dossier, {pack}, *found);
}

Dossier clean()
{
    Dossier dossier = samplecase::complete();
    dossier.ties.clear();
    dossier.conditions.clear();
    dossier.guidelines.clear();
    return dossier;
}

Actor supervisor(std::uint64_t number) { return {samplecase::newId<PersonId>(number), {"supervisor"}}; }

} // namespace

class TestRulesReviewLevels : public QObject {
    Q_OBJECT

private slots:
    void theCommittedTable()
    {
        QCOMPARE(need(clean(), "grant").levels, 1U);
        QCOMPARE(need(samplecase::complete(), "grant").levels, 2U); // a guideline is raised
        Dossier alleged = clean();
        alleged.allegations.emplace_back();
        QCOMPARE(need(alleged, "grant").levels, 2U);
        alleged.allegations[0].dropped.emplace();
        QCOMPARE(need(alleged, "grant").levels, 1U);
        QVERIFY(need(clean(), "deny").senior && need(clean(), "deny").legal);
        QCOMPARE(need(clean(), "deny").levels, 2U);
        QCOMPARE(need(samplecase::complete(), "loss-of-jurisdiction").levels, 1U);
        QCOMPARE(need(clean(), "grant-with-exception").levels, 2U);
        QVERIFY(!need(clean(), "grant").text.empty());
    }

    // What stands in the place of something the rules ask for is not accepted by one person alone; a remark on the reasons is.
    void anOverrideNeedsASecondPerson()
    {
        Dossier dossier = clean();
        dossier.explained[{"paragraph-without-passage", "0"}] = "The letter says it as a whole.";
        QCOMPARE(need(dossier, "grant").levels, 1U);
        QVERIFY(need(dossier, "grant").overridden.empty());
        dossier.explained[{"component-missing", "police"}] = "The court sent the same.";
        QCOMPARE(need(dossier, "grant").levels, 2U);
        QCOMPARE(need(dossier, "grant").overridden, std::string("component-missing"));
        QVERIFY(need(dossier, "grant").citation.empty()); // it is not the pack that says so
        QCOMPARE(need(dossier, "loss-of-jurisdiction").levels, 1U);
        dossier.proposal.emplace();
        dossier.proposal->outcome.outcome = "grant";
        const std::vector<LevelLine> lines = reviewLines(dossier, {samplecase::pack()});
        QVERIFY(std::ranges::any_of(lines, [](const LevelLine &line) { return line.text.find("explained instead of settled (component-missing)") != std::string::npos; }));
        dossier.explained[{"component-missing", "police"}] = " \n";
        QCOMPARE(need(dossier, "grant").levels, 1U);
        dossier.explained[{"outcome-against-findings", "deny"}] = "said of a denial";
        QCOMPARE(need(dossier, "grant").levels, 1U);
        dossier.explained[{"outcome-against-findings", "grant"}] = "said of this";
        QCOMPARE(need(dossier, "grant").levels, 2U);
    }

    void theStrictestCountsAndNobodyDeniesAlone()
    {
        auto lenient = std::make_shared<packs::Pack>(*samplecase::pack());
        lenient->review = {{"alone", {"deny", "grant"}, "any", 1, false, false, "t", "", "low", {}}};
        QCOMPARE(need(clean(), "deny", lenient).levels, 2U);
        QCOMPARE(need(clean(), "grant", lenient).levels, 1U);
        auto strict = std::make_shared<packs::Pack>(*lenient);
        strict->review = {{"three", {"grant"}, "any", 3, true, false, "t", "", "low", {}}};
        const ReviewNeed both = reviewOf(clean(), {lenient, strict}, *lenient->outcome("grant"));
        QCOMPARE(both.levels, 3U);
        QCOMPARE(both.rule, std::string("three"));
        QVERIFY(both.senior);
        lenient->review.clear();
        QCOMPARE(need(clean(), "grant", lenient).levels, 2U); // no table: as before there was one
        QVERIFY(need(clean(), "grant", lenient).rule.empty());
    }

    void threeLevelsAreThreePeople()
    {
        Dossier dossier = samplecase::complete();
        model::SignedDecision &decision = dossier.decisions.emplace_back();
        decision.when = samplecase::by(samplecase::adjudicator());
        decision.levels = 3;
        const auto concurs = [&](std::uint64_t number) { dossier.reviews.push_back({true, decision.what.digest, "r", {}, samplecase::by(samplecase::newId<PersonId>(number))}); };
        dossier.status = CaseStatus::Signed;
        QCOMPARE(concurrencesMissing(dossier), 2U);
        QVERIFY(mayAct(dossier, supervisor(7), Act::Concur).ok());
        concurs(7);
        dossier.status = CaseStatus::Concurred;
        QCOMPARE(concurrencesMissing(dossier), 1U);
        QVERIFY(!mayAct(dossier, supervisor(7), Act::Concur).ok());       // not twice
        QVERIFY(!mayAct(dossier, supervisor(7), Act::Countersign).ok());  // somebody else must look as well
        QVERIFY(mayAct(dossier, supervisor(8), Act::Concur).ok());
        concurs(8);
        QCOMPARE(concurrencesMissing(dossier), 0U);
        QVERIFY(mayAct(dossier, supervisor(8), Act::Countersign).ok());
        QVERIFY(!mayAct(dossier, supervisor(9), Act::Concur).ok());       // enough have
        QVERIFY(!mayAct(dossier, {samplecase::newId<PersonId>(9), {"adjudicator"}}, Act::Countersign).ok());
    }

    void twoLevelsAreAsBefore()
    {
        Dossier dossier = samplecase::complete();
        dossier.decisions.emplace_back().when = samplecase::by(samplecase::adjudicator());
        dossier.status = CaseStatus::Concurred;
        dossier.reviews.push_back({true, dossier.decisions[0].what.digest, "r", {}, samplecase::by(samplecase::reviewer())});
        QVERIFY(mayAct(dossier, {samplecase::reviewer(), {"supervisor"}}, Act::Countersign).ok());
        QVERIFY(!mayAct(dossier, supervisor(8), Act::Concur).ok());
    }

    void wordsSayWho()
    {
        QCOMPARE(reviewWords({"r", 1, false, false, "", ""}), std::string("One level is enough: the signature of the adjudicator"));
        QVERIFY(reviewWords({"r", 2, true, true, "", ""}).find("with legal advice") != std::string::npos);
        QVERIFY(reviewWords({"r", 3, false, false, "", ""}).find("2 supervisors concur") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestRulesReviewLevels)
#include "tst_rules_reviewlevels.moc"
