// SPDX-License-Identifier: GPL-3.0-or-later
// The documentation check: labels are read as words and in lists, a thing is named by its label or by a passage tied to it, and what is
// not named opens a check under its id that words close.
#include "core/rules/documentation.h"
#include "core/rules/mentions.h"
#include "samplecase.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;
using model::ConditionFinding;
using model::Dossier;

namespace {

const DocumentationItem *find(const std::vector<DocumentationItem> &items, const std::string &id, const std::string &key)
{
    const auto at = std::ranges::find_if(items, [&](const DocumentationItem &it) { return it.id == id && it.key == key; });
    return at == items.end() ? nullptr : &*at;
}

std::vector<DocumentationItem> of(const Dossier &dossier) { return documentation(dossier, std::vector<packs::PackPtr>{pack()}); }

std::string stateOf(const Dossier &dossier, const std::string &id, const std::string &key)
{
    const auto items = of(dossier);
    const DocumentationItem *item = find(items, id, key);
    return item ? item->state() : "no such item";
}

std::vector<std::string> openOnes(const Dossier &dossier)
{
    std::vector<std::string> open;
    for (const Check &check : completeness(dossier, *pack()).checks)
        if (check.open)
            open.push_back(check.id + " " + check.target.id);
    return open;
}

// Complete, but the reasons are one paragraph that says this and cites nothing.
Dossier saying(const std::string &words)
{
    Dossier dossier = complete();
    dossier.reasons = {{words, {}}};
    return dossier;
}

model::AllegationState alleged(std::uint64_t number, const std::string &label)
{
    model::AllegationState it;
    it.id = newId<AllegationId>(number);
    it.states.label = label;
    it.states.pack = pack()->id;
    it.states.guideline = "E";
    it.made = by(adjudicator());
    return it;
}

} // namespace

