// SPDX-License-Identifier: GPL-3.0-or-later
// What the gate asks of a statement of reasons: one thing at a time.
#include "core/rules/completeness.h"
#include "samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;
using model::AllegationFinding;

namespace {

constexpr std::uint64_t first = 60, second = 61;

model::AllegationState alleged(std::uint64_t number, const std::string &label)
{
    model::AllegationState it;
    it.id = newId<AllegationId>(number);
    it.states.label = label;
    it.states.pack = pack()->id;
    it.states.guideline = "E";
    it.states.text = "You left it out.";
    it.states.evidence = {newId<PassageId>(20)};
    it.made = by(adjudicator());
    return it;
}

void find(model::AllegationState &it, AllegationFinding finding, std::vector<std::string> established = {})
{
    it.finding = {{it.id, finding, std::move(established), "because"}, by(adjudicator())};
}

// Complete, and with two sub-paragraphs found against the subject, the second taking over the first one's facts.
model::Dossier withStatement()
{
    model::Dossier dossier = complete();
    dossier.allegations = {alleged(first, "1.a"), alleged(second, "1.b")};
    dossier.allegations[1].states.evidence.clear();
    dossier.allegations[1].states.repeats = {dossier.allegations[0].id};
    for (model::AllegationState &it : dossier.allegations)
        find(it, AllegationFinding::Against, {"16(a)"});
    return dossier;
}

// But for what the reasons name: tst_rules_documentation.
std::vector<Check> openIn(const model::Dossier &dossier)
{
    std::vector<Check> open;
    for (const Check &check : completeness(dossier, *pack()).checks)
        if (check.open && check.id.rfind("documentation.", 0) != 0)
            open.push_back(check);
    return open;
}

} // namespace

class TestRulesAllegations : public QObject {
    Q_OBJECT

    static void onlyOpen(const model::Dossier &dossier, const char *id, const std::string &target, const char *text, Severity severity)
    {
        const auto open = openIn(dossier);
        QVERIFY2(open.size() == 1, open.size() > 1 ? open[1].text.c_str() : "nothing is open");
        QCOMPARE(open[0].id, std::string(id));
        QCOMPARE(open[0].text, std::string(text));
        QCOMPARE(open[0].target.id, target);
        QVERIFY(open[0].severity == severity);
        model::Dossier explained = dossier;
        explained.explained[{open[0].id, open[0].key()}] = "it is so";
        QCOMPARE(openIn(explained).empty(), severity == Severity::NeedsExplanation);
    }

private slots:
    void anAdministrativeOutcomeAsksForNoFinding()
    {
        model::Dossier dossier = withStatement();
        dossier.allegations[0].finding.reset();
        dossier.allegations[1].mitigators["17(c)"] = {{dossier.allegations[1].id, "17(c)", model::MitigatorStanding::Claimed, {}, ""}, by(adjudicator())};
        QCOMPARE(openIn(dossier).size(), std::size_t{2});
        propose(dossier, "loss-of-jurisdiction");
        QVERIFY(openIn(dossier).empty());
        // What was alleged stays alleged: that it rests on nothing needs a word.
        dossier.allegations[0].states.evidence.clear();
        QCOMPARE(openIn(dossier).size(), std::size_t{2}); // and the one that takes it over
        QCOMPARE(openIn(dossier)[0].id, std::string("allegation-without-passage"));
    }

    void aWholeStatementPasses() { QVERIFY(openIn(withStatement()).empty()); }

    // Each level takes over both of the level below: as many ways down as two to the number of levels.
    void sharedFactsAreLookedAtOnce()
    {
        model::Dossier dossier = complete();
        constexpr std::uint64_t levels = 40;
        for (std::uint64_t level = 0; level < levels; ++level)
            for (const char side : {'a', 'b'}) {
                dossier.allegations.push_back(alleged(first + 2 * level + (side == 'b' ? 1 : 0), std::to_string(level + 1) + "." + side));
                model::AllegationState &it = dossier.allegations.back();
                it.states.evidence.clear();
                if (level > 0)
                    it.states.repeats = {newId<AllegationId>(first + 2 * level - 2), newId<AllegationId>(first + 2 * level - 1)};
                find(it, AllegationFinding::Against, {"16(a)"});
            }
        QCOMPARE(openIn(dossier).size(), std::size_t(2 * levels));       // nothing below rests on a passage
        dossier.allegations[0].states.evidence = {newId<PassageId>(20)};
        const auto open = openIn(dossier);
        QCOMPARE(open.size(), std::size_t(1));
        QCOMPARE(open[0].text, std::string("Sub-paragraph 1.b rests on no passage of the record"));
        dossier.allegations[1].states.repeats = {dossier.allegations.back().id};                          // round and round
        QVERIFY(openIn(dossier).empty());
    }

