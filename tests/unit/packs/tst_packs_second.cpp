// SPDX-License-Identifier: GPL-3.0-or-later
// The second edition of packs: what is shipped says what the facts say; what is wrong in one thing is refused and named.
#include "changedpack.h"

#include "core/base/utf8.h"
#include "core/packs/difference.h"

#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::packs;
using namespace caseward::packs::tests;

Q_DECLARE_METATYPE(Change)

class TestPacksSecond : public QObject {
    Q_OBJECT

private slots:
    // The words a case is decided by are the same in both editions; only what the first could not say is new.
    void theDirectiveIsTheSameInBothEditions()
    {
        const PackPtr first = *committedPack(), second = shipped(us);
        QCOMPARE(second->edition, 2);
        QCOMPARE(first->edition, 1);
        for (const Condition *condition : first->allConditions()) {
            const Condition *same = second->condition(condition->id);
            QVERIFY2(same, condition->id.c_str());
            QCOMPARE(same->text, condition->text);
            QVERIFY(same->connective == condition->connective && same->kind == condition->kind);
            QVERIFY(!same->confidence.empty());
        }
        QCOMPARE(second->allConditions().size(), std::size_t{145});
        int prohibitions = 0, disqualifiers = 0;
        for (const StatutoryBar &bar : second->statutoryBars) {
            ++(bar.kind == BarKind::Prohibition ? prohibitions : disqualifiers);
            QCOMPARE(bar.waivable, bar.kind == BarKind::Disqualifier);
        }
        QCOMPARE(prohibitions, 1);
        QCOMPARE(disqualifiers, 3);
        for (const char *id : {"no-determination", "loss-of-jurisdiction", "discontinued", "cancelled", "decline-reciprocity"})
            QVERIFY(second->outcome(id)->outcomeClass == OutcomeClass::Administrative);
        for (const char *id : {"suspend", "grant-interim"})
            QVERIFY(second->outcome(id)->outcomeClass == OutcomeClass::Interim);
        for (const PackChange &change : difference(*first, *second)) {
            QVERIFY2(change.kind != ChangeKind::Removed, (change.part + " " + change.id).c_str());
            QVERIFY2(change.part != "condition" || change.field == "confidence", (change.id + " " + change.field).c_str());
        }
    }

    // Every decision an office can take has a row in the table of reviews, and each adverse one needs two levels.
    void everyOutcomeIsReviewed()
    {
        const auto packs = loadPacks(committedPackPath().parent_path());
        QVERIFY2(packs.ok(), packs.ok() ? "" : packs.fault().detail.c_str());
        for (const PackPtr &pack : *packs) {
            if (pack->edition == 1)
                continue;
            for (const Outcome &outcome : pack->outcomes) {
                const auto rule = std::find_if(pack->review.begin(), pack->review.end(), [&outcome](const ReviewRule &it) {
                    return std::find(it.outcomes.begin(), it.outcomes.end(), outcome.id) != it.outcomes.end();
                });
                QVERIFY2(rule != pack->review.end(), (pack->id + " " + outcome.id).c_str());
                QVERIFY2(outcome.outcomeClass != OutcomeClass::Adverse || (rule->levels >= 2 && rule->senior), (pack->id + " " + outcome.id).c_str());
            }
            for (const char *name : {"confidence", "notice"})
                QVERIFY2(!(std::string(name) == "notice" ? pack->notice : pack->confidence).empty(), pack->id.c_str());
            QVERIFY(!pack->sources.empty());
        }
    }

    void criteriaStandWithoutMitigators()
    {
        const PackPtr pack = shipped(nato);
        QVERIFY(pack->hasCriteria());
        QCOMPARE(pack->guidelines.size(), std::size_t{11});
        for (const Guideline &guideline : pack->guidelines) {
            QCOMPARE(guideline.disqualifying.size(), std::size_t{1});
            const Condition &criterion = guideline.disqualifying.front();
            QVERIFY(criterion.kind == ConditionKind::Criterion && isConcern(criterion.kind));
            QCOMPARE(guideline.mitigating.size(), std::size_t{1});
            QVERIFY(guideline.mitigating.front().kind == ConditionKind::Counterweight && !isConcern(guideline.mitigating.front().kind));
            QCOMPARE(pack->condition(criterion.id + "/for"), &guideline.mitigating.front());
        }
        QVERIFY(!shipped(us)->hasCriteria());
    }

