// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped holidays against days looked up elsewhere, a site's own days beside them, and files that are wrong in one thing.
#include "core/packs/holidays.h"

#include "core/base/clock.h"
#include "core/codec/json.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace caseward;
using namespace caseward::packs;
using namespace caseward::tests;
using codec::Json;

namespace {

Path shippedFolder() { return Path(CASEWARD_SOURCE_DIR) / "resources" / "packs" / "holidays"; }

Json::Object shipped()
{
    const Bytes bytes = must(readFile(shippedFolder() / "us-federal-1.0.0.json", 1u << 20));
    return must(codec::parseJson(bytes, bytes.size())).object();
}

Result<HolidaysPtr> load(const Json::Object &root)
{
    const std::string text = codec::canonicalJson(Json(root));
    return Holidays::load(viewOf(text));
}

using Change = std::function<void(Json::Object &)>;

} // namespace

class TestPacksHolidays : public QObject {
    Q_OBJECT

    HolidaysPtr m_us;
    std::string on(const char *day) { return m_us->titleOn(must(dayNumber(day))).value_or(""); }

private slots:
    void initTestCase()
    {
        const auto all = must(loadHolidays(shippedFolder()));
        QCOMPARE(holidaysOf(all, "US").size(), std::size_t(1));
        QVERIFY(holidaysOf(all, "UK").empty());
        QVERIFY(must(loadHolidays(shippedFolder() / "nowhere")).empty());
        m_us = all[0];
    }

    // As the Office of Personnel Management published them for 2021, 2022, 2026 and 2027.
    void everyDayOfAYear_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QStringList>("weekdays");
        QTest::newRow("2021") << 2021 << QStringList{"2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18", "2021-07-05", "2021-09-06", "2021-10-11", "2021-11-11", "2021-11-25", "2021-12-24", "2021-12-31"};
        QTest::newRow("2022") << 2022 << QStringList{"2022-01-17", "2022-02-21", "2022-05-30", "2022-06-20", "2022-07-04", "2022-09-05", "2022-10-10", "2022-11-11", "2022-11-24", "2022-12-26"};
        QTest::newRow("2026") << 2026 << QStringList{"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25"};
        QTest::newRow("2027") << 2027 << QStringList{"2027-01-01", "2027-01-18", "2027-02-15", "2027-05-31", "2027-06-18", "2027-07-05", "2027-09-06", "2027-10-11", "2027-11-11", "2027-11-25", "2027-12-24", "2027-12-31"};
    }
    void everyDayOfAYear()
    {
        QFETCH(int, year);
        QFETCH(QStringList, weekdays);
        QStringList found;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
            if (day.dayOfWeek() <= 5 && !on(qPrintable(day.toString(Qt::ISODate))).empty())
                found << day.toString(Qt::ISODate);
        QCOMPARE(found, weekdays);
    }

    void observedIsSaid()
    {
        QCOMPARE(on("2026-07-03"), std::string("Independence Day (observed)"));
        QCOMPARE(on("2026-07-04"), std::string("Independence Day"));
        QCOMPARE(on("2021-12-31"), std::string("New Year's Day (observed)"));
        QCOMPARE(on("2020-06-19"), std::string()); // not yet a holiday
        QCOMPARE(on("9999-12-31"), std::string("New Year's Day (observed)")); // of a year that cannot be written
    }

    // A site's own days stand in a file of their own; of one id the newest version counts.
    void aSiteAddsItsDays()
    {
        QTemporaryDir folder;
        const auto put = [&folder](const char *name, const Json::Object &root) {
            const std::string text = codec::canonicalJson(Json(root));
            must(writeFile(Path(folder.path().toStdString()) / name, viewOf(text)));
        };
        put("us.json", shipped());
        Json::Object own = shipped();
        own["id"] = Json("office");
        own["rules"] = Json(Json::Array());
        own["days"] = Json(Json::Array{Json(Json::Object{{"title", Json("Closed by order")}, {"on", Json("2026-12-24")}})});
        put("own-1.json", own);
        own["version"] = Json("1.1.0");
        own["days"] = Json(Json::Array{Json(Json::Object{{"title", Json("Snow")}, {"on", Json("2026-12-23")}})});
        put("own-2.json", own);
        const auto all = must(loadHolidays(folder.path().toStdString()));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0]->titleOn(must(dayNumber("2026-12-23"))).value_or(""), std::string("Snow"));
        QVERIFY(!all[0]->titleOn(must(dayNumber("2026-12-24"))));
        own["days"] = Json(3);
        put("own-3.json", own);
        const auto broken = loadHolidays(folder.path().toStdString());
        COMPARE_FAULT(broken, FaultCode::Malformed);
        QVERIFY(broken.fault().detail.starts_with("own-3.json: "));
    }

    void refused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *named, Change change) { QTest::newRow(name) << std::move(change) << QString(named); };
        const auto rule = [](Json::Object &root, auto change) {
            Json::Array list = root["rules"].array();
            change(list[0].object());
            root["rules"] = Json(std::move(list));
        };
        row("schema", "schema", [](Json::Object &root) { root["schema"] = Json("caseward-holidays/2"); });
        row("unknown field", "score", [](Json::Object &root) { root["score"] = Json(1); });
        row("nothing", "names no holiday", [](Json::Object &root) { root["rules"] = Json(Json::Array()); });
        row("shift", "saturday", [](Json::Object &root) { root["saturday"] = Json("friday"); });
        row("month", "month", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["month"] = Json(13); }); });
        row("no such day", "day", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["month"] = Json(2); it["day"] = Json(30); }); });
        row("neither", "day", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["day"] = Json(0); }); });
        row("both", "said beside a day", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["nth"] = Json(1); }); });
        row("a weekday without its number", "day", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["day"] = Json(0); it["weekday"] = Json("monday"); }); });
        row("no weekday", "weekday", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["day"] = Json(0); it["nth"] = Json(1); it["weekday"] = Json("Funday"); }); });
        row("the fifth", "nth", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["nth"] = Json(5); }); });
        row("single day", "on", [](Json::Object &root) { root["days"] = Json(Json::Array{Json(Json::Object{{"title", Json("x")}, {"on", Json("2026-02-30")}})}); });
        row("hidden letters", "", [=](Json::Object &root) { rule(root, [](Json::Object &it) { it["title"] = Json("New\u202eYear"); }); });
        row("too many", "more than 1000", [](Json::Object &root) {
            root["days"] = Json(Json::Array(1'001, Json(Json::Object{{"title", Json("x")}, {"on", Json("2026-02-03")}})));
        });
    }
    void refused()
    {
        QFETCH(Change, change);
        QFETCH(QString, named);
        Json::Object root = shipped();
        change(root);
        const auto result = load(root);
        QVERIFY(!result.ok());
        QVERIFY2(QString::fromStdString(result.fault().detail).contains(named), result.fault().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestPacksHolidays)
#include "tst_packs_holidays.moc"
