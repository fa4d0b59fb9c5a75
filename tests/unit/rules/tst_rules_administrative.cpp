// SPDX-License-Identifier: GPL-3.0-or-later
// What the gate asks of a case that is about to end without a judgement on the person, beside what it asks of every other.
#include "core/rules/completeness.h"
#include "samplecase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;
using model::ConditionFinding;
using model::Dossier;

namespace {

const Check *find(const Gate &gate, const std::string &id, const std::string &target)
{
    const auto at = std::ranges::find_if(gate.checks, [&](const Check &check) { return check.id == id && check.target.id == target; });
    return at == gate.checks.end() ? nullptr : &*at;
}

} // namespace

class TestRulesAdministrative : public QObject {
    Q_OBJECT

private slots:
    // A case that ends without a judgement on the person: nothing that weighs the person is asked for, and everything else is.
    void noWeighingIsAskedFor_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("weighs");
        for (const packs::Outcome &outcome : pack()->outcomes)
            QTest::newRow(outcome.id.c_str()) << QString::fromStdString(outcome.id) << (outcome.outcomeClass != packs::OutcomeClass::Administrative);
        QTest::newRow("none chosen") << QString() << true;
        QTest::newRow("unknown to the pack") << QString("lapse") << true;
    }

    void noWeighingIsAskedFor()
    {
        QFETCH(QString, outcome);
        QFETCH(bool, weighs);
        Dossier dossier = complete();
        dossier.conditions.clear();
        dossier.guidelines.clear();
        dossier.factors.clear();
        dossier.proposal.reset();
        if (!outcome.isEmpty())
            propose(dossier, outcome.toStdString());
        const Gate gate = completeness(dossier, *pack());
        const auto openOf = [&gate](const std::string &id) {
            return std::ranges::count_if(gate.checks, [&id](const Check &check) { return check.open && check.id == id; });
        };
        QCOMPARE(openOf("disqualifying-without-finding"), weighs ? 1 : 0);
        QCOMPARE(openOf("guideline-without-finding"), weighs ? 1 : 0);
        QCOMPARE(openOf("mitigating-without-finding"), weighs ? 7 : 0);
        QCOMPARE(openOf("factor-unanswered"), weighs ? 9 : 0);
        QCOMPARE(std::ranges::count(gate.checks, std::string("factor-unanswered"), &Check::id), 9); // listed all the same
        if (weighs)
            return;
        QVERIFY(gate.mayBeSigned());
        const std::string title = pack()->outcome(outcome.toStdString())->title;
        QCOMPARE(find(gate, "factor-unanswered", "2(d)(4)")->text, "Whole-person factor 2(d)(4) is not asked for: \"" + title + "\" is administrative");
        QCOMPARE(find(gate, "mitigating-without-finding", "17(d)")->text, "A finding on E 17(d) is not asked for: \"" + title + "\" is administrative");
        // What was weighed before is said as it is.
        dossier.factors[{pack()->id, "2(d)(4)"}] = {"considered", by(adjudicator())};
        QCOMPARE(find(completeness(dossier, *pack()), "factor-unanswered", "2(d)(4)")->text, std::string("Whole-person factor 2(d)(4) is answered"));
        // The record is still looked at, and a finding that was made still rests on it.
        Dossier careless = dossier;
        careless.documents[0].displayed.erase(2);
        careless.reasons.clear();
        careless.contradictions[0].resolved.reset();
        findCondition(careless, "16(b)", ConditionFinding::Established);
        std::vector<std::string> open;
        for (const Check &check : completeness(careless, *pack()).checks)
            if (check.open)
                open.push_back(check.id);
        QCOMPARE(open, (std::vector<std::string>{"established-without-passage", "reasons-missing", "pages-not-displayed", "contradiction-open"}));
    }
};

QTEST_GUILESS_MAIN(TestRulesAdministrative)
#include "tst_rules_administrative.moc"
