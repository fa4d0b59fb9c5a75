// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes and chips of tied passages, the groups of the record, and the counts of the condition tree.
#include "fakes.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/theme.h"
#include "ui/pages/review/conditionmodel.h"
#include "ui/pages/review/pageview.h"
#include "ui/pages/review/recordmodel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace caseward;
using namespace caseward::ui;

namespace {

Mark mark(const std::string &id, std::uint32_t start, std::uint32_t end)
{
    return {id, 1, {start, end}, true, QStringLiteral("E 16(a)"), {}};
}

} // namespace

class ReviewMarksTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(qApp)); }

    void lanesOpenWhereMarksOverlap()
    {
        QCOMPARE(assignLanes({mark("a", 0, 10), mark("b", 5, 15), mark("c", 10, 20), mark("d", 30, 40)}), (std::vector<int>{0, 1, 0, 0}));
        // The same place twice needs two lanes; the order of tying decides, not the order in the text.
        QCOMPARE(assignLanes({mark("b", 8, 9), mark("a", 0, 10), mark("c", 0, 10)}), (std::vector<int>{2, 0, 1}));
        // More than four at once: the rest has none.
        std::vector<Mark> many;
        for (int i = 0; i < 6; ++i)
            many.push_back(mark(std::to_string(i), 0, 10));
        QCOMPARE(assignLanes(many), (std::vector<int>{0, 1, 2, 3, laneLimit, laneLimit}));
    }

    void chipsDoNotOverlapAndTellTheHidden()
    {
        const std::vector<double> tops{100, 102, 300, 101, 103, 104}, widths(6, 60.0);
        const auto chips = placeChips(tops, {0, 1, 0, 2, laneLimit, laneLimit}, 500, widths, 18, 1000);
        QCOMPARE(chips.size(), std::size_t{5});
        for (std::size_t i = 1; i < chips.size(); ++i)
            QVERIFY(chips[i].rect.top() >= chips[i - 1].rect.bottom());
        QCOMPARE(chips[0].mark, std::size_t{0});
        QCOMPARE(chips[1].mark, std::size_t{3});
        QCOMPARE(chips[3].more, 2);
        QCOMPARE(chips[4].rect.top(), 300.0);
        // At the foot of the page they move up instead of down.
        const auto low = placeChips({990, 990}, {0, 1}, 500, {60, 60}, 18, 1000);
        QCOMPARE(low[1].rect.bottom(), 1000.0);
        QVERIFY(low[0].rect.bottom() <= low[1].rect.top());
    }

    void clickOnAChipOrOnTheWordsChoosesThePassage()
    {
        PageCache cache;
        PageView view(m_theme.get(), &cache, QStringLiteral("view"));
        view.resize(900, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSource(std::make_shared<FakePageSource>(QStringLiteral("d"), FakePageSource::Kind::Pixels, std::vector<std::string>{"One two three four five six seven"}));
        QTRY_VERIFY(view.glyphs(1));
        view.setMarks({mark("first", 0, 13), mark("second", 8, 23)});
        QSignalSpy spy(&view, &PageView::markActivated);
        const auto chips = view.chips(1);
        QCOMPARE(chips.size(), std::size_t{2});
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, chips[1].rect.center().toPoint());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).value<std::string>(), std::string("second"));
        // On words that both cover a second click takes the other one.
        const QRectF box = view.pageLayout().fromPage(1, view.glyphs(1)->rects({9, 10}).front());
        const QPoint both = (box.center() - QPointF(view.offset())).toPoint();
        view.setCurrentMark("first");
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, both);
        QCOMPARE(spy.at(1).at(0).value<std::string>(), std::string("second"));
        view.setCurrentMark("second");
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, both);
        QCOMPARE(spy.at(2).at(0).value<std::string>(), std::string("first"));
    }

    void recordIsGrouped()
    {
        const packs::PackPtr pack = sead4();
        QVERIFY(pack);
        SystemClock clock;
        FakeCaseDoor door(pack, clock);
        const auto money = door.addDocument("IRS transcripts", model::DocumentKind::TaxRecord, model::MediaType::Pdf, {"a", "b"}, "Ex. 14");
        const auto reply = door.addDocument("Reply", model::DocumentKind::SubjectStatement, model::MediaType::PlainText, {"I did not list it."});
        const auto report = door.addDocument("Report", model::DocumentKind::ReportOfInvestigation, model::MediaType::Pdf, {"a"});
        door.addDocument("Docket", model::DocumentKind::CourtRecord, model::MediaType::Pdf, {"a"});
        door.addDocument("Doctor", model::DocumentKind::MedicalRecord, model::MediaType::Pdf, {"a"});
        door.addTie(reply, 1, "did not list", "16(a)", model::Weight::Substantial);
        RecordModel record;
        record.setDossier(door.dossier().get());
        QStringList rows;
        for (int i = 0; i < record.rowCount(); ++i)
            rows << record.row(i).title;
        QCOMPARE(rows, (QStringList{"INVESTIGATION", "Report", "SUBJECT RESPONSES", "Reply", "FINANCIAL", "IRS transcripts", "COURT / LAW ENFORCEMENT", "Docket", "OTHER", "Doctor"}));
        QCOMPARE(record.row(record.rowOf(money)).detail, QString::fromUtf8("PDF · 2 pp · Ex. 14"));
        QCOMPARE(record.row(record.rowOf(reply)).passages, 1u);
        QVERIFY(!(record.flags(record.index(0)) & Qt::ItemIsSelectable));
        QCOMPARE(record.documentCount(), std::size_t{5});
        record.setFilter(QStringLiteral("rep"));
        QCOMPARE(record.rowCount(), 4);   // two headings, two documents
        QCOMPARE(record.rowOf(report), 1);
        QCOMPARE(record.rowOf(money), -1);
    }

    void conditionsAreCounted()
    {
        const packs::PackPtr pack = sead4();
        QVERIFY(pack);
        SystemClock clock;
        FakeCaseDoor door(pack, clock);
        const auto reply = door.addDocument("Reply", model::DocumentKind::SubjectStatement, model::MediaType::PlainText, {"I did not list it. I have since amended it."});
        ConditionModel conditions;
        conditions.setCase(door.dossier().get(), pack);
        QVERIFY(conditions.nothingRaised());
        QCOMPARE(conditions.rowCount(), 0);
        door.addTie(reply, 1, "did not list", "16(a)", model::Weight::Slight);
        door.addTie(reply, 1, "list it", "16(a)", model::Weight::Substantial);
        door.addTie(reply, 1, "since amended", "17(a)", model::Weight::Moderate);
        conditions.setCase(door.dossier().get(), pack);
        QCOMPARE(conditions.rowCount(), 1);
        const GuidelineRow &row = conditions.guideline(conditions.index(0, 0));
        QCOMPARE(row.guideline->letter, std::string("E"));
        QCOMPARE(row.disqualifying, 2u);
        QCOMPARE(row.mitigating, 1u);
        const QModelIndex found = conditions.find("16(a)");
        QVERIFY(found.isValid());
        QCOMPARE(conditions.condition(found).passages, 2u);
        QCOMPARE(conditions.condition(found).greatest, 3);
        QCOMPARE(conditions.parent(found), conditions.index(0, 0));
        conditions.setShow(ConditionModel::Show::All);
        QCOMPARE(conditions.rowCount(), static_cast<int>(pack->guidelines.size()));
        conditions.setFilter(QStringLiteral("16(a)"));
        QVERIFY(conditions.find("16(a)").isValid());
        QVERIFY(!conditions.find("19(a)").isValid());
        QVERIFY(!conditions.find("17(a)").isValid());
        conditions.setFilter(QStringLiteral("no such words at all"));
        QCOMPARE(conditions.rowCount(), 0);
    }
};

WINDOW_TEST_MAIN(ReviewMarksTest)
#include "tst_review_marks.moc"
