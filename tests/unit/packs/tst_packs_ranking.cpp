// SPDX-License-Identifier: GPL-3.0-or-later
// The palette's ranking over the committed pack.
#include "committedpack.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace caseward;
using namespace caseward::packs;

namespace {

using Rows = std::vector<const Condition *>;

std::vector<std::string> firstIds(const Rows &rows, std::size_t count)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i)
        ids.push_back(rows[i]->id);
    return ids;
}

std::size_t positionOf(const Rows &rows, const std::string &id)
{
    return static_cast<std::size_t>(
        std::find_if(rows.begin(), rows.end(), [&id](const Condition *it) { return it->id == id; }) - rows.begin());
}

bool bothKindsIn(const Rows &rows, std::size_t count)
{
    std::set<ConditionKind> kinds;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i)
        kinds.insert(rows[i]->kind);
    return kinds.size() == 2;
}

} // namespace

class TestPacksRanking : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto pack = committedPack();
        QVERIFY2(pack.ok(), pack.ok() ? "" : pack.fault().detail.c_str());
        m_pack = *pack;
    }

    void exactParagraph_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"16a", "16(a)", "16 A", "E16a", "e 16(a)", "E 16 a"})
            QTest::newRow(query) << QString(query);
    }
    void exactParagraph()
    {
        QFETCH(QString, query);
        // An exact paragraph goes before recents that match as well.
        const Rows rows = rankConditions(*m_pack, query.toStdString(), {"19(g)", "16(e)"});
        QVERIFY(!rows.empty());
        QCOMPARE(rows.front()->id, std::string("16(a)"));
    }

    void paragraphNumberGivesItsLetters()
    {
        const Rows rows = rankConditions(*m_pack, "16", {});
        const std::vector<std::string> expected = {"16(a)", "16(b)", "16(c)", "16(d)", "16(e)", "16(f)", "16(g)"};
        QCOMPARE(firstIds(rows, 7), expected);
        QCOMPARE(rows.size(), std::size_t{7});
    }

    void omis()
    {
        const Rows rows = rankConditions(*m_pack, "omis", {});
        QCOMPARE(rows.front()->id, std::string("16(a)"));
        QVERIFY(bothKindsIn(rows, 5));
        QVERIFY(positionOf(rows, "17(a)") < 5);
    }

    void cash()
    {
        const Rows rows = rankConditions(*m_pack, "cash", {});
        QVERIFY(positionOf(rows, "19(g)") < 5);
        QVERIFY(positionOf(rows, "20(f)") < 5);
        QVERIFY(bothKindsIn(rows, 5));
        for (const Condition *row : rows)
            QCOMPARE(row->guideline, std::string("F"));
    }

    void recentsGoBeforePrefixAndWords()
    {
        const Rows plain = rankConditions(*m_pack, "drinking", {});
        QCOMPARE(plain.front()->id, std::string("22(c)")); // the first with the word in its short text
        QVERIFY(positionOf(plain, "22(f)") < positionOf(plain, "22(a)")); // short text before keyword
        const Rows rows = rankConditions(*m_pack, "drinking", {"23(b)", "22(a)", "16(a)"});
        QCOMPARE(firstIds(rows, 3), (std::vector<std::string>{"23(b)", "22(a)", "22(c)"}));
        QCOMPARE(positionOf(rows, "16(a)"), rows.size()); // recent, but does not match
    }

    void keywordsGoBeforeTheLongText()
    {
        const Rows rows = rankConditions(*m_pack, "fraud", {});
        QCOMPARE(rows.front()->id, std::string("19(d)"));                  // a keyword
        QVERIFY(positionOf(rows, "20(b)") < rows.size());                  // "being a victim of fraud", in its text
        QVERIFY(positionOf(rows, "19(d)") < positionOf(rows, "20(b)"));
    }

    void everyRowHasEveryWord()
    {
        const Rows rows = rankConditions(*m_pack, "foreign passport", {});
        QVERIFY(positionOf(rows, "10(b)") < rows.size());
        QCOMPARE(positionOf(rows, "7(f)"), rows.size()); // foreign, but no passport
        QVERIFY(rankConditions(*m_pack, "passport zzz", {}).empty());
        QVERIFY(rankConditions(*m_pack, "zzz", {"16(a)"}).empty());
        QCOMPARE(rankConditions(*m_pack, "SF-86", {}).front()->id, std::string("16(a)"));
    }

    void titlesAreFound()
    {
        const Rows rows = rankConditions(*m_pack, "personal conduct", {});
        for (const char *id : {"16(a)", "17(g)"})
            QVERIFY(positionOf(rows, id) < rows.size());
    }

    void emptyQueryGivesAllWithRecentsFirst()
    {
        for (const char *query : {"", "  ", "()"}) {
            const Rows rows = rankConditions(*m_pack, query, {"19(g)", "17(a)", "gone(z)"});
            QCOMPARE(rows.size(), std::size_t{145});
            QCOMPARE(firstIds(rows, 3), (std::vector<std::string>{"19(g)", "17(a)", "4(a)"}));
        }
    }

    void rowFiveIsOfTheOtherKindOfTheSameGuideline()
    {
        const Rows rows = rankConditions(*m_pack, "", {"19(a)", "19(b)", "19(c)", "19(d)", "19(e)", "19(f)"});
        QCOMPARE(firstIds(rows, 7),
                 (std::vector<std::string>{"19(a)", "19(b)", "19(c)", "19(d)", "20(a)", "19(e)", "19(f)"}));
        // and the other way round: the first of the same guideline, not the first of the pack
        const Rows mitigating = rankConditions(*m_pack, "", {"17(a)", "17(b)", "17(c)", "17(d)", "17(e)"});
        QCOMPARE(firstIds(mitigating, 6),
                 (std::vector<std::string>{"17(a)", "17(b)", "17(c)", "17(d)", "16(a)", "17(e)"}));
    }

    // Whatever one word of the pack is typed: if both kinds match, both are in the first five rows.
    void bothKindsAlwaysThere()
    {
        std::set<std::string> queries;
        for (const Condition *condition : m_pack->allConditions())
            queries.insert(condition->keywords.begin(), condition->keywords.end());
        QVERIFY(queries.size() > 200);
        for (const std::string &query : queries) {
            const Rows rows = rankConditions(*m_pack, query, {});
            QVERIFY2(!rows.empty(), query.c_str());
            QVERIFY2(!bothKindsIn(rows, rows.size()) || bothKindsIn(rows, 5), query.c_str());
            QVERIFY2(std::set<const Condition *>(rows.begin(), rows.end()).size() == rows.size(), query.c_str());
        }
    }

private:
    PackPtr m_pack;
};

QTEST_GUILESS_MAIN(TestPacksRanking)
#include "tst_packs_ranking.moc"
