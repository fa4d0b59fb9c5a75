// SPDX-License-Identifier: GPL-3.0-or-later
// The completeness gate: a case in which nothing is missing passes; each thing taken away opens exactly its check.
#include "core/rules/completeness.h"
#include "samplecase.h"

#include <QTest>

#include <functional>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;
using model::ConditionFinding;
using model::Dossier;
using model::GuidelineFinding;

namespace {

using Change = std::function<void(Dossier &)>;
using Place = Target::Place;

// What the reasons do not name and what the proceedings ask have tests of their own: tst_rules_documentation, componentsBeforeAGrant() and aStatementBeforeADenial().
std::vector<Check> openOnes(const Gate &gate)
{
    std::vector<Check> open;
    for (const Check &check : gate.checks)
        if (check.open && check.id.rfind("documentation.", 0) != 0 && check.id.rfind("component", 0) != 0 && check.id != "adverse-without-statement"
            && check.id != "review-levels")
            open.push_back(check);
    return open;
}

const Check *find(const Gate &gate, const std::string &id, const std::string &target)
{
    for (const Check &check : gate.checks)
        if (check.id == id && check.target.id == target)
            return &check;
    return nullptr;
}

std::size_t countOf(const Gate &gate, const std::string &id)
{
    std::size_t count = 0;
    for (const Check &check : gate.checks)
        count += check.id == id ? 1 : 0;
    return count;
}

} // namespace

