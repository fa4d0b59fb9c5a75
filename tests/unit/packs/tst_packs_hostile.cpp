// SPDX-License-Identifier: GPL-3.0-or-later
// Packs that are wrong in one thing: each is refused, and the fault names where.
#include "changedpack.h"

#include <QTest>

using namespace caseward;
using namespace caseward::packs;
using namespace caseward::packs::tests;

namespace {

// The smallest pack that is right, so that a change is seen at once.
std::string smallest()
{
    return R"json({"schema":"caseward-pack/1","id":"small","version":"1.0.0","jurisdiction":"XX","language":"en",
    "instrument":"Instrument","effective":"2020-02-29","notice":"Notice",
    "counts":{"guidelines":1,"disqualifying":1,"mitigating":1},
    "guidelines":[{"letter":"A","title":"Title","concern":{"citation":"¶ 1","text":"Concern."},"confidence":"high"}],
    "conditions":[
     {"id":"1(a)","guideline":"A","kind":"disqualifying","citation":"¶ 1(a)","shortText":"Short","text":"Text.",
      "subItems":[{"id":"1(a)(1)","text":"item"}],"keywords":["word"],"connective":"none"},
     {"id":"2(a)","guideline":"A","kind":"mitigating","citation":"¶ 2(a)","shortText":"Short","text":"Text.",
      "subItems":[],"keywords":[],"connective":"or"}],
    "factors":[{"id":"f1","group":"whole-person","text":"Factor","required":true}],
    "outcomes":[{"id":"grant","title":"Grant","class":"favourable","needsException":false,"confirmWord":"GRANT"},
                {"id":"except","title":"Grant","class":"favourable","needsException":true,"confirmWord":"EXCEPT"}],
    "exceptions":[{"code":"W","name":"waiver","text":"Text."}],
    "statutoryBars":[{"id":"B1","text":"Bar.","waivable":false,"appliesTo":["all"]}]})json";
}

Json parsedSmallest()
{
    auto json = codec::parseJson(viewOf(smallest()));
    if (!json.ok())
        qFatal("%s", json.fault().detail.c_str());
    return *json;
}

} // namespace
Q_DECLARE_METATYPE(Change)

class TestPacksHostile : public QObject {
    Q_OBJECT

private slots:
    void smallestIsRight()
    {
        const auto pack = Pack::load(viewOf(smallest()));
        QVERIFY2(pack.ok(), pack.ok() ? "" : pack.fault().detail.c_str());
        QCOMPARE((*pack)->condition("1(a)")->subItems.front().text, std::string("item"));
        QVERIFY((*pack)->condition("2(a)")->connective == Connective::Or);
    }

