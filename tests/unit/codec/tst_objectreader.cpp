// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/objectreader.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace caseward;
using namespace caseward::codec;

Q_DECLARE_METATYPE(std::function<void(ObjectReader &)>)

namespace {

using Ask = std::function<void(ObjectReader &)>;

const char *const sample = R"({"text":"x","yes":true,"count":42,"ratio":0.5,"none":null,"list":["a","b"],"mixed":["a",1],)"
                           R"("inner":{"k":1},"at":"2026-11-22T09:15:02.114Z","bytes":"Zm9v",)"
                           R"("id":"017f22e2-79b0-7cc3-98c4-dc0c0c07398f",)"
                           R"("digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",)"
                           R"("big":9007199254740992,"bigger":9007199254740994,"huge":1e300,"small":-9007199254740992})";

Json parsed(const char *text)
{
    return parseJson(viewOf(text)).value();
}

} // namespace

class TestObjectReader : public QObject {
    Q_OBJECT

private slots:
    void everyTypedField()
    {
        const Json json = parsed(sample);
        ObjectReader reader(json, "sample");
        QCOMPARE(reader.text("text"), std::string("x"));
        QCOMPARE(reader.textOr("text", "y"), std::string("x"));
        QCOMPARE(reader.textOr("absent", "y"), std::string("y"));
        QVERIFY(reader.boolean("yes"));
        QVERIFY(reader.booleanOr("yes", false));
        QVERIFY(reader.booleanOr("absent", true));
        QVERIFY(!reader.booleanOr("absent", false));
        QCOMPARE(reader.integer("count", 0, 42), std::int64_t{42});
        QCOMPARE(reader.integerOr("count", 0, 50, 7), std::int64_t{42});
        QCOMPARE(reader.integerOr("absent", 0, 50, 7), std::int64_t{7});
        QCOMPARE(reader.number("ratio"), 0.5);
        QCOMPARE(reader.digest("digest").hex().substr(0, 8), std::string("e3b0c442"));
        QCOMPARE(toText(reader.instant("at")), std::string("2026-11-22T09:15:02.114Z"));
        QCOMPARE(toText(reader.base64("bytes")), std::string("foo"));
        QVERIFY((reader.texts("list") == std::vector<std::string>{"a", "b"}));
        QVERIFY(reader.member("none").isNull());
        QVERIFY(reader.optionalMember("absent") == nullptr);
        QVERIFY(reader.optionalMember("inner")->isObject());
        QCOMPARE(reader.array("mixed").size(), std::size_t{2});
        QCOMPARE(reader.object("inner").size(), std::size_t{1});
        QCOMPARE(reader.id<CaseId>("id").text(), std::string("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(reader.integer("big", least, most), std::int64_t{1} << 53);
        QCOMPARE(reader.integer("small", least, most), -(std::int64_t{1} << 53));
        reader.optionalMember("bigger");
        reader.optionalMember("huge");
        QVERIFY(!reader.failed());
        QVERIFY(reader.finish().ok());
    }

    void refused_data()
    {
        QTest::addColumn<Ask>("ask");
        QTest::addColumn<QByteArray>("field");
        constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const auto row = [](const char *name, const char *field, Ask ask) { QTest::newRow(name) << ask << QByteArray(field); };
        row("text missing", "absent", [](ObjectReader &r) { r.text("absent"); });
        row("text is number", "count", [](ObjectReader &r) { r.text("count"); });
        row("textOr is null", "none", [](ObjectReader &r) { r.textOr("none", "x"); });
        row("boolean is number", "count", [](ObjectReader &r) { r.boolean("count"); });
        row("booleanOr is text", "text", [](ObjectReader &r) { r.booleanOr("text", true); });
        row("integer is fraction", "ratio", [](ObjectReader &r) { r.integer("ratio", least, most); });
        row("integer is text", "text", [](ObjectReader &r) { r.integer("text", least, most); });
        row("integer too small", "count", [](ObjectReader &r) { r.integer("count", 43, 50); });
        row("integer too large", "count", [](ObjectReader &r) { r.integer("count", 0, 41); });
        row("integer beyond 2^53", "bigger", [](ObjectReader &r) { r.integer("bigger", least, most); });
        row("integer huge", "huge", [](ObjectReader &r) { r.integer("huge", least, most); });
        row("integerOr is null", "none", [](ObjectReader &r) { r.integerOr("none", 0, 9, 1); });
        row("number is boolean", "yes", [](ObjectReader &r) { r.number("yes"); });
        row("digest is text", "text", [](ObjectReader &r) { r.digest("text"); });
        row("instant is text", "text", [](ObjectReader &r) { r.instant("text"); });
        row("base64 is text", "text", [](ObjectReader &r) { r.base64("text"); });
        row("id is text", "text", [](ObjectReader &r) { r.id<CaseId>("text"); });
        row("id missing", "absent", [](ObjectReader &r) { r.id<CaseId>("absent"); });
        row("texts is mixed", "mixed", [](ObjectReader &r) { r.texts("mixed"); });
        row("texts is object", "inner", [](ObjectReader &r) { r.texts("inner"); });
        row("member missing", "absent", [](ObjectReader &r) { r.member("absent"); });
        row("array is object", "inner", [](ObjectReader &r) { r.array("inner"); });
        row("object is array", "list", [](ObjectReader &r) { r.object("list"); });
        row("own problem", "count", [](ObjectReader &r) { r.problem("count", "is unlucky"); });
    }
    void refused()
    {
        QFETCH(Ask, ask);
        QFETCH(QByteArray, field);
        const Json json = parsed(sample);
        ObjectReader reader(json, "sample");
        ask(reader);
        QVERIFY(reader.failed());
        const Status status = reader.finish(UnknownFields::Keep);
        QVERIFY(!status.ok());
        QCOMPARE(status.fault().code, FaultCode::Malformed);
        QVERIFY(status.fault().detail.find("sample") == 0);
        QVERIFY(status.fault().detail.find("\"" + field.toStdString() + "\"") != std::string::npos);
    }

    void theFirstProblemStaysAndLaterReadsAreEmpty()
    {
        const Json json = parsed(sample);
        ObjectReader reader(json, "sample");
        reader.text("count");
        QCOMPARE(reader.text("text"), std::string());
        QCOMPARE(reader.textOr("absent", "fallback"), std::string());
        QCOMPARE(reader.integer("count", 0, 100), std::int64_t{0});
        QVERIFY(!reader.boolean("yes"));
        QVERIFY(reader.texts("list").empty());
        QVERIFY(reader.optionalMember("inner") == nullptr);
        reader.problem("later", "too");
        QVERIFY(reader.finish().fault().detail.find("\"count\"") != std::string::npos);
    }

    void unknownFields()
    {
        const Json json = parsed(R"({"a":1,"b":2})");
        ObjectReader strict(json, "o");
        strict.integer("a", 0, 9);
        const Status refused = strict.finish();
        QVERIFY(!refused.ok());
        QVERIFY(refused.fault().detail.find("\"b\"") != std::string::npos);
        ObjectReader lenient(json, "o");
        lenient.integer("a", 0, 9);
        QVERIFY(lenient.finish(UnknownFields::Keep).ok());
    }

    void notAnObject()
    {
        for (const char *text : {"null", "[]", "\"x\"", "1"}) {
            const Json json = parsed(text);
            ObjectReader reader(json, "thing");
            QVERIFY(reader.failed());
            QCOMPARE(reader.text("a"), std::string());
            QCOMPARE(reader.finish().fault().code, FaultCode::Malformed);
        }
    }
};

QTEST_GUILESS_MAIN(TestObjectReader)
#include "tst_objectreader.moc"
