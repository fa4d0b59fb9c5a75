// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/random.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <type_traits>

using namespace caseward;

static_assert(!std::is_convertible_v<CaseId, DocumentId>);
static_assert(!std::is_constructible_v<DocumentId, CaseId>);

class TestIds : public QObject {
    Q_OBJECT

private slots:
    void shapeIsUuidVersion7()
    {
        const FixedClock clock(Instant{0x017f22e279b0}); // the example of RFC 9562 appendix A.6
        SeededRandom random(1);
        static const QRegularExpression shape(
            QStringLiteral("^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const std::string text = newUuidText(clock, random);
            QVERIFY2(shape.match(QString::fromStdString(text)).hasMatch(), text.c_str());
            QVERIFY(isUuidText(text));
            seen.insert(QString::fromStdString(text));
        }
        QCOMPARE(seen.size(), 1000);
    }

    void laterIdsSortLater()
    {
        FixedClock clock(*parseInstant("2026-11-22T09:15:02.114Z"));
        SeededRandom random(2);
        std::vector<CaseId> ids;
        for (int i = 0; i < 500; ++i) {
            ids.push_back(CaseId::make(clock, random));
            clock.advance(i % 7 == 0 ? 86'400'000 : 1);
        }
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

    void theRfcExampleParses()
    {
        const auto id = CaseId::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
        QVERIFY(id.ok());
        QCOMPARE(id->text(), std::string("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        QVERIFY(!id->isNull());
        QVERIFY(CaseId().isNull());
    }

    void badIds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("upper case") << QByteArray("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
        QTest::newRow("short") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398");
        QTest::newRow("long") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398ff");
        QTest::newRow("braces") << QByteArray("{17f22e2-79b0-7cc3-98c4-dc0c0c07398}");
        QTest::newRow("dash moved") << QByteArray("017f22e27-9b0-7cc3-98c4-dc0c0c07398f");
        QTest::newRow("no dashes") << QByteArray("017f22e279b07cc398c4dc0c0c07398f0000");
        QTest::newRow("version 4") << QByteArray("017f22e2-79b0-4cc3-98c4-dc0c0c07398f");
        QTest::newRow("variant") << QByteArray("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f");
        QTest::newRow("letter") << QByteArray("017f22e2-79b0-7cc3-98c4-dc0c0c07398g");
        QTest::newRow("traversal") << QByteArray("../../../../../../../../etc/passwd.x");
    }
    void badIds()
    {
        QFETCH(QByteArray, text);
        const auto refused = CaseId::parse(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void timesBeforeTheEpochStillGiveAnId()
    {
        const FixedClock clock(Instant{-5});
        SeededRandom random(3);
        QVERIFY(isUuidText(newUuidText(clock, random)));
    }

    void digests()
    {
        const std::string hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        const auto digest = Digest::parseHex(hex);
        QVERIFY(digest.ok());
        QCOMPARE(digest->hex(), hex);
        QVERIFY(*Digest::fromBytes(digest->bytes()) == *digest);
        QVERIFY(*digest != Digest());
        QVERIFY(!Digest::parseHex(hex.substr(2)).ok());
        QVERIFY(!Digest::parseHex(hex + "00").ok());
        QVERIFY(!Digest::parseHex("E" + hex.substr(1)).ok());
        QVERIFY(!Digest::parseHex("").ok());
        QVERIFY(!Digest::fromBytes(Bytes(31)).ok());
        QVERIFY(!Digest::fromBytes(Bytes(33)).ok());
    }

    void idsHash()
    {
        const auto id = *CaseId::parse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
        QCOMPARE(std::hash<CaseId>()(id), std::hash<std::string>()(id.text()));
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