class TestRulesCompleteness : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QCOMPARE(pack()->id, std::string("us-sead4-2017")); }

    void completeCasePasses()
    {
        const Gate gate = completeness(complete(), *pack());
        for (const Check &check : gate.checks)
            QVERIFY2(!check.open, check.text.c_str());
        QCOMPARE(gate.openCount(), std::size_t{0});
        QVERIFY(gate.mayBeSigned());
        // all, passed ones too, in the order of the wizard
        std::vector<std::string> order;
        for (const Check &check : gate.checks)
            if (order.empty() || order.back() != check.id)
                order.push_back(check.id);
        const std::vector<std::string> expected = {
            "disqualifying-without-finding", "established-without-passage", "guideline-without-finding",
            "mitigating-without-finding", "factor-unanswered", "reasons-missing", "paragraph-without-passage",
            "documentation.guideline", "documentation.disqualifying", "documentation.mitigating", "documentation.whole-person", "no-documents", "pages-not-displayed", "contradiction-open", "gap-unexplained", "outcome-missing",
            "outcome-against-findings", "adverse-without-statement", "review-levels"};
        QCOMPARE(order, expected);
        QCOMPARE(countOf(gate, "mitigating-without-finding"), std::size_t{7});
        QCOMPARE(countOf(gate, "factor-unanswered"), std::size_t{9}); // the six of 2(f) are not required
        QCOMPARE(countOf(gate, "pages-not-displayed"), std::size_t{2});
        QCOMPARE(find(gate, "mitigating-without-finding", "17(d)")->text, std::string("E 17(d) has a finding"));
    }

    void emptyCaseIsOpenFromTheFirstMinute()
    {
        Dossier dossier;
        dossier.facts.pack = pack()->ref();
        const Gate gate = completeness(dossier, *pack());
        QCOMPARE(gate.openCount(), std::size_t{9 + 3}); // factors; no reasons, no document, no outcome
        QVERIFY(!gate.mayBeSigned());
        QVERIFY(guidelinesRaised(dossier, *pack()).empty());
    }

    void oneThingMissing_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("target");
        const auto row = [](const char *name, const char *id, const char *text, Place place, const std::string &target,
                            Change change) {
            QTest::newRow(name) << std::move(change) << QString(id) << QString(text) << static_cast<int>(place)
                                << QString::fromStdString(target);
        };
        concerns(row);
        mitigationAndFactors(row);
        reasonsAndRecord(row);
        outcomes(row);
    }

    void oneThingMissing()
    {
        QFETCH(Change, change);
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(int, place);
        QFETCH(QString, target);
        Dossier dossier = complete();
        change(dossier);
        const Gate gate = completeness(dossier, *pack());
        const std::vector<Check> open = openOnes(gate);
        QVERIFY2(open.size() == 1, open.size() > 1 ? open[1].text.c_str() : "nothing is open");
        QCOMPARE(QString::fromStdString(open[0].id), id);
        QCOMPARE(QString::fromStdString(open[0].text), text);
        QCOMPARE(static_cast<int>(open[0].target.place), place);
        QCOMPARE(QString::fromStdString(open[0].target.id), target);
        QVERIFY(!gate.mayBeSigned());

        // Words close a check that needs an explanation, and no other.
        const bool explainable = open[0].severity == Severity::NeedsExplanation;
        QCOMPARE(explainable, id == "paragraph-without-passage" || id == "outcome-against-findings");
        dossier.explained[{open[0].id, open[0].target.id + "x"}] = "said of something else";
        dossier.explained[{open[0].id, open[0].target.id}] = " \n";
        QCOMPARE(openOnes(completeness(dossier, *pack())).size(), std::size_t{1});
        dossier.explained[{open[0].id, open[0].key()}] = "the page speaks for itself";
        const Gate after = completeness(dossier, *pack());
        QCOMPARE(openOnes(after).size(), std::size_t{explainable ? 0u : 1u});
        QCOMPARE(find(after, open[0].id, open[0].target.id)->explanation,
                 std::string(explainable ? "the page speaks for itself" : ""));
    }

    void pagesPointToTheFirstMissing()
    {
        Dossier dossier = complete();
        dossier.documents[1].displayed = {1, 3};
        const Gate gate = completeness(dossier, *pack());
        const Check *check = find(gate, "pages-not-displayed", dossier.documents[1].facts.document.text());
        QVERIFY(check != nullptr && check->open);
        QCOMPARE(check->target.page, 2u);
        QCOMPARE(check->text, std::string("Bank deposit slips: 1 page never displayed (page 2)"));
    }

    void raising()
    {
        Dossier dossier = complete();
        QCOMPARE(guidelinesRaised(dossier, *pack()), (std::vector<std::string>{"E"}));
        // A passage on a mitigating condition raises nothing.
        dossier.ties.push_back(tie(22, "20(a)"));
        QCOMPARE(guidelinesRaised(dossier, *pack()), (std::vector<std::string>{"E"}));
        QVERIFY(completeness(dossier, *pack()).mayBeSigned());
        // One on a disqualifying condition does: its finding, the guideline's, and all seven mitigating conditions.
        dossier.ties.push_back(tie(23, "19(a)"));
        QCOMPARE(guidelinesRaised(dossier, *pack()), (std::vector<std::string>{"E", "F"}));
        QCOMPARE(openOnes(completeness(dossier, *pack())).size(), std::size_t{1 + 1 + 7});
        // So does any finding.
        dossier.ties.pop_back();
        for (const char *id : {"19(b)", "20(b)"}) {
            Dossier found = dossier;
            findCondition(found, id, ConditionFinding::NoEvidence);
            QCOMPARE(guidelinesRaised(found, *pack()), (std::vector<std::string>{"E", "F"}));
        }
        findGuideline(dossier, "B", GuidelineFinding::ForSubject);
        QCOMPARE(guidelinesRaised(dossier, *pack()), (std::vector<std::string>{"B", "E"}));
    }

    void anotherPacksEntriesDoNotCount()
    {
        Dossier dossier = complete();
        dossier.ties.push_back(tie(24, "19(a)"));
        dossier.ties.back().condition.pack = "uk-2020";
        dossier.conditions[{"uk-2020", "19(b)"}] = {ConditionFinding::Established, "", by(adjudicator())};
        dossier.guidelines[{"uk-2020", "F"}] = {GuidelineFinding::AgainstSubject, "", by(adjudicator())};
        QCOMPARE(guidelinesRaised(dossier, *pack()), (std::vector<std::string>{"E"}));
        QVERIFY(completeness(dossier, *pack()).mayBeSigned());
    }

    void notEstablishedNeedsNoPassage()
    {
        Dossier dossier = complete();
        findCondition(dossier, "16(b)", ConditionFinding::NotEstablished);
        QVERIFY(completeness(dossier, *pack()).mayBeSigned());
    }

    void namedExceptionPasses()
    {
        for (const char *code : {"W", "C", "D", "O"}) {
            Dossier dossier = complete();
            findGuideline(dossier, "E", GuidelineFinding::ForSubject);
            propose(dossier, "grant-with-exception", code);
            dossier.reasons[1].text += std::string(" I grant it with exception ") + code + ".";
            const Gate gate = completeness(dossier, *pack());
            QVERIFY(openOnes(gate).empty());
            QVERIFY(!find(gate, "exception-missing", "grant-with-exception")->open);
        }
    }

    void administrativeOutcomeNeedsNoAgreement()
    {
        for (const auto finding : {GuidelineFinding::ForSubject, GuidelineFinding::AgainstSubject}) {
            Dossier dossier = complete();
            findGuideline(dossier, "E", finding);
            propose(dossier, "loss-of-jurisdiction");
            const Gate gate = completeness(dossier, *pack());
            QVERIFY(gate.mayBeSigned());
            QCOMPARE(countOf(gate, "outcome-against-findings"), std::size_t{0});
        }
    }

    void componentsBeforeAGrant()
    {
        Dossier dossier = complete();
        findGuideline(dossier, "E", GuidelineFinding::ForSubject);
        propose(dossier, "grant");
        QVERIFY(find(completeness(dossier, *pack()), "components-unrecorded", "components")->open);
        dossier.screening.components["credit"] = {{"credit", model::ComponentState::Present, {}, ""}, by(adjudicator())};
        QVERIFY(completeness(dossier, *pack()).mayBeSigned());
        dossier.screening.components["police"] = {{"police", model::ComponentState::Missing, {}, "not yet"}, by(adjudicator())};
        const Check *missing = find(completeness(dossier, *pack()), "component-missing", "police");
        QVERIFY(missing != nullptr);
        QVERIFY(!completeness(dossier, *pack()).mayBeSigned());
        Dossier explained = dossier;
        explained.explained[{"component-missing", "police"}] = "the court burnt down";
        QVERIFY(completeness(explained, *pack()).mayBeSigned());
        // Waived is no missing one; exception D is what a deviation is for; a denial does not ask.
        Dossier waived = dossier;
        waived.screening.components["police"].first.state = model::ComponentState::Waived;
        QVERIFY(completeness(waived, *pack()).mayBeSigned());
        for (const char *code : {"D", "W"}) {
            Dossier excepted = dossier;
            propose(excepted, "grant-with-exception", code);
            QCOMPARE(find(completeness(excepted, *pack()), "component-missing", "police")->open, std::string(code) == "W");
        }
        propose(dossier, "deny");
        QCOMPARE(countOf(completeness(dossier, *pack()), "component-missing"), std::size_t{0});
    }

    void aStatementBeforeADenial()
    {
        Dossier dossier = complete();
        dossier.explained.clear();
        const Gate gate = completeness(dossier, *pack());
        QVERIFY(find(gate, "adverse-without-statement", "deny")->open);
        QVERIFY(find(gate, "review-levels", "deny")->open);
        QCOMPARE(find(gate, "review-levels", "deny")->text,
                 std::string("Two levels: a supervisor concurs and countersigns; a senior one; with legal advice (32 CFR 154.41(b)): say who the senior "
                             "adjudicator is and who gave the legal advice"));
        model::StageStep served;
        served.from = model::Stage::SorIssued;
        served.to = model::Stage::Served;
        served.recorded = true;
        served.on = "2026-01-05";
        dossier.proceedings.steps.push_back(served);
        const Gate after = completeness(dossier, *pack());
        QCOMPARE(find(after, "adverse-without-statement", "deny")->text, std::string("The statement of reasons was served on 2026-01-05"));
        // Told once does not count for a case that was reopened since.
        served.from = model::Stage::Closed;
        served.to = model::Stage::Reopened;
        dossier.proceedings.steps.push_back(served);
        QVERIFY(find(completeness(dossier, *pack()), "adverse-without-statement", "deny")->open);
        propose(dossier, "loss-of-jurisdiction");
        QCOMPARE(countOf(completeness(dossier, *pack()), "adverse-without-statement"), std::size_t{0});
        QVERIFY(!find(completeness(dossier, *pack()), "review-levels", "loss-of-jurisdiction")->open);
    }

    // A supervisor sees the same list over a signed case.
    void statusDoesNotMatter()
    {
        Dossier dossier = complete();
        dossier.conditions.erase(ref("17(d)"));
        for (const auto status : {model::CaseStatus::Signed, model::CaseStatus::Concurred, model::CaseStatus::Countersigned}) {
            dossier.status = status;
            const std::vector<Check> open = openOnes(completeness(dossier, *pack()));
            QCOMPARE(open.size(), std::size_t{1});
            QCOMPARE(open[0].text, std::string("E 17(d) has no finding"));
        }
    }

