// SPDX-License-Identifier: GPL-3.0-or-later
// The gap rule against tables of cases and against a count of days one by one; and what written dates may mean.
#include "core/rules/gaprule.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::rules;
using caseward::tests::must;

namespace {

DayNumber day(const std::string &text) { return must(dayNumber(text)); }

// "2015-01..2016-03-05" as the widest reading of its two ends; asOf is the end of the window.
Cover coverOf(const std::string &text, DayNumber asOf)
{
    const std::size_t dots = text.find("..");
    const auto from = whenOf(text.substr(0, dots), asOf), to = whenOf(text.substr(dots + 2), asOf);
    if (!from || !to)
        qFatal("not a stretch: %s", text.c_str());
    return {from->first, to->last};
}

std::string wordsOf(const std::vector<Hole> &holes)
{
    std::string words;
    for (const Hole &hole : holes) {
        words += (words.empty() ? "" : " ") + dayText(hole.from) + ".." + dayText(hole.to) + (hole.tail ? "!" : "");
        words += "(" + (hole.before ? std::to_string(*hole.before) : "-") + "," + (hole.after ? std::to_string(*hole.after) : "-") + ")";
    }
    return words;
}

} // namespace

class TestGapRule : public QObject {
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<QString>("covers");
        QTest::addColumn<QString>("holes"); // from..to, ! for the tail, (record before, record after)
        // The window is 2016-11-23 to 2026-11-23.
        const auto row = [](const char *name, const char *covers, const char *holes) { QTest::newRow(name) << QString(covers) << QString(holes); };
        row("nothing was answered", "", "2016-11-23..2026-11-23!(-,-)");
        row("one, up to the present", "2010-01..present", "");
        row("exactly the window", "2016-11-23..2026-11-23", "");
        row("thirty days are no gap", "2010-01..2018-03-31 2018-05-01..present", "");
        row("thirty-one days are one", "2010-01..2018-03-31 2018-05-02..present", "2018-04-01..2018-05-01(0,1)");
        row("touching", "2010-01..2018-03-31 2018-04-01..present", "");
        row("on the same day", "2010-01..2018-03-31 2018-03-31..present", "");
        row("overlapping", "2010-01..2019-01 2018-04..present", "");
        row("side jobs within an umbrella job", "2010-01..present 2017-01..2017-03 2020-01..2020-02", "");
        row("a gap behind the umbrella, not behind the side job", "2010-01-01..2020-06-30 2017-01-01..2017-03-31 2021-01-01..present",
            "2020-07-01..2020-12-31(0,2)");
        row("listed newest first", "2021-01-01..present 2017-01-01..2017-03-31 2010-01-01..2020-06-30", "2020-07-01..2020-12-31(2,0)");
        row("the same stretch twice", "2010-01..2019-12-31 2010-01..2019-12-31 2020-03-01..present", "2020-01-01..2020-02-29(0,2)");
        row("the tail has no tolerance", "2010-01..2026-11-22", "2026-11-23..2026-11-23!(0,-)");
        row("the tail, longer", "2010-01..2026-06-30", "2026-07-01..2026-11-23!(0,-)");
        row("the head has it", "2016-12-23..present", "");
        row("the head, one day more", "2016-12-24..present", "2016-11-23..2016-12-23(-,0)");
        row("a hole that begins before the window", "2010-01..2016-10-31 2017-02-01..present", "2016-11-23..2017-01-31(0,1)");
        row("what is left of it in the window is short", "2010-01..2016-05-31 2016-12-20..present", "");
        row("a hole before the window", "2000-01..2005-12-31 2015-01-01..present", "");
        row("ended before the window: the one that ended last is blamed", "2008-01..2012-12-31 2000-01..2009-12-31 2017-06-01..present",
            "2016-11-23..2017-05-31(0,2)");
        row("turned round covers nothing", "2016-11-23..2020-01-31 2024-01-01..2020-02-01 2020-02-01..present", "");
        row("turned round covers nothing, so there is a hole", "2016-11-23..2020-01-31 2024-01-01..2020-02-01 2020-06-01..present",
            "2020-02-01..2020-05-31(0,2)");
        row("begins tomorrow", "2010-01..2026-09-30 2026-11-24..2027-12-31", "2026-10-01..2026-11-23!(0,1)");
        row("lasts beyond today", "2010-01..2027-12-31", "");
        row("only in the future", "2027-01..2027-12-31", "2016-11-23..2026-11-23!(-,0)");
        row("months: a month of thirty days between is none", "2010-01..2018-03 2018-05..present", "");
        row("months: a month of thirty-one days is one", "2010-01..2018-04 2018-06..present", "2018-05-01..2018-05-31(0,1)");
        row("months: February of a leap year", "2010-01..2020-01 2020-03..present", "");
        row("months: two of them", "2010-01..2019-12 2020-03..present", "2020-01-01..2020-02-29(0,1)");
        row("leap day covered", "2010-01..2020-01-31 2020-02-29..present", "");
        row("the leap day makes thirty-one", "2010-01..2020-01-30 2020-03-02..present", "2020-01-31..2020-03-01(0,1)");
        row("one year later the same is thirty", "2010-01..2021-01-30 2021-03-02..present", "");
        row("years: any day of them", "2010..2018 2019..present", "");
        row("years: one is missing", "2010..2017 2019..present", "2018-01-01..2018-12-31(0,1)");
        row("several", "2017-03-01..2018-01-31 2018-06-01..2019-01-31 2020-01-01..2026-11-20",
            "2016-11-23..2017-02-28(-,0) 2018-02-01..2018-05-31(0,1) 2019-02-01..2019-12-31(1,2) 2026-11-21..2026-11-23!(2,-)");
    }
    void table()
    {
        QFETCH(QString, covers);
        QFETCH(QString, holes);
        const DayNumber today = day("2026-11-23");
        std::vector<Cover> given;
        for (const QString &one : covers.split(' ', Qt::SkipEmptyParts))
            given.push_back(coverOf(one.toStdString(), today));
        QCOMPARE(QString::fromStdString(wordsOf(findHoles(given, {yearsBefore(today, 10), today}))), holes);
    }

    void anEmptyWindowHasNoHoles()
    {
        QVERIFY(findHoles({}, {10, 9}).empty());
        QVERIFY(findHoles({{0, 5}, {20, 30}}, {10, 9}).empty());
        QCOMPARE(findHoles({}, {10, 10}).size(), std::size_t(1));
    }

    // Day by day: every hole is uncovered and as long as it can be, and every other uncovered stretch is short and not the tail.
    void countedDayByDay()
    {
        SeededRandom random(7);
        const auto below = [&](std::uint64_t bound) {
            std::array<std::uint8_t, 8> bytes{};
            random.fill(bytes);
            std::uint64_t number = 0;
            std::memcpy(&number, bytes.data(), sizeof number);
            return static_cast<DayNumber>(number % bound);
        };
        for (int round = 0; round < 2'000; ++round) {
            const Window window{100, 100 + below(400)};
            std::vector<Cover> covers;
            for (DayNumber count = below(8); count > 0; --count) {
                const DayNumber from = below(600);
                covers.push_back({from, from - 10 + below(120)}); // some of them turned round
            }
            const std::vector<Hole> holes = findHoles(covers, window);
            std::vector<Hole> counted;
            for (DayNumber at = window.from; at <= window.to; ++at) {
                const bool covered = std::ranges::any_of(covers, [at](const Cover &one) { return one.from <= at && at <= one.to; });
                if (covered)
                    continue;
                if (counted.empty() || counted.back().to != at - 1)
                    counted.push_back({at, at, false, {}, {}});
                counted.back().to = at;
                counted.back().tail = at == window.to;
            }
            std::erase_if(counted, [](const Hole &hole) { return !hole.tail && hole.days() <= toleratedDays; });
            QCOMPARE(holes.size(), counted.size());
            for (std::size_t i = 0; i < holes.size(); ++i) {
                QCOMPARE(holes[i].from, counted[i].from);
                QCOMPARE(holes[i].to, counted[i].to);
                QCOMPARE(holes[i].tail, counted[i].tail);
                // The record before is one that ends last of all that begin before the hole; the one after begins first.
                for (const Cover &one : covers)
                    if (one.from <= one.to) {
                        QVERIFY(one.to >= holes[i].from || covers.at(holes[i].before.value()).to >= one.to);
                        QVERIFY(one.from <= holes[i].to || covers.at(holes[i].after.value()).from <= one.from);
                    }
            }
            // The order in which they were listed makes no difference to the days.
            std::vector<Cover> turned(covers.rbegin(), covers.rend());
            const std::vector<Hole> again = findHoles(turned, window);
            QVERIFY(std::ranges::equal(holes, again, [](const Hole &a, const Hole &b) { return a.from == b.from && a.to == b.to && a.tail == b.tail; }));
        }
    }

    void dates_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("meant"); // first..last, ~ when about; empty: no date
        const auto row = [](const char *written, const char *meant) { QTest::newRow(written) << QString(written) << QString(meant); };
        row("2015", "2015-01-01..2015-12-31~");
        row("2016-02", "2016-02-01..2016-02-29~");
        row("2015-02", "2015-02-01..2015-02-28~");
        row("1900-02", "1900-02-01..1900-02-28~");
        row("2016-02-29", "2016-02-29..2016-02-29");
        row("2016-02-29 (estimated)", "2016-02-29..2016-02-29~");
        row("2015-12 (estimated)", "2015-12-01..2015-12-31~");
        row("present", "2026-11-23..2026-11-23");
        for (const char *none : {"", "2015-02-29", "2015-13", "2015-00", "2015-1", "0000", "15", "2015-1-01", "2015/01/01", "201é", "+201", "-201", "2015-+1",
                                 "2015 ", " 2015", "Present", "unknown", "20150101", "2015-01-01-01", " (estimated)", "99999"})
            row(none, "");
    }
    void dates()
    {
        QFETCH(QString, written);
        QFETCH(QString, meant);
        const auto when = whenOf(written.toStdString(), day("2026-11-23"));
        QCOMPARE(when ? QString::fromStdString(dayText(when->first) + ".." + dayText(when->last) + (when->about ? "~" : "")) : QString(), meant);
    }

    void yearsBack()
    {
        QCOMPARE(dayText(yearsBefore(day("2026-11-23"), 10)), std::string("2016-11-23"));
        QCOMPARE(dayText(yearsBefore(day("2024-02-29"), 10)), std::string("2014-02-28"));
        QCOMPARE(dayText(yearsBefore(day("2024-02-29"), 4)), std::string("2020-02-29"));
        QCOMPARE(wholeYears(day("2000-02-29"), day("2018-02-28")), 17);
        QCOMPARE(wholeYears(day("2000-02-29"), day("2018-03-01")), 18);
        QCOMPARE(wholeYears(day("2000-11-23"), day("2026-11-23")), 26);
    }
};

QTEST_GUILESS_MAIN(TestGapRule)
#include "tst_rules_gaprule.moc"
