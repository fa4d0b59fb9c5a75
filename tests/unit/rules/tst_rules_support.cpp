// SPDX-License-Identifier: GPL-3.0-or-later
// What carries a decision: a finding that stands on one passage, or on one document, is told, and no other.
#include "core/rules/support.h"
#include "samplecase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;

namespace {

model::Tie tiedIn(std::uint64_t number, const std::string &condition, std::uint64_t document)
{
    model::Tie it = tie(number, condition);
    it.anchor.document = newId<DocumentId>(document);
    return it;
}

// 16(a) on two passages of one document, 17(a) on one of another.
model::Dossier founded()
{
    model::Dossier dossier = complete();
    dossier.ties = {tiedIn(20, "16(a)", 10), tiedIn(21, "17(a)", 11), tiedIn(22, "16(a)", 10)};
    dossier.reasons.clear();
    return dossier;
}

std::vector<std::string> texts(const Carriage &carriage, const Carrier &carrier)
{
    std::vector<std::string> all;
    for (const std::size_t at : carrier.carried)
        all.push_back(carriage.findings[at].text);
    return all;
}

const Supported *finding(const Carriage &carriage, const std::string &text)
{
    const auto found = std::ranges::find(carriage.findings, text, &Supported::text);
    return found == carriage.findings.end() ? nullptr : &*found;
}

} // namespace

class TestRulesSupport : public QObject {
    Q_OBJECT

private slots:
    void twoPassagesOfOneDocumentCarryTogether()
    {
        const model::Dossier dossier = founded();
        const Carriage carriage = whatCarries(dossier, *pack());
        QVERIFY(carriage.passages.empty()); // 17(a) does not apply: nothing rests on its passage
        QCOMPARE(carriage.documents.size(), std::size_t(1));
        QVERIFY(carriage.documents[0].document == dossier.documents[0].facts.document);
        QVERIFY((carriage.documents[0].passages == std::vector{newId<PassageId>(20), newId<PassageId>(22)}));
        QVERIFY((texts(carriage, carriage.documents[0]) == std::vector<std::string>{"E 16(a) is found established", "Guideline E is found against the subject"}));
    }

    void onePassageCarriesAll()
    {
        model::Dossier dossier = founded();
        dossier.ties.pop_back();
        const Carriage carriage = whatCarries(dossier, *pack());
        QCOMPARE(carriage.passages.size(), std::size_t(1));
        QVERIFY(carriage.passages[0].passages == std::vector{newId<PassageId>(20)});
        QCOMPARE(carriage.passages[0].carried.size(), std::size_t(2));
        QVERIFY(carriage.documents.empty()); // said of the passage already
    }

    void twoDocumentsCarryNothingAlone()
    {
        model::Dossier dossier = founded();
        dossier.ties[2].anchor.document = newId<DocumentId>(11);
        const Carriage carriage = whatCarries(dossier, *pack());
        QVERIFY(carriage.passages.empty());
        QVERIFY(carriage.documents.empty());
        QCOMPARE(finding(carriage, "E 16(a) is found established")->passages.size(), std::size_t(2));
    }

    void aFindingThatStandsOnNothingIsTold()
    {
        model::Dossier dossier = founded();
        dossier.ties.clear();
        const Carriage carriage = whatCarries(dossier, *pack());
        QVERIFY(finding(carriage, "E 16(a) is found established")->passages.empty());
        QVERIFY(carriage.passages.empty() && carriage.documents.empty());
    }

    void aGuidelineForTheSubjectRestsOnWhatMitigates()
    {
        model::Dossier dossier = founded();
        findGuideline(dossier, "E", model::GuidelineFinding::ForSubject);
        findCondition(dossier, "17(a)", model::ConditionFinding::Applies);
        const Carriage carriage = whatCarries(dossier, *pack());
        QVERIFY((finding(carriage, "Guideline E is found for the subject")->passages == std::vector{newId<PassageId>(21)}));
        QCOMPARE(carriage.passages.size(), std::size_t(1));
        QCOMPARE(carriage.passages[0].carried.size(), std::size_t(2));
        // Where no concern is established, a finding for the subject needs no support.
        findCondition(dossier, "16(a)", model::ConditionFinding::NotEstablished);
        QVERIFY(finding(whatCarries(dossier, *pack()), "Guideline E is found for the subject") == nullptr);
    }

    void aStatementRestsOnItsEvidenceAndOnWhatItTakesOver()
    {
        model::Dossier dossier = founded();
        const auto alleged = [](std::uint64_t number, const std::string &label) {
            model::AllegationState it;
            it.id = newId<AllegationId>(number);
            it.states.label = label;
            it.states.pack = pack()->id;
            it.states.guideline = "E";
            it.finding = {{it.id, model::AllegationFinding::Against, {}, "because"}, by(adjudicator())};
            return it;
        };
        dossier.allegations = {alleged(60, "1.a"), alleged(61, "1.b")};
        dossier.allegations[0].states.evidence = {newId<PassageId>(21)};
        dossier.allegations[1].states.repeats = {newId<AllegationId>(60)};
        dossier.allegations[0].mitigators["17(a)"] = {{newId<AllegationId>(60), "17(a)", model::MitigatorStanding::Supported, {newId<PassageId>(22)}, "he did"}, by(adjudicator())};
        const Carriage carriage = whatCarries(dossier, *pack());
        QCOMPARE(carriage.passages.size(), std::size_t(2));
        QVERIFY((texts(carriage, carriage.passages[0]) == std::vector<std::string>{"Sub-paragraph 1.a is found against the subject", "Sub-paragraph 1.b is found against the subject"}));
        QVERIFY((texts(carriage, carriage.passages[1]) == std::vector<std::string>{"Sub-paragraph 1.a: 17(a) is supported"}));
        // The guideline rests on all of it, so nothing alone carries it.
        QCOMPARE(finding(carriage, "Guideline E is found against the subject")->passages.size(), std::size_t(3));
        dossier.allegations[0].dropped = {"withdrawn", by(adjudicator())};
        QVERIFY(finding(whatCarries(dossier, *pack()), "Sub-paragraph 1.a is found against the subject") == nullptr);
    }

    void whatIsCitedAndGoneCarriesNothing()
    {
        model::Dossier dossier = founded();
        dossier.reasons = {{"First.", {newId<PassageId>(21), newId<PassageId>(99)}}, {"Second.", {}}, {"Third.", {newId<PassageId>(98)}}};
        const std::string factor = pack()->factors[0].id;
        dossier.factors[{pack()->id, factor}] = {"long ago", by(adjudicator()), {newId<PassageId>(21)}};
        const Carriage carriage = whatCarries(dossier, *pack());
        QCOMPARE(carriage.passages.size(), std::size_t(1));
        QVERIFY((texts(carriage, carriage.passages[0]) == std::vector<std::string>{"Factor " + factor + " is weighed", "Paragraph 1 of the reasons"}));
        QVERIFY(finding(carriage, "Paragraph 2 of the reasons") == nullptr);
        QVERIFY(finding(carriage, "Paragraph 3 of the reasons")->passages.empty());
        QVERIFY(whatCarries(model::Dossier(), *pack()).findings.empty());
    }
};

QTEST_APPLESS_MAIN(TestRulesSupport)
#include "tst_rules_support.moc"
