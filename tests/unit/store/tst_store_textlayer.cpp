// SPDX-License-Identifier: GPL-3.0-or-later
// The stored text layer: one spelling, exact words, boxes within 1/65535 of the page.
#include "core/base/limits.h"
#include "core/crypto/digest.h"
#include "core/store/textlayer.h"
#include "tests/support/outcomes.h"

#include <QTest>

#include <cmath>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

namespace {

PageLayer page(const std::string &text, bool boxes, std::size_t characters)
{
    PageLayer layer{{612, 792}, {text, {}}};
    for (std::size_t index = 0; boxes && index < characters; ++index)
        layer.text.boxes.push_back({10.0 + 7.3 * static_cast<double>(index), 72.25, 6.6, 12});
    return layer;
}

TextLayer sample()
{
    return {page("First line\nsecond line", true, 22), page("", false, 0), page("𝄞 naïve\ttab \"quoted\"", true, 20), page("plain", false, 0)};
}

} // namespace

class TestTextLayer : public QObject {
    Q_OBJECT

private slots:
    void roundTrip()
    {
        const TextLayer layer = sample();
        const std::string text = encodeTextLayer(layer);
        const TextLayer read = must(decodeTextLayer(text));
        QCOMPARE(read.size(), layer.size());
        for (std::size_t index = 0; index < layer.size(); ++index) {
            QVERIFY(read[index].size == layer[index].size);
            QCOMPARE(read[index].text.text, layer[index].text.text);
            QCOMPARE(read[index].text.boxes.size(), layer[index].text.boxes.size());
            for (std::size_t box = 0; box < layer[index].text.boxes.size(); ++box) {
                const model::Rect &a = layer[index].text.boxes[box], &b = read[index].text.boxes[box];
                QVERIFY(std::abs(a.x - b.x) < 0.01 && std::abs(a.y - b.y) < 0.01);
                QVERIFY(std::abs(a.width - b.width) < 0.01 && std::abs(a.height - b.height) < 0.01);
            }
        }
        // What has been rounded once is not rounded again: the digest survives any number of journeys.
        QCOMPARE(encodeTextLayer(read), text);
    }

    void digestIsOverTheStoredLines()
    {
        const TextLayer layer = sample();
        QVERIFY(textLayerDigest(layer) == crypto::sha256(viewOf(encodeTextLayer(layer))));
        TextLayer other = layer;
        other[0].text.text[0] = 'f';
        QVERIFY(textLayerDigest(other) != textLayerDigest(layer));
        other = layer;
        other[0].text.boxes[3].x += 1;
        QVERIFY(textLayerDigest(other) != textLayerDigest(layer));
    }

    void everyLineIsOneSpelling()
    {
        const std::string line = encodePage(sample()[0], 1);
        QVERIFY(line.starts_with("{\"boxes\":\""));
        COMPARE_FAULT(decodePage(" " + line, 1), FaultCode::NotCanonical);
        COMPARE_FAULT(decodePage(line + " ", 1), FaultCode::NotCanonical);
        COMPARE_FAULT(decodePage("{\"height\":792,\"boxes\":\"\",\"page\":1,\"text\":\"\",\"width\":612}", 1), FaultCode::NotCanonical);
        COMPARE_FAULT(decodePage("{\"boxes\":\"\",\"height\":792.0,\"page\":1,\"text\":\"\",\"width\":612}", 1), FaultCode::NotCanonical);
        VERIFY_OK(decodePage("{\"boxes\":\"\",\"height\":792,\"page\":1,\"text\":\"\",\"width\":612}", 1));
    }

    void hostileLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not an object") << QByteArray("[]");
        QTest::newRow("another page") << QByteArray(R"({"boxes":"","height":792,"page":2,"text":"","width":612})");
        QTest::newRow("page 0") << QByteArray(R"({"boxes":"","height":792,"page":0,"text":"","width":612})");
        QTest::newRow("no text") << QByteArray(R"({"boxes":"","height":792,"page":1,"width":612})");
        QTest::newRow("unknown field") << QByteArray(R"({"boxes":"","height":792,"page":1,"text":"","width":612,"x":1})");
        QTest::newRow("no size") << QByteArray(R"({"boxes":"","height":0,"page":1,"text":"","width":612})");
        QTest::newRow("negative size") << QByteArray(R"({"boxes":"","height":792,"page":1,"text":"","width":-612})");
        QTest::newRow("huge page") << QByteArray(R"({"boxes":"","height":14401,"page":1,"text":"","width":612})");
        QTest::newRow("too few boxes") << QByteArray(R"({"boxes":"AAAAAAAAAAA=","height":792,"page":1,"text":"ab","width":612})");
        QTest::newRow("half a box") << QByteArray(R"({"boxes":"AAAA","height":792,"page":1,"text":"a","width":612})");
        QTest::newRow("boxes of nothing") << QByteArray(R"({"boxes":"AAAAAAAAAAA=","height":792,"page":1,"text":"","width":612})");
        QTest::newRow("not base64") << QByteArray(R"({"boxes":"A","height":792,"page":1,"text":"a","width":612})");
        QTest::newRow("text is a number") << QByteArray(R"({"boxes":"","height":792,"page":1,"text":1,"width":612})");
    }
    void hostileLines()
    {
        QFETCH(QByteArray, line);
        COMPARE_FAULT(decodePage(line.toStdString(), 1), FaultCode::Malformed);
    }

    void hostileLayers()
    {
        const std::string text = encodeTextLayer(sample());
        COMPARE_FAULT(decodeTextLayer(text.substr(0, text.size() - 1)), FaultCode::Malformed);
        COMPARE_FAULT(decodeTextLayer(text + "\n"), FaultCode::Malformed);
        COMPARE_FAULT(decodeTextLayer(text + encodePage(sample()[0], 7) + "\n"), FaultCode::Malformed);
        COMPARE_FAULT(decodeTextLayer(encodePage(sample()[0], 2) + "\n"), FaultCode::Malformed);
        QCOMPARE(must(decodeTextLayer("")).size(), std::size_t(0));
    }

    void boxesBeyondThePageAreKeptOnIt()
    {
        PageLayer layer{{100, 100}, {"ab", {{-5, 200, 50, 1e9}, {1e300, -1e300, 0, 0}}}};
        const PageLayer read = must(decodePage(encodePage(layer, 1), 1));
        for (const model::Rect &box : read.text.boxes)
            for (const double value : {box.x, box.y, box.width, box.height})
                QVERIFY(value >= 0 && value <= 100);
    }
};

QTEST_GUILESS_MAIN(TestTextLayer)
#include "tst_store_textlayer.moc"
