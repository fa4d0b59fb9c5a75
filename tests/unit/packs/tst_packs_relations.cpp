// SPDX-License-Identifier: GPL-3.0-or-later
// How packs stand to one another: circles, what is in force, the same concern, the rules side by side; what changed between two of them.
#include "changedpack.h"

#include "core/packs/difference.h"
#include "core/packs/relations.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::packs;
using namespace caseward::packs::tests;

Q_DECLARE_METATYPE(Change)

class TestPacksRelations : public QObject {
    Q_OBJECT

private slots:
    void whatGoesRoundIsRefused()
    {
        auto shippedPacks = *loadPacks(committedPackPath().parent_path());
        QVERIFY(checkRelations(shippedPacks).ok());
        const auto replaces = [](const char *id, const char *other) {
            return [id, other](Json::Object &root) {
                at(root, "id") = id;
                at(root, "crosswalk").array().clear();
                at(root, "supersedes").array() = {Json(Json::Object{{"id", Json(other)}, {"version", Json("1.0.0")}})};
            };
        };
        std::vector<PackPtr> circle{changed(de, replaces("a", "b")), changed(de, replaces("b", "c")), changed(de, replaces("c", "a"))};
        const Status round = checkRelations(circle);
        QVERIFY(!round.ok());
        QVERIFY2(round.fault().detail.find("a 1.0.0, b 1.0.0, c 1.0.0") != std::string::npos, round.fault().detail.c_str());
        // Whoever stands behind the circle is in none.
        circle.push_back(changed(de, replaces("z", "a")));
        circle.front() = changed(de, [](auto &root) {
            at(root, "id") = "a";
            at(root, "crosswalk").array().clear();
            at(root, "supersedes").array() = {Json(Json::Object{{"id", Json("b")}, {"version", Json("1.0.0")}}), Json(Json::Object{{"id", Json("old")}, {"version", Json("1.0.0")}})};
        });
        circle.push_back(changed(de, replaces("old", "older")));
        const Status named = checkRelations(circle);
        QVERIFY(!named.ok());
        QVERIFY2(named.fault().detail.ends_with("circle: a 1.0.0, b 1.0.0, c 1.0.0"), named.fault().detail.c_str());
        // NATO's pack refers to the directive; a directive that refers back to NATO's makes a circle.
        shippedPacks.push_back(changed(us, [](auto &root) {
            at(root, "version") = "3.0.0";
            at(root, "crosswalk").array() = {Json(Json::Object{{"from", Json("A")}, {"pack", Json("nato-ac35-d2000")}, {"to", Json("a")}})};
        }));
        const Status back = checkRelations(shippedPacks);
        QVERIFY(!back.ok());
        QVERIFY2(back.fault().detail.find("nato-ac35-d2000, us-sead4-2017") != std::string::npos, back.fault().detail.c_str());
    }

    // A newer version takes the place of an older one without saying so: a circle may lead over that, too.
    void whatGoesRoundOverANewerVersionIsRefused()
    {
        const auto named = [](const char *id, const char *version, const char *other) {
            return changed(de, [&](Json::Object &root) {
                at(root, "id") = id;
                at(root, "version") = version;
                at(root, "crosswalk").array().clear();
                if (*other)
                    at(root, "supersedes").array() = {Json(Json::Object{{"id", Json(other)}, {"version", Json("2.0.0")}})};
            });
        };
        const std::vector<PackPtr> packs{named("a", "1.0.0", "b"), named("a", "2.0.0", ""), named("b", "1.0.0", "a"), named("b", "2.0.0", "")};
        const Status round = checkRelations(packs);
        QVERIFY(!round.ok());
        QVERIFY(checkRelations({packs[1], packs[2], packs[3]}).ok());
    }

    void whatIsInForce()
    {
        const PackPtr first = *committedPack(), second = shipped(us);
        const std::vector<PackPtr> both{first, second};
        QVERIFY(standingOf(*first, both, {}, "2026-01-01") == Standing::Replaced);
        QVERIFY(standingOf(*second, both, {}, "2026-01-01") == Standing::InForce);
        QVERIFY(standingOf(*second, both, {}, "2017-06-07") == Standing::NotYet);
        QVERIFY(standingOf(*second, both, {second->digest}, "2026-01-01") == Standing::Retired);
        QVERIFY(standingOf(*first, both, {second->digest}, "2026-01-01") == Standing::InForce); // what replaced it is gone
        const PackPtr ended = changed(de, [](auto &root) { at(root, "effectiveTo") = "2025-12-31"; });
        QVERIFY(standingOf(*ended, {ended}, {}, "2025-12-31") == Standing::InForce);
        QVERIFY(standingOf(*ended, {ended}, {}, "2026-01-01") == Standing::Ended);
    }

