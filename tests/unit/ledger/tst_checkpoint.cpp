// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/ledger/ledger.h"

#include <QTest>

using namespace caseward;
using namespace caseward::ledger;

namespace {

const char *const example = "caseward/case/017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n"
                            "8\n"
                            "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private slots:
    void exampleOfTheFormatPage()
    {
        const auto checkpoint = decodeCheckpoint(example);
        QVERIFY(checkpoint.ok());
        QCOMPARE(checkpoint->origin, std::string("caseward/case/017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        QCOMPARE(checkpoint->size, std::uint64_t{8});
        QCOMPARE(checkpoint->root.hex(), std::string("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));
        QCOMPARE(encodeCheckpoint(*checkpoint), std::string(example));
    }

    void generatedOnesComeBack()
    {
        SeededRandom random(6962);
        for (int round = 0; round < 500; ++round) {
            std::array<std::uint8_t, 40> dice{};
            random.fill(dice);
            Checkpoint checkpoint;
            checkpoint.origin = "caseward/station/" + toHex(BytesView(dice).first(static_cast<std::size_t>(round % 20)));
            for (int i = 0; i < round % 9; ++i)
                checkpoint.size = checkpoint.size << 8 | dice[static_cast<std::size_t>(i)];
            checkpoint.root = *Digest::fromBytes(BytesView(dice).last(32));
            const auto back = decodeCheckpoint(encodeCheckpoint(checkpoint));
            QVERIFY(back.ok());
            QVERIFY(*back == checkpoint);
        }
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("one line", "origin\n");
        row("two lines", "origin\n8\n");
        row("no last newline", "origin\n8\n" + root.chopped(1));
        row("extra newline", "origin\n8\n" + root + "\n");
        row("extension line", "origin\n8\n" + root + "more\n");
        row("carriage returns", "origin\r\n8\r\n" + root);
        row("empty origin", "\n8\n" + root);
        row("space in origin", "my origin\n8\n" + root);
        row("plus in origin", "my+origin\n8\n" + root);
        row("accent in origin", "caf\xc3\xa9\n8\n" + root);
        row("nul in origin", QByteArray("a\0b\n8\n", 6) + root);
        row("long origin", QByteArray(201, 'o') + "\n8\n" + root);
        row("no size", "origin\n\n" + root);
        row("leading zero", "origin\n08\n" + root);
        row("sign", "origin\n+8\n" + root);
        row("negative", "origin\n-8\n" + root);
        row("hex size", "origin\n0x8\n" + root);
        row("space in size", "origin\n 8\n" + root);
        row("fraction", "origin\n8.0\n" + root);
        row("too large", "origin\n18446744073709551616\n" + root);
        row("short root", "origin\n8\nXcnaeQ==\n");
        row("long root", "origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQygA\n");
        row("stray bits in root", "origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n");
        row("unpadded root", "origin\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n");
        row("empty root", "origin\n8\n\n");
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        const auto refused = decodeCheckpoint(text.toStdString());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
    }

    void theLargestSize()
    {
        const Checkpoint checkpoint{"o", UINT64_MAX, Digest()};
        QVERIFY(*decodeCheckpoint(encodeCheckpoint(checkpoint)) == checkpoint);
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
