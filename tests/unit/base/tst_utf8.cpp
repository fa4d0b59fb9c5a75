// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <QByteArray>
#include <QTest>

using namespace caseward;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void bad_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lone continuation") << QByteArray("\x80");
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf");
        QTest::newRow("overlong nul") << QByteArray("\xc0\x80");
        QTest::newRow("c1") << QByteArray("\xc1\xbf");
        QTest::newRow("overlong of three") << QByteArray("\xe0\x9f\xbf");
        QTest::newRow("overlong of four") << QByteArray("\xf0\x8f\xbf\xbf");
        QTest::newRow("first surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("last surrogate") << QByteArray("\xed\xbf\xbf");
        QTest::newRow("above 10FFFF") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("f5") << QByteArray("\xf5\x80\x80\x80");
        QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80");
        QTest::newRow("fe") << QByteArray("\xfe");
        QTest::newRow("ff") << QByteArray("\xff");
        QTest::newRow("cut of two") << QByteArray("a\xc3");
        QTest::newRow("cut of three") << QByteArray("a\xe2\x82");
        QTest::newRow("cut of four") << QByteArray("a\xf0\x9f\x98");
        QTest::newRow("letter for continuation") << QByteArray("\xe2\x82z");
        QTest::newRow("latin-1") << QByteArray("caf\xe9 noir");
    }
    void bad()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!isUtf8(text.toStdString()));
        const auto refused = toCodePoints(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void edgesOfEveryLength()
    {
        const std::u32string edges = {0x00, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff};
        const std::string text = toUtf8(edges);
        QCOMPARE(text.size(), std::size_t{1 + 1 + 2 + 2 + 3 + 3 + 3 + 3 + 3 + 4 + 4});
        QVERIFY(isUtf8(text));
        QVERIFY(*toCodePoints(text) == edges);
        QCOMPARE(codePointCount(text), edges.size());
    }

    void everyCodePointComesBack()
    {
        std::u32string all;
        for (char32_t value = 0; value <= 0x10ffff; value += 7)
            if (value < 0xd800 || value > 0xdfff)
                all += value;
        const std::string text = toUtf8(all);
        QVERIFY(*toCodePoints(text) == all);
        QCOMPARE(text, QString::fromUcs4(all.data(), static_cast<int>(all.size())).toStdString());
    }

    void whatIsNoCodePointIsReplaced()
    {
        QCOMPARE(toUtf8(std::u32string{0xd800}), std::string("\xef\xbf\xbd"));
        QCOMPARE(toUtf8(std::u32string{0x110000}), std::string("\xef\xbf\xbd"));
    }

    void slicesCountCodePoints()
    {
        const std::string text = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z"; // a é € 😀 z
        QCOMPARE(codePointCount(text), std::size_t{5});
        QCOMPARE(codePointSlice(text, 1, 3), std::string("\xc3\xa9\xe2\x82\xac"));
        QCOMPARE(codePointSlice(text, 3, 4), std::string("\xf0\x9f\x98\x80"));
        QCOMPARE(codePointSlice(text, 0, 99), text);
        QCOMPARE(codePointSlice(text, 4, 99), std::string("z"));
        QCOMPARE(codePointSlice(text, 5, 9), std::string());
        QCOMPARE(codePointSlice(text, 3, 3), std::string());
        QCOMPARE(codePointSlice(text, 3, 1), std::string());
        QCOMPARE(codePointSlice("", 0, 1), std::string());
    }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