    void theSameConcernInTheOtherPack()
    {
        const PackPtr first = shipped(us), second = shipped(nato), third = shipped(eu);
        const auto has = [](const std::vector<Counterpart> &list, const Counterpart &one) { return std::find(list.begin(), list.end(), one) != list.end(); };
        QVERIFY(has(counterparts(*second, *first), {"a", "A", ""}));
        QVERIFY(has(counterparts(*first, *second), {"A", "a", ""}));              // both ways, though only one of them says it
        QVERIFY(has(counterparts(*second, *third), {"a", "8(a)", "us-sead4-2017"})); // over a third pack, and it says over which
        QVERIFY(!has(counterparts(*second, *third), {"a", "8(k)", "us-sead4-2017"}));
    }

    void theStricterRuleIsShown()
    {
        const auto rows = compareRules({shipped(us), shipped(nato)});
        const auto row = [&rows](const std::string &topic) {
            return *std::find_if(rows.begin(), rows.end(), [&topic](const RuleComparison &it) { return it.topic == topic; });
        };
        QVERIFY(row("review of adverse decisions").sides[0].stricter);            // legal advice as well
        QVERIFY(!row("review of adverse decisions").sides[1].stricter);
        QVERIFY(row("validity").sides[1].stricter);                               // five years against seven
        QVERIFY(!row("look-back").sides[0].stricter && !row("look-back").sides[1].stricter); // the same: neither
        QVERIFY(!row("mitigation").sides[0].stricter && !row("mitigation").sides[1].stricter); // told, not ranked
        QCOMPARE(row("statutory bars").sides[1].words, std::string("says nothing of it"));
    }

    // Seven business days are more than nine of the calendar.
    void daysOfTwoUnitsAreCompared()
    {
        const auto replying = [](const char *id, int days, const char *unit) {
            return changed(us, [&](Json::Object &root) {
                at(root, "id") = id;
                auto &clocks = at(root, "clocks").array();
                clocks.resize(1);
                Json::Object &clock = clocks.front().object();
                at(clock, "days") = days;
                at(clock, "unit") = unit;
                at(clock, "from") = "service";
                at(clock, "goal") = false;
            });
        };
        const auto sides = [](const std::vector<PackPtr> &packs) {
            const auto rows = compareRules(packs);
            return std::find_if(rows.begin(), rows.end(), [](const RuleComparison &it) { return it.topic == "time to reply"; })->sides;
        };
        auto row = sides({replying("a", 7, "business"), replying("b", 9, "calendar")});
        QVERIFY(row[0].stricter && !row[1].stricter);
        row = sides({replying("a", 5, "business"), replying("b", 7, "calendar")});
        QVERIFY(!row[0].stricter && !row[1].stricter);
    }

    void differenceTellsEverything_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *field, Change change) { QTest::newRow(field) << std::move(change) << QString(field); };
        row("sources", [](auto &root) { at(item(root, "sources", 0), "verified") = "everything"; });
        row("confidenceText", [](auto &root) { at(root, "confidenceText") = "Quite sure."; });
        row("jurisdiction", [](auto &root) { at(root, "jurisdiction") = "XX"; });
        row("digest", [](auto &root) { std::swap(at(root, "outcomes").array()[0], at(root, "outcomes").array()[1]); });
    }
    void differenceTellsEverything()
    {
        QFETCH(Change, change);
        QFETCH(QString, field);
        const auto list = difference(*shipped(us), *changed(us, change));
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(list.front().field), field);
        QVERIFY(list.front().before != list.front().after);
    }

    void differenceNamesOldAndNewWords()
    {
        const PackPtr before = shipped(us);
        const PackPtr after = changed(us, [](auto &root) {
            at(root, "version") = "2.1.0";
            auto &conditions = at(root, "conditions").array();
            conditions.erase(conditions.begin());                                  // 4(a)
            at(conditions[0].object(), "text") = "Quite another thing.";           // 4(b)
            Json added = conditions[0];
            at(added.object(), "id") = "4(z)";
            conditions.push_back(added);
        });
        const auto list = difference(*before, *after);
        const auto find = [&list](ChangeKind kind, const std::string &id) {
            return std::find_if(list.begin(), list.end(), [&](const PackChange &it) { return it.kind == kind && it.part == "condition" && it.id == id; });
        };
        QVERIFY(find(ChangeKind::Removed, "4(a)") != list.end());
        QCOMPARE(find(ChangeKind::Removed, "4(a)")->before, before->condition("4(a)")->text);
        QVERIFY(find(ChangeKind::Added, "4(z)") != list.end());
        QCOMPARE(find(ChangeKind::Changed, "4(b)")->after, std::string("Quite another thing."));
        QCOMPARE(find(ChangeKind::Changed, "4(b)")->before, before->condition("4(b)")->text);
        QCOMPARE(list.size(), std::size_t{4}); // the version, too, and nothing else
        QVERIFY(difference(*before, *before).empty());
    }
};

QTEST_GUILESS_MAIN(TestPacksRelations)
#include "tst_packs_relations.moc"
