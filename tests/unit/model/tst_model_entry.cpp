// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/model/samples.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;

class TestModelEntry : public QObject {
    Q_OBJECT

private:
    static const std::string &sample()
    {
        static const std::string text =
            R"({"actor":"0193aaaa-0000-7000-8000-000000000002","at":"2026-11-22T09:15:02.114Z","body":{"note":"x"},)"
            R"("kind":"passage.noted","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":42,)"
            R"("station":"0193aaaa-0000-7000-8000-000000000003","v":1})";
        return text;
    }
    static std::string with(const std::string &from, const std::string &to)
    {
        std::string text = sample();
        const auto at = text.find(from);
        return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
    }

private slots:
    void readsAndWritesTheSameBytes()
    {
        const auto entry = decodeEntry(sample());
        QVERIFY2(entry.ok(), entry.ok() ? "" : entry.fault().detail.c_str());
        QCOMPARE(entry->seq, std::uint64_t(42));
        QCOMPARE(entry->kind, std::string("passage.noted"));
        QCOMPARE(toText(entry->at), std::string("2026-11-22T09:15:02.114Z"));
        QCOMPARE(entry->prev, Digest());
        QCOMPARE(encodeEntry(*entry), sample());
        // The test vector of core/design/formats/entry.md.
        QCOMPARE(ledger::leafHash(viewOf(sample())).hex(),
                 std::string("ff1daedaea37a93d1a42bd70a9dfcc189fd7ba846b2b0f0f4e230258fe3cdf85"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const std::string &text, FaultCode code) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(code);
        };
        row("nothing", "", FaultCode::Malformed);
        row("array", "[]", FaultCode::Malformed);
        row("blank before", " " + sample(), FaultCode::NotCanonical);
        row("other version", with("\"v\":1", "\"v\":2"), FaultCode::Malformed);
        row("negative seq", with(":42,", ":-1,"), FaultCode::Malformed);
        row("huge seq", with(":42,", ":1000000,"), FaultCode::Malformed);
        row("broken seq", with(":42,", ":1.5,"), FaultCode::Malformed);
        row("text seq", with(":42,", ":\"42\","), FaultCode::Malformed);
        row("short prev", with("\"0000", "\"00"), FaultCode::Malformed);
        row("local time", with("02.114Z", "02.114+01:00"), FaultCode::Malformed);
        row("no milliseconds", with("02.114Z", "02Z"), FaultCode::Malformed);
        row("bad actor", with("000000000002", "00000000000Z"), FaultCode::Malformed);
        row("body is text", with("{\"note\":\"x\"}", "\"x\""), FaultCode::Malformed);
        row("body is null", with("{\"note\":\"x\"}", "null"), FaultCode::Malformed);
        row("kind without dot", with("passage.noted", "passage"), FaultCode::Malformed);
        row("kind with two dots", with("passage.noted", "passage..noted"), FaultCode::Malformed);
        row("kind ends in dot", with("passage.noted", "passage.noted."), FaultCode::Malformed);
        row("kind in upper case", with("passage.noted", "Passage.noted"), FaultCode::Malformed);
        row("kind too long", with("passage.noted", "a." + std::string(63, 'b')), FaultCode::Malformed);
        row("unknown member", with(",\"v\":1", ",\"v\":1,\"w\":1"), FaultCode::Malformed);
        row("no station", with("\"station\":\"0193aaaa-0000-7000-8000-000000000003\",", ""), FaultCode::Malformed);
        row("too large", with("\"x\"", '"' + std::string(limits::entryBytes, 'x') + '"'), FaultCode::TooLarge);
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto entry = decodeEntry(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!entry.ok());
        QCOMPARE(static_cast<int>(entry.fault().code), code);
    }

    void everyPrefixIsRefused()
    {
        for (std::size_t length = 0; length < sample().size(); ++length)
            QVERIFY(!decodeEntry(std::string_view(sample()).substr(0, length)).ok());
    }

    void entriesOfEveryKindRoundTrip()
    {
        samples::Story story;
        for (const Event &event : samples::oneOfEach())
            story.add(event);
        for (const Entry &entry : story.entries()) {
            const auto again = decodeEntry(encodeEntry(entry));
            QVERIFY2(again.ok(), again.ok() ? "" : again.fault().detail.c_str());
            QVERIFY(*again == entry);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelEntry)
#include "tst_model_entry.moc"
