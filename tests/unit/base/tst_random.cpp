// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/random.h"

#include <QTest>

using namespace caseward;

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    void seededIsSplitmix64()
    {
        // Reference output of splitmix64 for seed 1234567: 6457827717110365317, 3203168211198807973, little-endian.
        SeededRandom random(1234567);
        Bytes bytes(16);
        random.fill(bytes);
        QCOMPARE(toHex(bytes), std::string("85fc08fb17d09e59a50f545884f0732c"));
    }

    void seededRepeats()
    {
        SeededRandom one(9);
        SeededRandom two(9);
        SeededRandom other(10);
        Bytes a(100);
        Bytes b(100);
        Bytes c(100);
        one.fill(a);
        two.fill(b);
        other.fill(c);
        QVERIFY(a == b);
        QVERIFY(a != c);
        one.fill(b);
        QVERIFY(a != b);
    }

    void systemFillsAllOfALargeBuffer()
    {
        SystemRandom random;
        Bytes first(100'000);
        Bytes second(100'000);
        random.fill(first);
        random.fill(second);
        QVERIFY(first != second);
        // 4 KiB of zeros do not happen by chance; they would mean that a part was never filled.
        QVERIFY(Bytes(first.end() - 4096, first.end()) != Bytes(4096));
        random.fill({});
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
