// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/random.h"

#include <QByteArray>
#include <QTest>

using namespace caseward;

class TestBytes : public QObject {
    Q_OBJECT

private slots:
    void textAndBytes()
    {
        const std::string text("a\0\xff", 3);
        QCOMPARE(toText(toBytes(text)), text);
        QCOMPARE(std::string(textView(viewOf(text))), text);
        QCOMPARE(toBytes("").size(), std::size_t{0});
    }

    void hexVectors()
    {
        QCOMPARE(toHex(Bytes{0x00, 0x01, 0x7f, 0x80, 0xab, 0xff}), std::string("00017f80abff"));
        QCOMPARE(*fromHex("00017f80abff"), (Bytes{0x00, 0x01, 0x7f, 0x80, 0xab, 0xff}));
        QVERIFY(fromHex("")->empty());
    }

    void badHex_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("odd") << QByteArray("abc");
        QTest::newRow("upper case") << QByteArray("AB");
        QTest::newRow("letter") << QByteArray("0g");
        QTest::newRow("space") << QByteArray(" 0");
        QTest::newRow("sign") << QByteArray("+1");
        QTest::newRow("prefix") << QByteArray("0x00");
        QTest::newRow("high bit") << QByteArray("\xff\xff");
        QTest::newRow("nul") << QByteArray("0\0", 2);
    }
    void badHex()
    {
        QFETCH(QByteArray, text);
        const auto refused = fromHex(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void base64Vectors_data()
    {
        // RFC 4648 section 10
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("0") << QByteArray("") << QByteArray("");
        QTest::newRow("1") << QByteArray("f") << QByteArray("Zg==");
        QTest::newRow("2") << QByteArray("fo") << QByteArray("Zm8=");
        QTest::newRow("3") << QByteArray("foo") << QByteArray("Zm9v");
        QTest::newRow("4") << QByteArray("foob") << QByteArray("Zm9vYg==");
        QTest::newRow("5") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
        QTest::newRow("6") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
        QTest::newRow("62 and 63") << QByteArray("\xfb\xef\xff") << QByteArray("++//");
    }
    void base64Vectors()
    {
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, encoded);
        QCOMPARE(toBase64(viewOf(plain.toStdString())), encoded.toStdString());
        QCOMPARE(toText(*fromBase64(encoded.toStdString())), plain.toStdString());
    }

    void badBase64_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no padding") << QByteArray("Zg");
        QTest::newRow("half padding") << QByteArray("Zg=");
        QTest::newRow("padding only") << QByteArray("====");
        QTest::newRow("three pads") << QByteArray("Z===");
        QTest::newRow("pad inside") << QByteArray("Zg==Zg==");
        QTest::newRow("pad before digit") << QByteArray("Z=g=");
        QTest::newRow("stray bits") << QByteArray("Zh==");
        QTest::newRow("stray bits of two") << QByteArray("Zm9=");
        QTest::newRow("newline") << QByteArray("Zm9v\nZm9");
        QTest::newRow("url alphabet") << QByteArray("-_-_");
        QTest::newRow("space") << QByteArray("Zm9 ");
        QTest::newRow("high bit") << QByteArray("\xff\xff\xff\xff");
    }
    void badBase64()
    {
        QFETCH(QByteArray, text);
        const auto refused = fromBase64(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void everyLengthComesBackAndAgreesWithQt()
    {
        SeededRandom random(7);
        for (std::size_t length = 0; length < 70; ++length) {
            Bytes bytes(length);
            random.fill(bytes);
            const QByteArray same(reinterpret_cast<const char *>(bytes.data()), static_cast<int>(length));
            QCOMPARE(toBase64(bytes), same.toBase64().toStdString());
            QCOMPARE(toHex(bytes), same.toHex().toStdString());
            QCOMPARE(*fromBase64(toBase64(bytes)), bytes);
            QCOMPARE(*fromHex(toHex(bytes)), bytes);
        }
    }
};

QTEST_GUILESS_MAIN(TestBytes)
#include "tst_bytes.moc"