    void everySubParagraphHasAFinding()
    {
        model::Dossier dossier = withStatement();
        dossier.allegations[1].finding.reset();
        onlyOpen(dossier, "allegation-without-finding", newId<AllegationId>(second).text(), "Sub-paragraph 1.b has no finding", Severity::Blocks);
    }

    void aWithdrawnOneNeedsNothing()
    {
        model::Dossier dossier = withStatement();
        dossier.allegations[1].finding.reset();
        dossier.allegations[1].dropped = {"a twin", by(adjudicator())};
        QVERIFY(openIn(dossier).empty());
    }

    void everySubParagraphRestsOnTheRecord()
    {
        model::Dossier dossier = withStatement();
        dossier.allegations[1].states.repeats.clear();
        onlyOpen(dossier, "allegation-without-passage", newId<AllegationId>(second).text(), "Sub-paragraph 1.b rests on no passage of the record",
                 Severity::NeedsExplanation);
        // A passage that was untied since is none.
        dossier = withStatement();
        dossier.allegations[0].states.evidence = {newId<PassageId>(99)};
        QCOMPARE(openIn(dossier).size(), std::size_t(2));
    }

    void aCircleOfRepeatsEnds()
    {
        model::Dossier dossier = withStatement();
        dossier.allegations[0].states.evidence.clear();
        dossier.allegations[0].states.repeats = {dossier.allegations[1].id};
        QCOMPARE(openIn(dossier).size(), std::size_t(2));
    }

    void againstNamesWhatItEstablishes()
    {
        model::Dossier dossier = withStatement();
        find(dossier.allegations[0], AllegationFinding::Against);
        onlyOpen(dossier, "against-without-condition", newId<AllegationId>(first).text(),
                 "Sub-paragraph 1.a is found against the subject, and no disqualifying condition is named that it establishes", Severity::NeedsExplanation);
    }

    void whatIsClaimedIsWeighed()
    {
        model::Dossier dossier = withStatement();
        model::MitigatorWeighed claimed{dossier.allegations[0].id, "17(a)", model::MitigatorStanding::Claimed, {}, ""};
        dossier.allegations[0].mitigators["17(a)"] = {claimed, by(adjudicator())};
        onlyOpen(dossier, "mitigator-only-claimed", newId<AllegationId>(first).text(), "Sub-paragraph 1.a: 17(a) is claimed, and neither supported nor refuted",
                 Severity::Blocks);
        dossier.allegations[0].mitigators["17(a)"].weighed.standing = model::MitigatorStanding::Refuted;
        QVERIFY(openIn(dossier).empty());
    }

    void aGuidelineAgreesWithItsSubParagraphs()
    {
        model::Dossier dossier = withStatement();
        for (model::AllegationState &it : dossier.allegations)
            find(it, AllegationFinding::For);
        onlyOpen(dossier, "guideline-against-its-allegations", "E", "Guideline E is found against the subject, but no sub-paragraph is", Severity::NeedsExplanation);
        find(dossier.allegations[0], AllegationFinding::Against, {"16(a)"}); // mixed, as in a third of real decisions
        QVERIFY(openIn(dossier).empty());
    }

    void anAllegationRaisesItsGuideline()
    {
        model::Dossier dossier = complete();
        dossier.allegations = {alleged(first, "2.a")};
        dossier.allegations[0].states.guideline = "F";
        QVERIFY((guidelinesRaised(dossier, *pack()) == std::vector<std::string>{"E", "F"}));
        dossier.allegations[0].dropped = {"not pursued", by(adjudicator())};
        QVERIFY((guidelinesRaised(dossier, *pack()) == std::vector<std::string>{"E"}));
    }
};

QTEST_GUILESS_MAIN(TestRulesAllegations)
#include "tst_rules_allegations.moc"
