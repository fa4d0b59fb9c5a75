// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/json.h"

#include <QTest>

#include <limits>

using namespace caseward;
using namespace caseward::codec;

class TestJsonReading : public QObject {
    Q_OBJECT

private:
    static Result<Json> parse(const QByteArray &text) { return parseJson(viewOf(text.toStdString())); }
    static QByteArray nested(std::size_t depth, char open, char close)
    {
        return QByteArray(static_cast<int>(depth), open) + QByteArray(static_cast<int>(depth), close);
    }

private slots:
    void everyType()
    {
        const auto value = parse(" {\"n\":null,\"t\":true,\"f\":false,\"i\":-12,\"d\":2.5e-1,\r\n\t\"s\":\"x\",\"a\":[1,[],{}],\"o\":{\"\":0}} ");
        QVERIFY(value.ok());
        QVERIFY(value->find("n")->isNull());
        QVERIFY(value->find("t")->boolean());
        QVERIFY(!value->find("f")->boolean());
        QCOMPARE(value->find("i")->number(), -12.0);
        QCOMPARE(value->find("d")->number(), 0.25);
        QCOMPARE(value->find("s")->string(), std::string("x"));
        QCOMPARE(value->find("a")->array().size(), std::size_t{3});
        QCOMPARE(value->find("o")->object().size(), std::size_t{1});
        QVERIFY(value->find("absent") == nullptr);
        QVERIFY(value->find("a")->find("x") == nullptr);
        QVERIFY(parse("true")->boolean());
        QCOMPARE(parse("0")->number(), 0.0);
        QCOMPARE(parse("\"\"")->string(), std::string());
    }

