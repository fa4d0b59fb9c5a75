// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped questions of reciprocity load with every reason of SEAD 7; a file that is broken, unknown or too long is refused whole.
#include "core/packs/reciprocity.h"
#include "core/codec/json.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::packs;
using namespace caseward::tests;
using codec::Json;

namespace {

Path shippedFolder() { return Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "reciprocity"; }

Json::Object shipped()
{
    const Bytes bytes = must(readFile(shippedFolder() / "us-sead7-1.0.0.json", 1u << 20));
    return must(codec::parseJson(bytes, bytes.size())).object();
}

Result<ReciprocityRulesPtr> load(const Json::Object &root)
{
    const std::string text = codec::canonicalJson(Json(root));
    return ReciprocityRules::load(viewOf(text));
}

using Change = std::function<void(Json::Object &)>;

} // namespace

class TestPacksReciprocity : public QObject {
    Q_OBJECT

private slots:
    void theShippedOnes()
    {
        const auto rules = must(loadReciprocity(shippedFolder()));
        QVERIFY(rules != nullptr);
        QCOMPARE(rules->name(), std::string("us-sead7-1.0.0"));
        std::vector<std::string> ids;
        for (const ReciprocityQuestion &question : rules->questions)
            ids.push_back(question.id);
        QCOMPARE(ids, (std::vector<std::string>{"S7-1", "S7-2", "S7-3", "S7-4", "S7-5", "S7-6"}));
        QVERIFY(rules->question("S7-2")->effect == ReciprocityEffect::Reinvestigation);
        QVERIFY(rules->question("S7-3")->effect == ReciprocityEffect::Optional);
        QVERIFY(rules->question("S7-4")->verified && !rules->question("S7-5")->verified && !rules->question("S7-6")->verified);
        QVERIFY(rules->question("S7-7") == nullptr);
        QCOMPARE(rules->clockDays, 5U);
        QVERIFY(!rules->clockVerified);
        QVERIFY(must(loadReciprocity(shippedFolder() / "nowhere")) == nullptr);
    }

    void refused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *named, Change change) { QTest::newRow(name) << std::move(change) << QString(named); };
        const auto question = [](Json::Object &root, auto change) {
            Json::Array list = root["questions"].array();
            Json::Object first = list[0].object();
            change(first);
            list[0] = Json(std::move(first));
            root["questions"] = Json(std::move(list));
        };
        row("schema", "schema", [](Json::Object &root) { root["schema"] = Json("caseward-reciprocity/9"); });
        row("unknown field", "score", [](Json::Object &root) { root["score"] = Json(1); });
        row("no questions", "questions", [](Json::Object &root) { root["questions"] = Json(Json::Array()); });
        row("day", "effective", [](Json::Object &root) { root["effective"] = Json("2018-13-01"); });
        row("version", "version", [](Json::Object &root) { root["version"] = Json("one"); });
        row("years", "investigationYears", [](Json::Object &root) { root["investigationYears"] = Json(0); });
        row("a word nobody knows", "effect", [=](Json::Object &root) { question(root, [](Json::Object &it) { it["effect"] = Json("perhaps"); }); });
        row("fact", "fact", [=](Json::Object &root) { question(root, [](Json::Object &it) { it["fact"] = Json("weather"); }); });
        row("id", "id", [=](Json::Object &root) { question(root, [](Json::Object &it) { it["id"] = Json("S7 1"); }); });
        row("twice", "twice", [=](Json::Object &root) { question(root, [](Json::Object &it) { it["id"] = Json("S7-2"); }); });
        row("no words", "text", [=](Json::Object &root) { question(root, [](Json::Object &it) { it["text"] = Json(" "); }); });
        row("too many", "", [](Json::Object &root) {
            Json::Array list;
            for (int i = 0; i < 51; ++i)
                list.push_back(root["questions"].array()[0]);
            root["questions"] = Json(std::move(list));
        });
    }
    void refused()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        Json::Object root = shipped();
        VERIFY_OK(load(root));
        change(root);
        const auto loaded = load(root);
        QVERIFY(!loaded.ok());
        QVERIFY2(QString::fromStdString(loaded.fault().detail).contains(named), loaded.fault().detail.c_str());
    }

    void noJson()
    {
        for (const char *text : {"", "{", "[]", "null", "{\"schema\":\"caseward-reciprocity/1\"}", "\xff\xfe"})
            QVERIFY2(!ReciprocityRules::load(viewOf(std::string(text))).ok(), text);
    }
};

QTEST_GUILESS_MAIN(TestPacksReciprocity)
#include "tst_packs_reciprocity.moc"
