// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix shows every passage where it stands, once a place, and leaves nothing out.
#include "core/rules/matrix.h"
#include "samplecase.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::rules;
using namespace samplecase;

namespace {

model::Tie tiedIn(std::uint64_t number, const std::string &condition, std::uint64_t document, model::Weight weight = model::Weight::Moderate)
{
    model::Tie it = tie(number, condition);
    it.anchor.document = newId<DocumentId>(document);
    it.weight = weight;
    return it;
}

model::Dossier spread()
{
    model::Dossier dossier = complete();
    dossier.ties = {tiedIn(20, "16(a)", 11), tiedIn(21, "16(a)", 11, model::Weight::Substantial), tiedIn(22, "17(a)", 10), tiedIn(23, "20(b)", 10)};
    return dossier;
}

const GuidelineRows &rows(const std::vector<GuidelineRows> &all, const std::string &letter)
{
    return *std::ranges::find_if(all, [&letter](const GuidelineRows &it) { return it.guideline->letter == letter; });
}

const ConditionRow &row(const GuidelineRows &rows, const std::string &id)
{
    return *std::ranges::find_if(rows.rows, [&id](const ConditionRow &it) { return it.condition->id == id; });
}

} // namespace

class TestRulesMatrix : public QObject {
    Q_OBJECT

private slots:
    void everyPassageStandsUnderItsDocument()
    {
        const model::Dossier dossier = spread();
        const DocumentMatrix matrix = conditionsByDocuments(dossier, *pack());
        QCOMPARE(matrix.columns.size(), std::size_t(2));
        QVERIFY(matrix.columns[0] == &dossier.documents[0]); // in order of intake, not of tying
        QCOMPARE(matrix.guidelines.size(), pack()->guidelines.size());
        const GuidelineRows &conduct = rows(matrix.guidelines, "E");
        QVERIFY(conduct.raised);
        QCOMPARE(conduct.rows.size(), conduct.guideline->disqualifying.size() + conduct.guideline->mitigating.size());
        const ConditionRow &omission = row(conduct, "16(a)");
        QCOMPARE(omission.passages, std::size_t(2));
        QVERIFY(omission.cells[0].ties.empty());
        QVERIFY(!greatestWeight(omission.cells[0]));
        QCOMPARE(omission.cells[1].ties.size(), std::size_t(2));
        QVERIFY(greatestWeight(omission.cells[1]) == model::Weight::Substantial);
        QVERIFY(omission.finding != nullptr && omission.finding->finding == model::ConditionFinding::Established);
        QVERIFY(row(conduct, "16(b)").finding == nullptr);
    }

    // A mitigating passage alone raises nothing, and its row must still be there.
    void whatIsNotRaisedIsShownAsFarAsItHasSomething()
    {
        const model::Dossier dossier = spread();
        const DocumentMatrix matrix = conditionsByDocuments(dossier, *pack());
        const GuidelineRows &finance = rows(matrix.guidelines, "F");
        QVERIFY(!finance.raised);
        QCOMPARE(finance.rows.size(), std::size_t(1));
        QCOMPARE(finance.rows[0].condition->id, std::string("20(b)"));
        QVERIFY(rows(matrix.guidelines, "G").rows.empty());
    }

    void aPassageStandsUnderEachFactorThatCitesIt()
    {
        model::Dossier dossier = spread();
        const std::string factor = pack()->factors[1].id;
        dossier.factors[{pack()->id, factor}] = {"long ago", by(adjudicator()), {dossier.ties[0].id, dossier.ties[0].id, dossier.ties[2].id, newId<PassageId>(99)}};
        const FactorMatrix matrix = conditionsByFactors(dossier, *pack());
        QCOMPARE(matrix.columns.size(), pack()->factors.size());
        const GuidelineRows &conduct = rows(matrix.guidelines, "E");
        QCOMPARE(row(conduct, "16(a)").cells[1].ties.size(), std::size_t(1)); // cited twice is there once
        QVERIFY(row(conduct, "16(a)").cells[0].ties.empty());
        QCOMPARE(row(conduct, "16(a)").passages, std::size_t(2));
        QCOMPARE(row(conduct, "17(a)").cells[1].ties.size(), std::size_t(1));
    }

    void anotherPackHasItsOwnMatrix()
    {
        model::Dossier dossier = spread();
        for (model::Tie &it : dossier.ties)
            it.condition.pack = "another";
        const DocumentMatrix matrix = conditionsByDocuments(dossier, *pack());
        QVERIFY(matrix.columns.empty());
        for (const ConditionRow &it : rows(matrix.guidelines, "E").rows)
            QCOMPARE(it.passages, std::size_t(0));
        QVERIFY(guidelinesByYears(dossier, *pack()).rows.empty());
    }

    void conductStandsInEachOfItsYears()
    {
        model::Dossier dossier = spread();
        dossier.ties[0].appraisal.from = "2019-11";
        dossier.ties[0].appraisal.to = "2021";
        dossier.ties[1].appraisal.from = "2021-02-03";
        dossier.ties[2].appraisal.from = "2024";
        const YearMatrix matrix = guidelinesByYears(dossier, *pack());
        QCOMPARE(matrix.first, 2019);
        QCOMPARE(matrix.count, 6);
        QVERIFY(!matrix.hasEarlier);
        QCOMPARE(matrix.rows.size(), std::size_t(2));
        const YearRow &conduct = matrix.rows[0];
        QCOMPARE(conduct.guideline->letter, std::string("E"));
        std::vector<std::size_t> counts;
        for (const MatrixCell &cell : conduct.years)
            counts.push_back(cell.ties.size());
        QVERIFY((counts == std::vector<std::size_t>{1, 1, 2, 0, 0, 1}));
        QCOMPARE(matrix.rows[1].undated.ties.size(), std::size_t(1));
    }

    // A date of long ago, or a stretch of a thousand years, makes no thousand columns; it is not lost either.
    void theColumnsAreBounded()
    {
        model::Dossier dossier = spread();
        dossier.ties[0].appraisal.from = "0001";
        dossier.ties[0].appraisal.to = "9999";
        dossier.ties[1].appraisal.from = "1987";
        const YearMatrix matrix = guidelinesByYears(dossier, *pack());
        QCOMPARE(matrix.count, YearMatrix::mostYears);
        QCOMPARE(matrix.first + matrix.count - 1, 9999);
        QVERIFY(matrix.hasEarlier);
        QCOMPARE(matrix.rows[0].earlier.ties.size(), std::size_t(2));
        QCOMPARE(matrix.rows[0].years.back().ties.size(), std::size_t(1));
    }

    void nothingIsDated()
    {
        const YearMatrix matrix = guidelinesByYears(spread(), *pack());
        QCOMPARE(matrix.count, 0);
        QCOMPARE(matrix.rows[0].undated.ties.size(), std::size_t(3));
        QVERIFY(guidelinesByYears(model::Dossier(), *pack()).rows.empty());
    }
};

QTEST_APPLESS_MAIN(TestRulesMatrix)
#include "tst_rules_matrix.moc"