    void escapes()
    {
        QCOMPARE(parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"")->string(), std::string("\"\\/\b\f\n\r\t"));
        QCOMPARE(parse("\"\\u0041\\u00e9\\u20AC\"")->string(), std::string("A\xc3\xa9\xe2\x82\xac"));
        QCOMPARE(parse("\"\\ud83d\\ude00\"")->string(), std::string("\xf0\x9f\x98\x80"));
        QCOMPARE(parse("\"\\uDBFF\\uDFFF\"")->string(), std::string("\xf4\x8f\xbf\xbf"));
        QCOMPARE(parse("\"a\\u0000b\"")->string(), std::string("a\0b", 3));
        QCOMPARE(parse("\"\x7f\"")->string(), std::string("\x7f"));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("space only", "  \n");
        row("byte order mark", "\xef\xbb\xbf{}");
        row("utf-16", QByteArray("{\0}\0", 4));
        row("nul after", QByteArray("1\0", 2));
        row("form feed is no space", "\f1");
        row("no-break space", "\xc2\xa0""1");
        row("trailing value", "1 2");
        row("trailing bracket", "[]]");
        row("open object", "{\"a\":1");
        row("open array", "[1,2");
        row("open key", "{\"a");
        row("no colon", "{\"a\" 1}");
        row("no key", "{1:2}");
        row("bare key", "{a:1}");
        row("single quotes", "{'a':1}");
        row("trailing comma in object", "{\"a\":1,}");
        row("trailing comma in array", "[1,]");
        row("leading comma", "[,1]");
        row("double comma", "[1,,2]");
        row("missing comma", "[1 2]");
        row("mismatched", "[1}");
        row("comment", "/* x */ 1");
        row("duplicate key", "{\"a\":1,\"a\":1}");
        row("duplicate by escape", "{\"a\":1,\"\\u0061\":2}");
        row("duplicate deep", "[{\"x\":{\"k\":0,\"j\":1,\"k\":2}}]");
        row("lone high surrogate", "\"\\ud83d\"");
        row("lone low surrogate", "\"\\ude00\"");
        row("high then letter", "\"\\ud83dx\"");
        row("high then escape", "\"\\ud83d\\n\"");
        row("high then high", "\"\\ud83d\\ud83d\"");
        row("swapped", "\"\\ude00\\ud83d\"");
        row("raw surrogate", "\"\xed\xa0\xbd\xed\xb8\x80\"");
        row("surrogate in key", "{\"\\ud800\":1}");
        row("bad utf-8", "\"\xff\"");
        row("overlong", "\"\xc0\xaf\"");
        row("cut utf-8 before escape", "\"\xe2\x82\\u00ac\"");
        row("bad utf-8 in key", "{\"\x80\":1}");
        row("raw newline", "\"a\nb\"");
        row("raw tab", "\"a\tb\"");
        row("raw nul", QByteArray("\"a\0b\"", 5));
        row("raw 1f", "\"\x1f\"");
        row("unknown escape", "\"\\x41\"");
        row("cut escape", "\"\\");
        row("cut u", "\"\\u12\"");
        row("signed u", "\"\\u+123\"");
        row("letter in u", "\"\\u12g4\"");
        row("NaN", "NaN");
        row("Infinity", "Infinity");
        row("negative Infinity", "-Infinity");
        row("inf", "inf");
        row("plus", "+1");
        row("minus", "-");
        row("leading zero", "01");
        row("negative leading zero", "-01");
        row("no integer part", ".5");
        row("no fraction", "1.");
        row("no exponent", "1e");
        row("no exponent digits", "1e+");
        row("hex", "0x10");
        row("comma number", "1,5");
        row("overflow", "1e400");
        row("negative overflow", "-1e400");
        row("underflow", "1e-400");
        row("upper case literal", "True");
        row("cut literal", "nul");
        row("long literal", "nulll");
        row("too deep arrays", nested(limits::jsonDepth + 1, '[', ']'));
        row("very deep arrays", QByteArray(1'000'000, '['));
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        const auto refused = parse(text);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
        QVERIFY2(refused.fault().detail.find("at byte ") != std::string::npos, refused.fault().detail.c_str());
    }

    void depthIsCountedExactly()
    {
        QVERIFY(parse(nested(limits::jsonDepth, '[', ']')).ok());
        QByteArray objects = "0";
        for (std::size_t i = 0; i < limits::jsonDepth; ++i)
            objects = "{\"a\":" + objects + "}";
        QVERIFY(parse(objects).ok());
        QVERIFY(!parse("[" + objects + "]").ok());
    }

    void offsetsAreNamed()
    {
        const auto refused = parse("{\"abc\":1,\"abc\":2}");
        QCOMPARE(refused.fault().arguments.front().first, std::string("offset"));
        QCOMPARE(refused.fault().arguments.front().second, std::string("9"));
    }

    void sizeIsBounded()
    {
        const std::string text = "[1,2,3]";
        QVERIFY(parseJson(viewOf(text), text.size()).ok());
        const auto refused = parseJson(viewOf(text), text.size() - 1);
        QCOMPARE(refused.fault().code, FaultCode::TooLarge);
    }

    void numbersAtTheEdges()
    {
        QCOMPARE(parse("5e-324")->number(), std::numeric_limits<double>::denorm_min());
        QCOMPARE(parse("1.7976931348623157e308")->number(), std::numeric_limits<double>::max());
        QCOMPARE(parse("9007199254740993")->number(), 9007199254740992.0);
        QCOMPARE(parse("100000000000000000000000000000000000")->number(), 1e35);
        QCOMPARE(parse("-0")->number(), 0.0);
        QCOMPARE(parse("0e0")->number(), 0.0);
        QCOMPARE(parse("1E+2")->number(), 100.0);
    }

    void notCanonical_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {" {}", "{} ", "{}\n", "{ }", "[1, 2]", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "1.0", "1e2", "-0", "0.0", "1E30",
              "1e30", "0.0000001", "9007199254740993", "\"\\u0041\"", "\"\\/\"", "\"\\u000a\"", "\"\\u001F\"",
              "\"\\u20ac\"", "333333333.33333329", "{\"\xef\xac\xb3\":1,\"\xf0\x9f\x98\x80\":2}"})
            QTest::newRow(text) << QByteArray(text);
    }
    void notCanonical()
    {
        QFETCH(QByteArray, text);
        QVERIFY(parse(text).ok());
        const auto refused = parseCanonicalJson(viewOf(text.toStdString()));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::NotCanonical);
    }

    void canonicalIsTaken()
    {
        const std::string text = "{\"\":[],\"a\":{\"b\":null,\"c\":[true,-1.5,1e+21,\"\\u001f\xe2\x82\xac\"]}}";
        QVERIFY(parseCanonicalJson(viewOf(text)).ok());
        QCOMPARE(parseCanonicalJson(viewOf("{")).fault().code, FaultCode::Malformed);
        QCOMPARE(parseCanonicalJson(viewOf(text), 3).fault().code, FaultCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestJsonReading)
#include "tst_jsonreading.moc"