    void refused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *named, Change change) {
            QTest::newRow(name) << std::move(change) << QString(named);
        };
        const auto push = [](Json::Object &root, const char *list) {
            Json::Array &items = at(root, list).array();
            items.push_back(Json(items.front()));
        };
        row("other schema", "schema", [](auto &root) { at(root, "schema") = "caseward-pack/3"; });
        row("a criterion in the first edition", "conditions[0]: \"kind\"", [](auto &root) { at(item(root, "conditions", 0), "kind") = "criterion"; });
        row("an interim outcome in the first edition", "class", [](auto &root) { at(item(root, "outcomes", 0), "class") = "interim"; });
        row("unknown field", "surprise", [](auto &root) { root["surprise"] = 1; });
        row("unknown field of a condition", "conditions[1]: \"surprise\"", [](auto &root) { item(root, "conditions", 1)["surprise"] = 1; });
        row("unknown field of a concern", "guidelines[0].concern", [](auto &root) { at(item(root, "guidelines", 0), "concern").object()["x"] = 1; });
        row("missing field", "statutoryBars", [](auto &root) { root.erase(root.find(std::string_view("statutoryBars"))); });
        row("missing counts", "counts", [](auto &root) { root.erase(root.find(std::string_view("counts"))); });
        row("upper-case id", "\"id\"", [](auto &root) { at(root, "id") = "Small"; });
        row("version of two numbers", "version", [](auto &root) { at(root, "version") = "1.0"; });
        row("version with a word", "version", [](auto &root) { at(root, "version") = "1.0.x"; });
        row("no such day", "effective", [](auto &root) { at(root, "effective") = "2021-02-29"; });
        row("blank notice", "notice", [](auto &root) { at(root, "notice") = " \n"; });
        row("title is a number", "title", [](auto &root) { at(item(root, "guidelines", 0), "title") = 7; });
        row("unknown guideline", "conditions[0]: \"guideline\"", [](auto &root) { at(item(root, "conditions", 0), "guideline") = "Z"; });
        row("unknown kind", "conditions[0]: \"kind\"", [](auto &root) { at(item(root, "conditions", 0), "kind") = "aggravating"; });
        row("unknown connective", "connective", [](auto &root) { at(item(root, "conditions", 1), "connective") = "xor"; });
        row("duplicate condition", "1(a)", [](auto &root) { at(item(root, "conditions", 1), "id") = "1(a)"; });
        row("sub-item named as a condition", "2(a)", [](auto &root) {
            at(at(item(root, "conditions", 0), "subItems").array()[0].object(), "id") = "2(a)";
        });
        row("upper-case keyword", "keywords", [](auto &root) { at(item(root, "conditions", 0), "keywords").array()[0] = "Word"; });
        row("keyword is a number", "keywords", [](auto &root) { at(item(root, "conditions", 0), "keywords").array()[0] = 4; });
        row("duplicate guideline", "letter", [push](auto &root) {
            push(root, "guidelines");
            at(root, "counts").object()["guidelines"] = 2;
        });
        row("one guideline too few", "guidelines", [](auto &root) { at(root, "counts").object()["guidelines"] = 2; });
        row("wrong disqualifying count", "disqualifying", [](auto &root) { at(root, "counts").object()["disqualifying"] = 2; });
        row("wrong mitigating count", "mitigating", [](auto &root) { at(root, "counts").object()["mitigating"] = 0; });
        row("negative count", "mitigating", [](auto &root) { at(root, "counts").object()["mitigating"] = -1; });
        row("fraction as count", "mitigating", [](auto &root) { at(root, "counts").object()["mitigating"] = 1.5; });
        row("unknown group of factors", "group", [](auto &root) { at(item(root, "factors", 0), "group") = "other"; });
        row("duplicate factor", "f1", [push](auto &root) { push(root, "factors"); });
        row("no outcome", "outcomes", [](auto &root) { at(root, "outcomes").array().clear(); });
        row("duplicate outcome", "grant", [push](auto &root) { push(root, "outcomes"); });
        row("same word to confirm", "confirmWord", [](auto &root) { at(item(root, "outcomes", 1), "confirmWord") = "GRANT"; });
        row("unknown class", "class", [](auto &root) { at(item(root, "outcomes", 0), "class") = "good"; });
        row("exception without exceptions", "needsException", [](auto &root) { at(root, "exceptions").array().clear(); });
        row("duplicate exception", "code", [push](auto &root) { push(root, "exceptions"); });
        row("duplicate bar", "B1", [push](auto &root) { push(root, "statutoryBars"); });
        row("bar without truth", "waivable", [](auto &root) { at(item(root, "statutoryBars", 0), "waivable") = "no"; });
        row("conditions is an object", "conditions", [](auto &root) { at(root, "conditions") = Json(Json::Object()); });
        row("turned writing", "letters that cannot be seen", [](auto &root) { at(item(root, "conditions", 0), "shortText") = "Grant \u202Eyned"; });
        row("a condition is a string", "conditions[0]", [](auto &root) { at(root, "conditions").array()[0] = "1(a)"; });
    }

    void refused()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        Json root = parsedSmallest();
        change(root.object());
        const auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
        QVERIFY(!pack.ok());
        QCOMPARE(pack.fault().code, FaultCode::Malformed);
        QVERIFY2(QString::fromStdString(pack.fault().detail).contains(named), pack.fault().detail.c_str());
    }

    void notAPack()
    {
        for (const char *text : {"", "[]", "null", "{\"schema\":\"caseward-pack/1\"", "{\"id\":1,\"id\":2}"}) {
            const auto pack = Pack::load(viewOf(text));
            QVERIFY2(!pack.ok(), text);
            QCOMPARE(pack.fault().code, FaultCode::Malformed);
        }
    }

    void tooLarge()
    {
        std::string text = smallest();
        text.resize(limits::packBytes, ' '); // spaces are allowed, up to the limit
        QVERIFY(Pack::load(viewOf(text)).ok());
        text += ' ';
        const auto pack = Pack::load(viewOf(text));
        QVERIFY(!pack.ok());
        QCOMPARE(pack.fault().code, FaultCode::TooLarge);
    }

    // The first edition has no more of anything than the second.
    void tooManyOfAnything()
    {
        for (const char *list : {"guidelines", "conditions", "factors", "outcomes", "exceptions", "statutoryBars"}) {
            Json root = parsedSmallest();
            const Json one = at(root.object(), list).array().front();
            at(root.object(), list).array() = Json::Array(5'001, one);
            const auto pack = Pack::load(viewOf(codec::canonicalJson(root)));
            QVERIFY2(!pack.ok() && pack.fault().code == FaultCode::TooLarge, list);
        }
        Json root = parsedSmallest();
        at(item(root.object(), "conditions", 0), "keywords").array() = Json::Array(5'001, Json("word"));
        QCOMPARE(Pack::load(viewOf(codec::canonicalJson(root))).fault().code, FaultCode::TooLarge);
    }

    // Cut anywhere, the committed pack is refused and nothing worse happens.
    void cutAnywhere()
    {
        const Bytes whole = committedPackBytes();
        QVERIFY(whole.size() > 1000);
        for (std::size_t size = 0; size < whole.size() - 2; size += 997)
            QVERIFY(!Pack::load(BytesView(whole.data(), size)).ok());
    }
};

QTEST_GUILESS_MAIN(TestPacksHostile)
#include "tst_packs_hostile.moc"