    void germanComesWithEnglishBeside()
    {
        const PackPtr pack = shipped(de);
        QCOMPARE(pack->language, std::string("de"));
        QCOMPARE(pack->languages, (std::vector<std::string>{"de", "en"}));
        for (const Condition *condition : pack->allConditions()) {
            QCOMPARE(condition->also.size(), std::size_t{1});
            QCOMPARE(condition->also.front().language, std::string("en"));
            QVERIFY(!condition->also.front().text.empty() && condition->also.front().text != condition->text);
        }
    }

    void refused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *named, Change change) { QTest::newRow(name) << std::move(change) << QString(named); };
        row("no languages", "languages", [](auto &root) { at(root, "languages").array().clear(); });
        row("a language twice", "languages", [](auto &root) { at(root, "languages").array() = {Json("de"), Json("de")}; });
        row("a text in no language of the pack", "also", [](auto &root) { at(root, "languages").array() = {Json("de")}; });
        row("ends before it begins", "effectiveTo", [](auto &root) { at(root, "effectiveTo") = "1990-01-01"; });
        row("an end that is no day", "effectiveTo", [](auto &root) { at(root, "effectiveTo") = "2021-02-29"; });
        row("unknown confidence", "confidence", [](auto &root) { at(root, "confidence") = "certain"; });
        row("unknown confidence of a criterion", "conditions[0]: \"confidence\"", [](auto &root) { at(item(root, "conditions", 0), "confidence") = ""; });
        row("wrong count of criteria", "criteria", [](auto &root) { at(root, "counts").object()["criteria"] = 4; });
        row("takes its own place", "supersedes", [](auto &root) { at(root, "supersedes").array() = {Json(Json::Object{{"id", Json("de-sueg")}, {"version", Json("1.0.0")}})}; });
        row("takes the place of a newer one", "supersedes", [](auto &root) { at(root, "supersedes").array() = {Json(Json::Object{{"id", Json("de-sueg")}, {"version", Json("1.10.0")}})}; });
        row("refers to itself", "crosswalk", [](auto &root) { at(item(root, "crosswalk", 0), "pack") = "de-sueg"; });
        row("refers from nothing", "crosswalk", [](auto &root) { at(item(root, "crosswalk", 0), "from") = "DE-9"; });
        row("refers twice", "crosswalk", [](auto &root) { Json again(at(root, "crosswalk").array()[0]); at(root, "crosswalk").array().push_back(again); });
        row("review of an unknown outcome", "outcomes", [](auto &root) { at(item(root, "review", 0), "outcomes").array() = {Json("approve")}; });
        row("review of nothing", "outcomes", [](auto &root) { at(item(root, "review", 0), "outcomes").array().clear(); });
        row("no level of review", "levels", [](auto &root) { at(item(root, "review", 0), "levels") = 0; });
        row("no counterweight", "counterweight", [](auto &root) { root.erase(root.find(std::string_view("counterweight"))); });
        row("a counterweight without words", "counterweight", [](auto &root) { at(at(root, "counterweight").object(), "text") = " "; });
        row("a counterweight's id taken", "DE-1/for", [](auto &root) { at(item(root, "conditions", 1), "id") = "DE-1/for"; });
        row("a waivable prohibition", "waivable", [](auto &root) {
            at(root, "statutoryBars").array() = {Json(Json::Object{{"id", Json("B")}, {"text", Json("Bar")}, {"waivable", Json(true)}, {"appliesTo", Json(Json::Array())},
                                                                    {"kind", Json("prohibition")}, {"citation", Json("§ 1")}, {"also", Json(Json::Array())}})};
        });
        row("turned writing", "letters that cannot be seen", [](auto &root) { at(item(root, "conditions", 0), "shortText") = "Grant \u202Eyned"; });
        row("unseen letters", "letters that cannot be seen", [](auto &root) { at(item(root, "outcomes", 0), "confirmWord") = "GR\u200BANT"; });
        row("control characters", "letters that cannot be seen", [](auto &root) { at(root, "notice") = "Notice\x1b[31m"; });
        row("the field of another edition", "language", [](auto &root) { root["language"] = "de"; });
    }
    void refused()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        Json root = jsonOf(de);
        change(root.object());
        const auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
        QVERIFY(!pack.ok());
        QCOMPARE(pack.fault().code, FaultCode::Malformed);
        QVERIFY2(QString::fromStdString(pack.fault().detail).contains(named), pack.fault().detail.c_str());
    }

    void huge()
    {
        for (const Change &change : {Change([](auto &root) { at(root, "notice") = std::string(20'001, 'x'); }),
                                     Change([](auto &root) { at(root, "rules").array() = Json::Array(5'001, at(root, "rules").array().front()); }),
                                     Change([](auto &root) { at(root, "languages").array() = Json::Array(21, Json("de")); }),
                                     Change([](auto &root) { at(item(root, "conditions", 0), "also").array() = Json::Array(21, at(item(root, "conditions", 0), "also").array().front()); }),
                                     Change([](auto &root) { at(item(root, "review", 0), "outcomes").array() = Json::Array(5'001, Json("refuse")); }),
                                     Change([](auto &root) { at(at(root, "counterweight").object(), "keywords").array() = Json::Array(5'001, Json("for")); }),
                                     // Each within its limit; copied to every criterion they would be 80 MB.
                                     Change([](auto &root) {
                                         at(at(root, "counterweight").object(), "text") = std::string(20'000, 'x');
                                         const Json one = at(root, "conditions").array().front();
                                         for (int i = 0; i < 4'000; ++i) {
                                             at(root, "conditions").array().push_back(one);
                                             at(at(root, "conditions").array().back().object(), "id") = "X-" + std::to_string(i);
                                         }
                                         at(root, "counts").object()["criteria"] = 4'003;
                                     }),
                                     // 21 guidelines like one: two such packs would meet in the product of both.
                                     Change([](auto &root) {
                                         const Json one = at(root, "guidelines").array().front();
                                         for (int i = 0; i < 21; ++i) {
                                             at(root, "guidelines").array().push_back(one);
                                             at(at(root, "guidelines").array().back().object(), "letter") = "L" + std::to_string(i);
                                             at(root, "crosswalk").array().push_back(Json(Json::Object{{"from", Json("L" + std::to_string(i))}, {"pack", Json("other")}, {"to", Json("A")}}));
                                         }
                                         at(root, "counts").object()["guidelines"] = 24;
                                     })}) {
            Json root = jsonOf(de);
            change(root.object());
            const auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
            QVERIFY(!pack.ok());
            QCOMPARE(pack.fault().code, FaultCode::TooLarge);
        }
    }

    // Every letter that is not seen or turns the writing round, by its name in Unicode.
    void lettersThatMislead()
    {
        for (const char32_t letter : {U'\u00ad', U'\u034f', U'\u061c', U'\u115f', U'\u1160', U'\u17b4', U'\u180e', U'\u200d', U'\u202a', U'\u2066', U'\u2800', U'\u3164',
                                      U'\ufe0f', U'\ufeff', U'\uffa0', U'\ufff9', U'\ufffb', U'\U0001d173', U'\U000e0020', U'\U000e0100'}) {
            Json root = jsonOf(de);
            at(item(root.object(), "outcomes", 0), "title") = "Grant" + toUtf8(std::u32string(1, letter));
            const auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
            QVERIFY2(!pack.ok() && pack.fault().code == FaultCode::Malformed, QByteArray::number(static_cast<uint>(letter), 16));
        }
        changed(de, [](auto &root) { at(item(root, "outcomes", 0), "title") = "Erm\u00e4chtigung \u00a7\u00a05\nZeile"; }); // ends the test when refused
    }

    void cutAnywhere()
    {
        const Bytes whole = fileOf(de);
        QVERIFY(whole.size() > 1000);
        for (std::size_t size = 0; size < whole.size() - 2; size += 331)
            QVERIFY(!Pack::load(BytesView(whole.data(), size)).ok());
    }

    void versionsAreNumbers()
    {
        QVERIFY(isNewer("1.10.0", "1.9.9"));
        QVERIFY(isNewer("2.0.0", "1.99999999999999999999.0"));
        QVERIFY(!isNewer("1.0.0", "1.0.0"));
        QVERIFY(!isNewer("01.0.0", "1.0.0"));
        QVERIFY(!isNewer("1.2.3", "1.2.4"));
    }
};

QTEST_GUILESS_MAIN(TestPacksSecond)
#include "tst_packs_second.moc"