private:
    template <typename Row>
    static void concerns(const Row &row)
    {
        row("passage without finding", "disqualifying-without-finding", "E 16(a) has 1 passage but no finding",
            Place::Condition, "16(a)", [](Dossier &it) { it.conditions.erase(ref("16(a)")); });
        row("two passages without finding", "disqualifying-without-finding", "E 16(b) has 2 passages but no finding",
            Place::Condition, "16(b)", [](Dossier &it) {
                it.ties.push_back(tie(25, "16(b)"));
                it.ties.push_back(tie(26, "16(b)"));
            });
        row("a mitigating finding on it", "disqualifying-without-finding", "E 16(a) has 1 passage but no finding",
            Place::Condition, "16(a)", [](Dossier &it) { findCondition(it, "16(a)", ConditionFinding::Applies); });
        row("no evidence, though passages", "disqualifying-without-finding", "E 16(a) has 1 passage but no finding",
            Place::Condition, "16(a)", [](Dossier &it) { findCondition(it, "16(a)", ConditionFinding::NoEvidence); });
        row("established by nothing", "established-without-passage",
            "E 16(b) is found established, but no passage is tied to it", Place::Condition, "16(b)",
            [](Dossier &it) { findCondition(it, "16(b)", ConditionFinding::Established); });
        row("guideline without finding", "guideline-without-finding",
            "Guideline E (Personal Conduct) is raised and has no finding for or against the subject", Place::Guideline, "E",
            [](Dossier &it) {
                it.guidelines.clear();
                propose(it, "grant");
            });
    }

    template <typename Row>
    static void mitigationAndFactors(const Row &row)
    {
        row("mitigating unmarked", "mitigating-without-finding", "E 17(d) has no finding", Place::Condition, "17(d)",
            [](Dossier &it) { it.conditions.erase(ref("17(d)")); });
        row("a disqualifying finding on it", "mitigating-without-finding", "E 17(d) has no finding", Place::Condition,
            "17(d)", [](Dossier &it) { findCondition(it, "17(d)", ConditionFinding::Established); });
        const char *const factor = "Whole-person factor 2(d)(4) is not answered: Age and maturity when it happened";
        row("factor unanswered", "factor-unanswered", factor, Place::Factor, "2(d)(4)",
            [](Dossier &it) { it.factors.erase({pack()->id, "2(d)(4)"}); });
        row("factor blank", "factor-unanswered", factor, Place::Factor, "2(d)(4)",
            [](Dossier &it) { it.factors[{pack()->id, "2(d)(4)"}].text = " \t\n"; });
    }

    template <typename Row>
    static void reasonsAndRecord(const Row &row)
    {
        row("no reasons", "reasons-missing", "The reasons are not written", Place::Reasons, "",
            [](Dossier &it) { it.reasons.clear(); });
        row("blank reasons", "reasons-missing", "The reasons are not written", Place::Reasons, "",
            [](Dossier &it) { it.reasons = {{" \n", {}}}; });
        row("paragraph cites nothing", "paragraph-without-passage", "Paragraph 2 of the reasons cites no passage",
            Place::Reasons, "1", [](Dossier &it) { it.reasons[1].cites.clear(); });
        row("paragraph cites what was untied", "paragraph-without-passage", "Paragraph 3 of the reasons cites no passage",
            Place::Reasons, "2", [](Dossier &it) { it.reasons.push_back({"More.", {newId<PassageId>(99)}}); });
        row("no document", "no-documents", "The record has no document", Place::Case, "",
            [](Dossier &it) { it.documents.clear(); });
        const std::string slips = newId<DocumentId>(11).text();
        row("pages not displayed", "pages-not-displayed", "Bank deposit slips: 3 pages never displayed (pages 2-4)",
            Place::Document, slips, [](Dossier &it) {
                it.documents[1].displayed = {1};
                it.documents[1].waived.clear();
            });
        row("pages here and there", "pages-not-displayed", "scan.pdf: 7 pages never displayed (pages 1, 3-4, 6, 8, …)",
            Place::Document, newId<DocumentId>(12).text(), [](Dossier &it) {
                it.documents.push_back(document(12, "", 12));
                it.documents.back().displayed = {2, 5, 7, 9, 11};
            });
        row("contradiction", "contradiction-open", "Contradiction 2 (two employers) has no resolution", Place::Contradiction,
            newId<ContradictionId>(31).text(), [](Dossier &it) {
                it.contradictions.push_back({newId<ContradictionId>(31), {}, {}, "two employers", "", by(adjudicator()), {}});
            });
        row("gap", "gap-unexplained", "The gap in employment from 2020-01 to 2020-05 is not explained", Place::Gap,
            newId<GapId>(40).text(), [](Dossier &it) { it.gaps[0].explained.reset(); });
    }

    template <typename Row>
    static void outcomes(const Row &row)
    {
        row("no outcome", "outcome-missing", "No outcome is chosen", Place::Outcome, "",
            [](Dossier &it) { it.proposal.reset(); });
        row("foreign outcome", "outcome-missing", "The guideline pack does not know the outcome \"approve\"", Place::Outcome,
            "", [](Dossier &it) { propose(it, "approve"); });
        for (const char *code : {"", "X"})
            row(code[0] == '\0' ? "no exception" : "foreign exception", "exception-missing",
                "\"Grant eligibility with an exception\" needs an exception to be named", Place::Outcome,
                "grant-with-exception", [code](Dossier &it) {
                    findGuideline(it, "E", GuidelineFinding::ForSubject);
                    propose(it, "grant-with-exception", code);
                });
        row("favourable though against", "outcome-against-findings",
            "The outcome is \"Grant eligibility\", but Guideline E is found against the subject", Place::Outcome, "grant",
            [](Dossier &it) { propose(it, "grant"); });
        row("adverse though none against", "outcome-against-findings",
            "The outcome is \"Revoke eligibility\", but no guideline is found against the subject", Place::Outcome, "revoke",
            [](Dossier &it) {
                findGuideline(it, "E", GuidelineFinding::ForSubject);
                propose(it, "revoke");
            });
    }
};

QTEST_GUILESS_MAIN(TestRulesCompleteness)
#include "tst_rules_completeness.moc"
