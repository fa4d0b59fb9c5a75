// SPDX-License-Identifier: GPL-3.0-or-later
// roster.json: what is written is read again, what is not exactly that is refused.
#include "core/codec/json.h"
#include "core/model/roster.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::model;

class TestRoster : public QObject {
    Q_OBJECT

    static Roster sample()
    {
        Roster roster;
        roster.office = "Bureau 7";
        roster.version = 3;
        roster.previous = must(Digest::parseHex(std::string(64, 'a')));
        roster.at = must(parseInstant("2026-11-22T12:00:00.000Z"));
        roster.signer = must(PersonId::parse("01a20320-a200-7115-9bd1-2a30430a1969"));
        roster.people = {{roster.signer, "Otto Öfficer", {"auditor", "security-officer"}, {{1, 2, 3}, {4}}, Standing::Active, roster.at, ""},
                         {must(PersonId::parse("01a20320-a200-7115-9bd1-2a30430a1970")), "Ada", {}, {{9}}, Standing::Removed, roster.at, "left"}};
        return roster;
    }

private slots:
    void goesThere_andBack()
    {
        const Roster roster = sample();
        const std::string json = encodeRoster(roster);
        const Roster again = must(decodeRoster(viewOf(json)));
        QCOMPARE(encodeRoster(again), json);
        QVERIFY(again.people == roster.people);
        QCOMPARE(again.find(roster.signer)->name, std::string("Otto Öfficer"));
        QVERIFY(!again.find(PersonId()));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("code");
        const int malformed = static_cast<int>(FaultCode::Malformed);
        QTest::newRow("another format") << "caseward-roster/1" << "caseward-roster/2" << malformed;
        QTest::newRow("no version") << "\"version\":3" << "\"version\":0" << malformed;
        QTest::newRow("half a version") << "\"version\":3" << "\"version\":3.5" << malformed;
        QTest::newRow("no standing") << "\"removed\"" << "\"gone\"" << malformed;
        QTest::newRow("twice the same") << "1970\"" << "1969\"" << malformed;
        QTest::newRow("roles not sorted") << "[\"auditor\",\"security-officer\"]" << "[\"security-officer\",\"auditor\"]" << malformed;
        QTest::newRow("no certificate") << "[\"CQ==\"]" << "[]" << malformed;
        QTest::newRow("no base64") << "[\"CQ==\"]" << "[\"CQ\"]" << malformed;
        QTest::newRow("no name") << "\"name\":\"Ada\"" << "\"name\":\"\"" << malformed;
        QTest::newRow("more than it should have") << "\"office\":\"Bureau 7\"" << "\"office\":\"Bureau 7\",\"oh\":1" << malformed;
        QTest::newRow("a space") << "\"version\":3" << "\"version\": 3" << static_cast<int>(FaultCode::NotCanonical);
    }
    void refused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, code);
        const QString json = QString::fromStdString(encodeRoster(sample()));
        QVERIFY(json.contains(from));
        const std::string changed = QString(json).replace(json.lastIndexOf(from), from.size(), to).toStdString();
        COMPARE_FAULT(decodeRoster(viewOf(changed)), static_cast<FaultCode>(code));
    }

    void cutShort()
    {
        const std::string json = encodeRoster(sample());
        for (std::size_t size = 0; size < json.size(); ++size)
            QVERIFY(!decodeRoster(viewOf(std::string_view(json).substr(0, size))).ok());
    }

    void nobody()
    {
        Roster roster = sample();
        roster.people.clear();
        COMPARE_FAULT(decodeRoster(viewOf(encodeRoster(roster))), FaultCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestRoster)
#include "tst_model_roster.moc"
