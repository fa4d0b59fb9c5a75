// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDate>
#include <QDateTime>
#include <QTest>

using namespace caseward;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void vectors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00.000Z") << qint64{0};
        QTest::newRow("one before") << QByteArray("1969-12-31T23:59:59.999Z") << qint64{-1};
        QTest::newRow("format page") << QByteArray("2026-11-22T09:15:02.114Z") << qint64{1795338902114};
        QTest::newRow("leap day") << QByteArray("2024-02-29T12:00:00.000Z") << qint64{1709208000000};
        QTest::newRow("leap century") << QByteArray("2000-02-29T00:00:00.000Z") << qint64{951782400000};
        QTest::newRow("year 0") << QByteArray("0000-01-01T00:00:00.000Z") << qint64{-62167219200000};
        QTest::newRow("year 0 is leap") << QByteArray("0000-02-29T00:00:00.000Z") << qint64{-62162121600000};
        QTest::newRow("1900") << QByteArray("1900-03-01T00:00:00.001Z") << qint64{-2203891199999};
        QTest::newRow("last") << QByteArray("9999-12-31T23:59:59.999Z") << qint64{253402300799999};
    }
    void vectors()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        QCOMPARE(toText(Instant{milliseconds}), text.toStdString());
        const auto parsed = parseInstant(text.toStdString());
        QVERIFY(parsed.ok());
        QCOMPARE(qint64{parsed->milliseconds}, milliseconds);
    }

    void badInstants_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "2026-11-22", "2026-11-22T09:15:02Z", "2026-11-22T09:15:02.11Z", "2026-11-22T09:15:02.1140Z",
              "2026-11-22 09:15:02.114Z", "2026-11-22t09:15:02.114Z", "2026-11-22T09:15:02.114z",
              "2026-11-22T09:15:02,114Z", "2026-11-22T09:15:02.114+00:00", "2026-11-22T24:00:00.000Z",
              "2026-11-22T09:60:02.114Z", "2016-12-31T23:59:60.000Z", "2026-13-22T09:15:02.114Z",
              "2026-00-22T09:15:02.114Z", "2026-11-31T09:15:02.114Z", "2026-11-00T09:15:02.114Z",
              "2025-02-29T09:15:02.114Z", "1900-02-29T09:15:02.114Z", "2100-02-29T00:00:00.000Z",
              "-026-11-22T09:15:02.114Z", "+026-11-22T09:15:02.114Z", "2026-11-22T 9:15:02.114Z",
              "2026-11-22T09:15:02.114ZZ", "2026-11-22T-9:15:02.114Z", "10000-01-01T00:00:00.00Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void badInstants()
    {
        QFETCH(QByteArray, text);
        const auto refused = parseInstant(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void everyDayOfFourCenturiesAgreesWithQt()
    {
        for (QDate date(1799, 12, 28); date < QDate(2201, 1, 3); date = date.addDays(1)) {
            const std::string text = date.toString(Qt::ISODate).toStdString();
            const auto number = dayNumber(text);
            QVERIFY2(number.ok(), text.c_str());
            QCOMPARE(qint64{*number}, QDate(1970, 1, 1).daysTo(date));
            QCOMPARE(dayOf(Instant{*number * 86'400'000 + 86'399'999}), text);
        }
    }

    void days()
    {
        QVERIFY(isDay("2024-02-29"));
        QVERIFY(isDay("0000-01-01"));
        QVERIFY(isDay("9999-12-31"));
        for (const char *text : {"", "2023-02-29", "2024-2-29", "2024-02-30", "2024/02/29", "24-02-29", "2024-02-29T",
                                 "2024-00-10", "2024-13-10", "2024-04-31", "20240229", " 2024-02-2"}) {
            QVERIFY2(!isDay(text), text);
            QVERIFY2(!dayNumber(text).ok(), text);
        }
        QCOMPARE(*dayNumber("1970-01-01"), std::int64_t{0});
        QCOMPARE(*dayNumber("1969-12-31"), std::int64_t{-1});
    }

    void whatParsersRefuseIsNotWrittenAsIfGood()
    {
        QVERIFY(!parseInstant(toText(Instant{253402300800000})).ok());
        QVERIFY(!parseInstant(toText(Instant{-62167219200001})).ok());
    }

    void clocks()
    {
        FixedClock fixed(Instant{5});
        QCOMPARE(fixed.now().milliseconds, std::int64_t{5});
        fixed.advance(7);
        QCOMPARE(fixed.now().milliseconds, std::int64_t{12});
        fixed.set(Instant{-1});
        QVERIFY(fixed.now() < Instant{0});
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = SystemClock().now().milliseconds;
        QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