class TestRulesDocumentation : public QObject {
    Q_OBJECT

private slots:
    void labels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::addColumn<bool>("named");
        const auto row = [](const char *name, const char *text, const char *label, bool named) { QTest::newRow(name) << QString::fromUtf8(text) << QString(label) << named; };
        row("itself", "Condition 16(a) is established.", "16(a)", true);
        row("in parentheses", "It is established (16(a)).", "16(a)", true);
        row("with a sign", "AG ¶16(a) applies", "16(a)", true);
        row("inside a number", "see 116(a) of the code", "16(a)", false);
        row("year", "in 2016(a) it began", "16(a)", false);
        row("the other one", "16(b) is established", "16(a)", false);
        row("no letter", "paragraph 16 describes it", "16(a)", false);
        row("finer", "16(a)(1) is met", "16(a)", true);
        row("inside a word", "16(a)b", "16(a)", false);
        row("list of short ones", "AG ¶¶ 16(a), (c), and (d) apply", "16(d)", true);
        row("list does not go on", "16(a) and then (d) of the lease", "16(d)", false);
        row("range", "17(b)-(f)", "17(d)", true);
        row("long dash", "17(b) – 17(f)", "17(d)", true);
        row("through", "17(b) through 17(f)", "17(f)", true);
        row("outside the range", "17(b) through 17(f)", "17(g)", false);
        row("range across paragraphs", "17(b) through 20(f)", "17(d)", false);
        row("backwards", "17(f)-(b)", "17(d)", false);
        row("sub-paragraph", "As 1.b says, she owed it.", "1.b", true);
        row("sub-paragraph at the end", "She owed it, as in 1.b.", "1.b", true);
        row("range of sub-paragraphs", "1.a–1.d are found against her", "1.c", true);
        row("past z", "1.y-1.bb", "1.aa", true);
        row("an amount", "11.b of the lease", "1.b", false);
        row("decimal", "He drank 1.5 litres", "1.a", false);
        row("capital letters", "SOR 1.B", "1.b", true);
        row("the part alone", "1.b(2)", "1.b", true);
        row("another shape", "The criterion EU-8a is met", "EU-8a", true);
        row("another shape inside", "NEU-8a", "EU-8a", false);
        row("nothing", "", "16(a)", false);
        row("broken bytes", "\xff\xfe 16(a", "16(a)", false);
    }

    void labels()
    {
        QFETCH(QString, text);
        QFETCH(QString, label);
        QFETCH(bool, named);
        QCOMPARE(Mentions(text.toStdString()).label(label.toStdString()), named);
    }

    void guidelinesAndWords()
    {
        const Mentions it("Guidelines E, F and J are raised; the AG H concern is not.\nThe Whole  Person was weighed under criterion 8(a).");
        for (const char *letter : {"E", "F", "J", "H", "8(a)"})
            QVERIFY2(it.guideline(letter), letter);
        for (const char *letter : {"A", "R", "concern", "e"})
            QCOMPARE(it.guideline(letter), std::string(letter) == "concern" && it.guideline("concern"));
        QVERIFY(it.says("whole person"));
        QVERIFY(!it.says("hole person"));
        QVERIFY(!it.says(""));
        QVERIFY(Mentions("2(d) was weighed").exactly("2(d)"));
        QVERIFY(!Mentions("2(d)(1) was weighed").exactly("2(d)"));
        QVERIFY(Mentions("paragraphs 1 and 2").paragraph("2"));
        QVERIFY(!Mentions("1 and 2 dollars").paragraph("1"));
        // Long and repetitive input ends, and quickly enough not to be seen.
        std::string much;
        for (int i = 0; i < 20'000; ++i)
            much += "1.a-1.zz, ";
        QVERIFY(Mentions(much).label("1.mm"));
    }

    void eachThingIsAskedFor()
    {
        const Dossier silent = saying("Nothing is said.");
        const std::vector<std::string> expected = {"paragraph-without-passage 0", "documentation.guideline E", "documentation.disqualifying 16(a)",
                                                   "documentation.mitigating 17(a)", "documentation.whole-person "};
        QCOMPARE(openOnes(silent), expected);
        QCOMPARE(stateOf(silent, "documentation.mitigating", "17(b)"), std::string("does not apply: there is no evidence for it"));
        QCOMPARE(stateOf(silent, "documentation.exception", ""), std::string("does not apply: none is given"));
        // From the first minute, before a word is written.
        Dossier bare = complete();
        bare.reasons.clear();
        QCOMPARE(openOnes(bare).size(), std::size_t{5});
    }

    void namedByLabelOrByPassage()
    {
        Dossier dossier = saying("Under Guideline E, 16(a) is established and 17(a) does not apply. I weighed the factors of 2(d).");
        QCOMPARE(openOnes(dossier), std::vector<std::string>{"paragraph-without-passage 0"});
        dossier = complete();
        QVERIFY(openOnes(dossier).empty());
        QCOMPARE(stateOf(dossier, "documentation.disqualifying", "16(a)"), std::string("named in paragraphs 1 and 2"));
        QCOMPARE(stateOf(dossier, "documentation.mitigating", "17(a)"), std::string("named in paragraph 2"));
        // A passage that was untied since names nothing.
        dossier.ties.erase(dossier.ties.begin() + 1);
        QCOMPARE(stateOf(dossier, "documentation.mitigating", "17(a)"), std::string("not named"));
        // By the title of the guideline.
        QCOMPARE(stateOf(saying("The concern is personal conduct."), "documentation.guideline", "E"), std::string("named in paragraph 1"));
        QCOMPARE(stateOf(saying("2(d)(6) speaks for him."), "documentation.whole-person", ""), std::string("named in paragraph 1"));
    }

    void wordsCloseIt()
    {
        Dossier dossier = saying("Under Guideline E, 16(a) is established. I weighed the whole person.");
        dossier.explained[{"paragraph-without-passage", "0"}] = "a summary";
        QCOMPARE(openOnes(dossier), std::vector<std::string>{"documentation.mitigating 17(a)"});
        dossier.explained[{"documentation.mitigating", "17(a)"}] = "said in the findings";
        QVERIFY(openOnes(dossier).empty());
        QCOMPARE(stateOf(dossier, "documentation.mitigating", "17(a)"), std::string("explained: said in the findings"));
    }

    void subParagraphs()
    {
        Dossier dossier = saying("1.a is found against him.");
        dossier.allegations = {alleged(60, "1.a"), alleged(61, "1.b"), alleged(62, "1.c"), alleged(63, "2")};
        dossier.allegations[1].dropped = {"withdrawn", by(adjudicator())};
        QCOMPARE(stateOf(dossier, "documentation.allegation", "1.a"), std::string("named in paragraph 1"));
        QCOMPARE(stateOf(dossier, "documentation.allegation", "1.b"), std::string("does not apply: it was withdrawn"));
        QCOMPARE(stateOf(dossier, "documentation.allegation", "1.c"), std::string("not named"));
        QCOMPARE(stateOf(dossier, "documentation.allegation", "2"), std::string("not named"));
        dossier.reasons.push_back({"So are paragraphs 1 and 2.", {}});
        QCOMPARE(stateOf(dossier, "documentation.allegation", "2"), std::string("named in paragraph 2"));
        // By a passage it rests on, also one that it takes over.
        dossier.allegations[0].states.evidence = {dossier.ties[0].id};
        dossier.allegations[2].states.repeats = {dossier.allegations[0].id};
        dossier.reasons.push_back({"He left it out.", {dossier.ties[0].id}});
        QCOMPARE(stateOf(dossier, "documentation.allegation", "1.c"), std::string("named in paragraph 3"));
        // What a sub-paragraph found against him establishes is asked for.
        dossier.allegations[0].finding = {{dossier.allegations[0].id, model::AllegationFinding::Against, {"16(c)"}, "so"}, by(adjudicator())};
        QCOMPARE(stateOf(dossier, "documentation.disqualifying", "16(c)"), std::string("not named"));
    }

    void administrativeOutcomeNeedsNothingNamed()
    {
        Dossier dossier = saying("The sponsor has no further need; Guideline E is left undecided.");
        dossier.explained[{"paragraph-without-passage", "0"}] = "a letter of the sponsor says it";
        dossier.allegations = {alleged(60, "1.a")};
        dossier.allegations[0].states.evidence = {dossier.ties[0].id};
        dossier.allegations[0].finding = {{dossier.allegations[0].id, model::AllegationFinding::Neither, {}, "undecided"}, by(adjudicator())};
        const std::vector<std::string> asked = {"documentation.allegation 1.a", "documentation.disqualifying 16(a)", "documentation.mitigating 17(a)", "documentation.whole-person "};
        QCOMPARE(openOnes(dossier), asked);
        propose(dossier, "loss-of-jurisdiction");
        QVERIFY(openOnes(dossier).empty());
        QCOMPARE(stateOf(dossier, "documentation.whole-person", ""), std::string("does not apply: \"Loss of jurisdiction\" is administrative"));
        QCOMPARE(stateOf(dossier, "documentation.allegation", "1.a"), std::string("does not apply: \"Loss of jurisdiction\" is administrative"));
        QCOMPARE(stateOf(dossier, "documentation.guideline", "E"), std::string("named in paragraph 1")); // what is named says where
        // A favourable one asks again, and an exception is named whatever the outcome is.
        propose(dossier, "grant");
        for (const std::string &id : asked)
            QVERIFY2(std::ranges::count(openOnes(dossier), id) == 1, id.c_str());
        propose(dossier, "discontinued", "C");
        QCOMPARE(openOnes(dossier), std::vector<std::string>{"documentation.exception C"});
    }

    void exceptionAndOutcome()
    {
        for (const auto &[words, named] : {std::pair{"I grant with exception C.", true}, {"An exception (C) is given.", true}, {"Exception: condition.", true},
                                           {"The disqualifying condition is met, C applies.", false}}) {
            Dossier dossier = saying(words);
            propose(dossier, "grant-with-exception", "C");
            QVERIFY2((stateOf(dossier, "documentation.exception", "C") == "named in paragraph 1") == named, words);
        }
        Dossier dossier = complete();
        QCOMPARE(stateOf(dossier, "documentation.outcome", "deny"), std::string("The outcome agrees with the findings on the guidelines"));
        propose(dossier, "grant");
        QCOMPARE(stateOf(dossier, "documentation.outcome", "grant"),
                 std::string("not shown: The outcome is \"Grant eligibility\", but Guideline E is found against the subject"));
        dossier.explained[{"outcome-against-findings", "grant"}] = "an older finding";
        QCOMPARE(stateOf(dossier, "documentation.outcome", "grant"), std::string("explained: an older finding"));
        propose(dossier, "no-determination");
        QVERIFY(stateOf(dossier, "documentation.outcome", "no-determination").rfind("does not apply", 0) == 0);
        dossier.proposal.reset();
        QCOMPARE(stateOf(dossier, "documentation.outcome", ""), std::string("not shown: no outcome is chosen yet"));
    }
};

QTEST_GUILESS_MAIN(TestRulesDocumentation)
#include "tst_rules_documentation.moc"
