// SPDX-License-Identifier: GPL-3.0-or-later
// The vectors of RFC 8785, and JavaScript itself as a second opinion on numbers.
#include "core/base/random.h"
#include "core/codec/json.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace caseward;
using namespace caseward::codec;

class TestJsonWriting : public QObject {
    Q_OBJECT

private slots:
    void rfcSample() // section 3.2.2 and 3.2.3
    {
        const std::string input = "{\n"
                                  "  \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],\n"
                                  "  \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\n"
                                  "  \"literals\": [null, true, false]\n"
                                  "}";
        const auto value = parseJson(viewOf(input));
        QVERIFY(value.ok());
        QCOMPARE(toHex(viewOf(canonicalJson(*value))), // the bytes of section 3.2.4
                 std::string("7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c"
                             "226e756d62657273223a5b3333333333333333332e333333333333332c31"
                             "652b33302c342e352c302e3030322c31652d32375d2c22737472696e6722"
                             "3a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d"));
    }

    void rfcSorting() // section 3.2.3
    {
        const std::string input = "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\","
                                  "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji\",\"\\u0080\":\"Control\",\"\\u00f6\":\"O\"}";
        const auto value = parseJson(viewOf(input));
        QVERIFY(value.ok());
        std::vector<std::string> order;
        for (const auto &member : value->object())
            order.push_back(member.second.string());
        QVERIFY((order == std::vector<std::string>{"Carriage Return", "One", "Control", "O", "Euro Sign", "Emoji", "Hebrew"}));
    }

    void orderAgreesWithUtf16()
    {
        const std::vector<char32_t> edges = {0x0,    0x41,   0x7f,    0x80,    0x7ff,   0x800,   0xcfff,  0xd000,  0xd7ff,
                                             0xe000, 0xefff, 0xf000,  0xffff,  0x10000, 0x3ffff, 0x40000, 0xfffff, 0x10ffff};
        for (const char32_t first : edges) {
            for (const char32_t second : edges) {
                const QString left = "x" + QString::fromUcs4(&first, 1);
                const QString right = "x" + QString::fromUcs4(&second, 1) + "y";
                const std::u16string left16 = left.toStdU16String();
                const std::u16string right16 = right.toStdU16String();
                QCOMPARE(Utf16Less()(left.toStdString(), right.toStdString()), left16 < right16);
                QCOMPARE(Utf16Less()(right.toStdString(), left.toStdString()), right16 < left16);
            }
        }
        QVERIFY(Utf16Less()("", "a"));
        QVERIFY(!Utf16Less()("a", "a"));
    }

    void rfcNumbers_data() // appendix B
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](quint64 bits, const char *text) { QTest::newRow(text) << bits << QByteArray(text); };
        row(0x0000000000000000, "0");
        QTest::newRow("minus zero") << quint64{0x8000000000000000} << QByteArray("0");
        row(0x0000000000000001, "5e-324");
        row(0x8000000000000001, "-5e-324");
        row(0x7fefffffffffffff, "1.7976931348623157e+308");
        row(0xffefffffffffffff, "-1.7976931348623157e+308");
        row(0x4340000000000000, "9007199254740992");
        row(0xc340000000000000, "-9007199254740992");
        row(0x4430000000000000, "295147905179352830000");
        row(0x44b52d02c7e14af5, "9.999999999999997e+22");
        row(0x44b52d02c7e14af6, "1e+23");
        row(0x44b52d02c7e14af7, "1.0000000000000001e+23");
        row(0x444b1ae4d6e2ef4e, "999999999999999700000");
        row(0x444b1ae4d6e2ef4f, "999999999999999900000");
        row(0x444b1ae4d6e2ef50, "1e+21");
        row(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7");
        row(0x3eb0c6f7a0b5ed8d, "0.000001");
        row(0x41b3de4355555553, "333333333.3333332");
        row(0x41b3de4355555554, "333333333.33333325");
        row(0x41b3de4355555555, "333333333.3333333");
        row(0x41b3de4355555556, "333333333.3333334");
        row(0x41b3de4355555557, "333333333.33333343");
        row(0xbecbf647612f3696, "-0.0000033333333333333333");
        row(0x43143ff3c1cb0959, "1424953923781206.2");
    }
    void rfcNumbers()
    {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(canonicalJson(Json(std::bit_cast<double>(bits))), text.toStdString());
    }

    void notNumbersBecomeNull()
    {
        QCOMPARE(canonicalJson(Json(std::numeric_limits<double>::quiet_NaN())), std::string("null"));
        QCOMPARE(canonicalJson(Json(-std::numeric_limits<double>::infinity())), std::string("null"));
    }

    void numbersAgreeWithJavaScript()
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        if (node.isEmpty())
            QSKIP("node is not installed");
        SeededRandom random(8785);
        QByteArray input;
        QByteArray ours;
        for (int i = 0; i < 20'000; ++i) {
            std::array<std::uint8_t, 8> bytes{};
            random.fill(bytes);
            auto value = std::bit_cast<double>(bytes);
            if (i % 3 == 1) // small decimals and integers, where the layouts change
                value = std::ldexp(static_cast<double>(static_cast<std::int8_t>(bytes[0])), bytes[1] % 100 - 50);
            if (i % 3 == 2)
                value = std::round(value) * std::pow(10.0, bytes[1] % 40 - 20);
            if (!std::isfinite(value))
                continue;
            input += QByteArray::number(std::bit_cast<quint64>(value), 16).rightJustified(16, '0') + '\n';
            ours += QByteArray::fromStdString(canonicalJson(Json(value))) + '\n';
        }
        QProcess process;
        process.start(node, {"-e",
                             "const lines = require('fs').readFileSync(0, 'utf8').trim().split('\\n');"
                             "process.stdout.write(lines.map(l => JSON.stringify(Buffer.from(l, 'hex').readDoubleBE(0))"
                             " + '\\n').join(''));"});
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        const QList<QByteArray> theirs = process.readAllStandardOutput().split('\n');
        const QList<QByteArray> mine = ours.split('\n');
        QVERIFY(mine.size() > 10'000);
        QCOMPARE(theirs.size(), mine.size());
        for (int i = 0; i < mine.size(); ++i)
            QCOMPARE(mine.at(i), theirs.at(i));
    }

    void strings()
    {
        std::string controls;
        for (char c = 0; c < 0x20; ++c)
            controls += c;
        QCOMPARE(canonicalJson(Json(controls + "\"\\/\x7f")),
                 std::string("\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
                             "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c"
                             "\\u001d\\u001e\\u001f\\\"\\\\/\x7f\""));
    }

    void pretty()
    {
        const Json value(Json::Object{{"b", Json::Array{1, Json::Object{}, Json::Array{}}}, {"a", "x"}});
        QCOMPARE(prettyJson(value), std::string("{\n"
                                                "  \"a\": \"x\",\n"
                                                "  \"b\": [\n"
                                                "    1,\n"
                                                "    {},\n"
                                                "    []\n"
                                                "  ]\n"
                                                "}\n"));
        QCOMPARE(canonicalJson(value), std::string("{\"a\":\"x\",\"b\":[1,{},[]]}"));
        QCOMPARE(prettyJson(Json()), std::string("null\n"));
    }
};

QTEST_GUILESS_MAIN(TestJsonWriting)
#include "tst_jsonwriting.moc"
