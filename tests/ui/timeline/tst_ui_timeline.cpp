// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline page on a real vault, by keyboard: what is shown, where Enter leads, a gap that is explained and taken back.
#include "tests/support/testcase.h"
#include "tests/ui/support/onepage.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/timeline/timelinepage.h"
#include "ui/pages/timeline/timelineview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QWheelEvent>

#include <set>

using namespace caseward;
using namespace caseward::ui;
using namespace caseward::uitest;

class TestUiTimeline : public QObject, private OnePage {
    Q_OBJECT
    std::unique_ptr<tests::Member> m_rivera;
    Path m_template, m_empty;
    TimelinePage *m_page = nullptr;

    TimelineView *view() { return find<TimelineView>("timeline.lanes"); }
    const TimelineItem &current() { return view()->items().at(static_cast<std::size_t>(view()->current())); }
    int itemCalled(const QString &words)
    {
        const auto &items = view()->items();
        const auto found = std::ranges::find_if(items, [&](const TimelineItem &item) { return item.label.contains(words) || item.words.contains(words); });
        return found == items.end() ? -1 : static_cast<int>(found - items.begin());
    }
    void key(Qt::Key key) { QTest::keyClick(view(), key); }
    void run(const QString &action)
    {
        for (const PageAction &one : m_page->pageActions())
            if (one.id == action)
                return one.run();
        QFAIL(qPrintable(action));
    }
    void show(const Path &vault)
    {
        const Path copy = m_office->copyOf(vault);
        m_page = signInTo<TimelinePage>(copy, *m_rivera);
        openCase(onlyCase());
        m_page->activate();
        QTRY_VERIFY(settled());
    }
    CaseId onlyCase()
    {
        CaseId id;
        bool done = false;
        m_worker->run<CaseId>(m_page, [](session::Session &session, Progress &) { return session.findCase("T-1"); }, [&](const Result<CaseId> &found) {
            id = tests::must(found);
            done = true;
        });
        if (!QTest::qWaitFor([&] { return done; }, 20000))
            qFatal("no case");
        return id;
    }
    static session::NewDocument questionnaire()
    {
        session::NewDocument document;
        document.name = "questionnaire.xml";
        document.title = "Questionnaire";
        document.date = "2026-02-09";
        document.content = tests::contentOf(Path(CASEWARD_SOURCE_DIR) / "resources" / "demo" / "questionnaire.xml");
        return document;
    }

private slots:
    void initTestCase()
    {
        openOffice(this);
        m_rivera = std::make_unique<tests::Member>(m_office->enrol("A. Rivera", {crypto::Role::Adjudicator}));
        m_empty = m_office->makeVault("empty", {*m_rivera}, {});
        tests::must(tests::signIn(*m_office, m_empty, *m_rivera)->createCase(tests::caseFacts("T-1")));
        m_template = m_office->makeVault("desk", {*m_rivera}, {});
        auto session = tests::signIn(*m_office, m_template, *m_rivera);
        const CaseId id = tests::must(session->createCase(tests::caseFacts("T-1")));
        NoProgress progress;
        const DocumentId form = tests::must(session->addDocument(id, questionnaire(), progress));
        const DocumentId report = tests::must(session->addDocument(id, tests::textDocument("report.txt", tests::caseReport), progress));
        const PassageId passage = session->newPassageId();
        const auto found = tests::must(session->anchorOf(id, report, 1, "unpaid debts of 11,842 dollars"));
        tests::must(session->record(id, {model::PassageTied{passage, found, {tests::must(session->packOf(id))->id, "19(a)"}, model::Weight::Moderate, ""},
                                         model::PassageAppraised{passage, "", 0, "", "2022", "", true},
                                         model::ContradictionLinked{session->newContradictionId(), tests::must(session->anchorOf(id, form, 0, "returns of 2022 and 2023 filed late")), found, ""}}));
    }
    void cleanup() { leave(); }

    void nothingHasADate()
    {
        show(m_empty);
        QVERIFY(!view()->isVisible());
        QVERIFY(find<QWidget>("timeline.empty")->isVisible());
        QVERIFY(!find<QAbstractButton>("timeline.open")->isEnabled());
        run(QStringLiteral("timeline.explain")); // nothing happens
        QVERIFY(!isThere("timeline.explainForm"));
        QCOMPARE(clippedWords(m_window.get()), QStringList());
    }

    void itSaysWhatTheShapesSay()
    {
        show(m_template);
        QVERIFY(view()->isVisible());
        for (const char *words : {"Northgate Instruments, test engineer", "Canada, Tourism", "Driving under the influence", "gap 119 days", "about 2010-07", "19(a): unpaid debts"})
            QVERIFY2(itemCalled(QLatin1String(words)) >= 0, words);
        QVERIFY(find<QLabel>("timeline.count")->text().contains(QStringLiteral("1 gap, not explained")));
        view()->setCurrent(itemCalled(QStringLiteral("19(a)")));
        QVERIFY(words("timeline.words").contains(QStringLiteral("about 2022")));
        view()->setCurrent(itemCalled(QStringLiteral("gap 119")));
        QVERIFY(words("timeline.words").contains(QStringLiteral("between Unemployment and Halvorsen")));
    }

    // Words stand before a sign that is near the end, and then they are not to lie over the words of an earlier one.
    void nothingCoversAnything_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 4, 8, 12, 4000})
            QTest::newRow(qPrintable(QString::number(count))) << count;
    }
    void nothingCoversAnything()
    {
        QFETCH(const int, count);
        std::vector<TimelineItem> items(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            TimelineItem &item = items[static_cast<std::size_t>(i)];
            item.lane = session::Lane::Statements;
            item.first = item.last = item.sureFirst = item.sureLast = 19'000 + 900 * i / count; // the last days of ten years
            item.label = QStringLiteral("Letter number %1 of many").arg(i);
        }
        TimelineLayout layout;
        layout.make(items, {16'000, 19'900}, 1, {1200, 24, [](const QString &words) { return static_cast<int>(words.size()) * 7; }});
        // Of thousands in three years some must: the rows of a lane are counted, and so is the room.
        for (std::size_t i = 0; i < items.size() && count <= 12; ++i)
            for (std::size_t other = 0; other < i; ++other)
                QVERIFY2(!layout.rect(i).intersects(layout.rect(other)), qPrintable(items[i].label + QStringLiteral(" over ") + items[other].label));
        QVERIFY(layout.lanes()[0].height < 300);
        for (std::size_t i = 0; i < items.size(); ++i)
            QVERIFY(layout.rect(i).bottom() <= layout.size().height() && layout.rect(i).top() >= layout.lanes()[0].top);
    }

    void theArrowsReachEverything()
    {
        show(m_template);
        view()->setFocus();
        key(Qt::Key_Home);
        while (view()->current() > 0)
            key(Qt::Key_Left);
        std::set<int> met{view()->current()};
        for (std::size_t i = 0; i + 1 < view()->items().size(); ++i) {
            key(Qt::Key_Right);
            met.insert(view()->current());
            QVERIFY(view()->rectOf(view()->current()).intersects(view()->viewport()->rect()));
        }
        QCOMPARE(met.size(), view()->items().size());
        key(Qt::Key_Right); // there is no further one
        QCOMPARE(view()->current(), static_cast<int>(view()->items().size()) - 1);
        view()->setCurrent(itemCalled(QStringLiteral("Northgate")));
        const session::Lane lane = current().lane;
        key(Qt::Key_Down);
        QVERIFY(current().lane != lane);
        key(Qt::Key_Up);
        QCOMPARE(current().lane, lane);
        key(Qt::Key_End);
        QCOMPARE(current().label, QStringLiteral("Halvorsen Marine Systems, systems integration engineer"));
    }

    void enterGoesToThePlace()
    {
        show(m_template);
        QSignalSpy wanted(m_page, &Page::placeWanted);
        view()->setFocus();
        view()->setCurrent(itemCalled(QStringLiteral("Northgate")));
        key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("review"));
        const QStringList parts = wanted[0][1].toString().split(QLatin1Char(':'));
        QCOMPARE(parts.value(0), QStringLiteral("place"));
        QVERIFY(parts.value(2).toInt() > 1 && parts.value(4).toInt() > parts.value(3).toInt());
        view()->setCurrent(itemCalled(QStringLiteral("19(a)")));
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, view()->rectOf(view()->current()).center());
        QVERIFY(wanted.last()[1].toString().startsWith(QStringLiteral("passage:")));
        for (std::size_t i = 0; i < view()->items().size(); ++i)
            if (view()->items()[i].contradicts)
                view()->setCurrent(static_cast<int>(i));
        press("timeline.open");
        QVERIFY(wanted.last()[1].toString().startsWith(QStringLiteral("contradiction:")));
    }

    void aGapIsExplainedByKeyboardAndTakenBack()
    {
        show(m_template);
        view()->setFocus();
        run(QStringLiteral("timeline.nextGap"));
        QCOMPARE(current().kind, TimelineItem::Kind::Gap);
        key(Qt::Key_Return);
        QTRY_VERIFY(isThere("timeline.explainForm"));
        QVERIFY(!find<QAbstractButton>("timeline.explainForm.accept")->isEnabled());
        QVERIFY(m_model->dossier()->gaps.empty());
        QTest::keyClicks(m_window->focusWidget(), QStringLiteral("cared for her father"));
        press("timeline.explainForm.accept");
        QTRY_COMPARE(m_model->dossier()->gaps.size(), std::size_t(1));
        QCOMPARE(m_model->dossier()->gaps[0].from, std::string("2021-11-01"));
        QCOMPARE(m_model->dossier()->gaps[0].to, std::string("2022-02-27"));
        QCOMPARE(m_model->dossier()->gaps[0].lane, std::string("employment"));
        QCOMPARE(m_model->dossier()->gaps[0].explanation, std::string("cared for her father"));
        QTRY_VERIFY(find<QLabel>("timeline.count")->text().contains(QStringLiteral("1 gap, explained")));
        view()->setCurrent(itemCalled(QStringLiteral("gap, explained")));
        QVERIFY(!find<QAbstractButton>("timeline.explain")->isEnabled());
        m_model->undo(); // one undo for both entries
        QTRY_VERIFY(m_model->dossier()->gaps.empty());
        QTRY_VERIFY(itemCalled(QStringLiteral("gap 119")) >= 0);
    }

    void aGapThatNoPageSaysIsChosenHere()
    {
        show(m_template);
        m_worker->run<GapId>(m_page, [](session::Session &session, Progress &) -> Result<GapId> { return session.newGapId(); }, [&](const Result<GapId> &id) {
            m_model->record({model::GapNoted{*id, "employment", "2021-11-01", "2022-02-27", std::nullopt, "nothing listed"}});
        });
        QTRY_COMPARE(m_model->dossier()->gaps.size(), std::size_t(1));
        QTRY_VERIFY(settled());
        const QString id = QString::fromStdString(m_model->dossier()->gaps[0].id.text());
        view()->setCurrent(0);
        QVERIFY(m_page->goTo(QStringLiteral("gap:") + id));
        QTRY_COMPARE(current().kind, TimelineItem::Kind::Gap);
        QVERIFY2(words("timeline.words").contains(QStringLiteral("2021-11-01")), qPrintable(words("timeline.words")));
        // Also from the other part, and when the case has changed meanwhile.
        run(QStringLiteral("timeline.answers.show"));
        QTRY_VERIFY(settled());
        view()->setCurrent(0);
        QVERIFY(m_page->goTo(QStringLiteral("gap:") + id));
        QTRY_COMPARE(current().kind, TimelineItem::Kind::Gap);
        QVERIFY(view()->isVisible());
        QVERIFY(!m_page->goTo(QStringLiteral("gap:nothing")));
        // An entry that comes between the question and its answer does not make it forget which gap was meant.
        view()->setCurrent(0);
        const std::uint64_t before = m_model->dossier()->size;
        m_model->record({model::FactorWeighed{m_model->pack()->id, m_model->pack()->factors.front().id, "meanwhile"}});
        QVERIFY(m_page->goTo(QStringLiteral("gap:") + id));
        QTRY_VERIFY(m_model->dossier()->size > before && settled());
        QTRY_COMPARE(current().kind, TimelineItem::Kind::Gap);
        QVERIFY2(words("timeline.words").contains(QStringLiteral("2021-11-01")), qPrintable(words("timeline.words")));
    }

    void theFormKeepsTheContract()
    {
        show(m_template);
        run(QStringLiteral("timeline.nextGap"));
        press("timeline.explain");
        keepsTheContract("timeline.explainForm");
    }

    void zoomKeepsTheDayUnderTheHand()
    {
        show(m_template);
        view()->setFocus();
        view()->setCurrent(itemCalled(QStringLiteral("gap 119")));
        const int narrow = view()->rectOf(view()->current()).width(), at = view()->rectOf(view()->current()).center().x();
        for (int i = 0; i < 6; ++i)
            key(Qt::Key_Plus);
        QVERIFY(view()->rectOf(view()->current()).width() > 2 * narrow);
        QVERIFY(std::abs(view()->rectOf(view()->current()).center().x() - at) < 60);
        key(Qt::Key_0);
        QCOMPARE(view()->zoom(), 1.0);
        for (int i = 0; i < 40; ++i)
            key(Qt::Key_Minus);
        QCOMPARE(view()->zoom(), 1.0); // never less than everything
        const QPoint middle = view()->viewport()->rect().center();
        QWheelEvent wheel(middle, view()->viewport()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view()->viewport(), &wheel);
        QVERIFY(view()->zoom() > 1.5);
    }

    void anotherDay()
    {
        show(m_template);
        type("timeline.asOf", QStringLiteral("2033-01-01"));
        QTest::keyClick(find<QLineEdit>("timeline.asOf"), Qt::Key_Return);
        QTRY_VERIFY(settled() && m_page->timeline().gaps.empty());
        QVERIFY(view()->hasFocus());
        type("timeline.asOf", QStringLiteral("2033-13-01"));
        QTest::keyClick(find<QLineEdit>("timeline.asOf"), Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("timeline.note")->isVisible());
        QVERIFY(view()->isVisible()); // what was shown stays
    }

    void spokenItemByItem()
    {
        show(m_template);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), static_cast<int>(view()->items().size()));
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface *item = list->child(i);
            QVERIFY(item && item->isValid());
            QCOMPARE(item->role(), QAccessible::ListItem);
            QCOMPARE(item->text(QAccessible::Name), view()->items()[static_cast<std::size_t>(i)].words);
            QCOMPARE(list->indexOfChild(item), i);
            QVERIFY(!item->rect().isEmpty());
        }
        list->child(3)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(view()->current(), 3);
        QVERIFY(list->child(3)->state().focused);
        QCOMPARE(list->focusChild(), list->child(3));
    }

    void contract_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("scale");
        QTest::newRow("light") << false << 1.0;
        QTest::newRow("dark") << true << 1.0;
        QTest::newRow("twice as large") << false << 2.0;
    }
    void contract()
    {
        QFETCH(bool, dark);
        QFETCH(double, scale);
        show(m_template);
        m_theme->setScheme(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
        m_theme->setTextScale(scale);
        QTest::qWait(60);
        run(QStringLiteral("timeline.nextGap"));
        const QStringList wrong = namelessWidgets(m_window.get()) + clippedWords(m_window.get()) + weakContrast(m_window.get()) + unreachableByTab(m_window.get());
        m_theme->setScheme(Theme::Scheme::Light);
        m_theme->setTextScale(1);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        // Nothing lies over anything else in its lane.
        const auto &items = view()->items();
        for (std::size_t a = 0; a < items.size(); ++a)
            for (std::size_t b = a + 1; b < items.size(); ++b)
                QVERIFY2(!view()->rectOf(static_cast<int>(a)).adjusted(1, 1, -1, -1).intersects(view()->rectOf(static_cast<int>(b)).adjusted(1, 1, -1, -1)),
                         qPrintable(items[a].words + QLatin1Char('\n') + items[b].words));
    }

    void claimedAndFound()
    {
        show(m_template);
        QSignalSpy wanted(m_page, &Page::placeWanted);
        run(QStringLiteral("timeline.answers.show"));
        auto *table = find<QTableView>("answers.table");
        QTRY_VERIFY(settled() && table->isVisible() && table->model()->rowCount() > 80);
        QVERIFY(table->hasFocus());
        QVERIFY(!view()->isVisible());
        type("answers.filter", QStringLiteral("filed late"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(cell("answers.table", 0, 0), QStringLiteral("Financial record"));
        QCOMPARE(cell("answers.table", 0, 1), QStringLiteral("Taxes, Tax, Reason"));
        QCOMPARE(cell("answers.table", 0, 4), QStringLiteral("1 contradiction"));
        QVERIFY(words("answers.details").contains(QStringLiteral("unpaid debts of 11,842 dollars")));
        QVERIFY(words("answers.details").contains(QStringLiteral("open")));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(wanted.last()[1].toString().startsWith(QStringLiteral("place:")));
        run(QStringLiteral("timeline.answers.claim"));
        QVERIFY(wanted.last()[1].toString().startsWith(QStringLiteral("claim:")));
        type("answers.filter", QStringLiteral("no such words at all"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!find<QAbstractButton>("answers.claim")->isEnabled());
        find<QLineEdit>("answers.filter")->clear();
        for (const auto scheme : {Theme::Scheme::Dark, Theme::Scheme::Light}) {
            m_theme->setScheme(scheme);
            QTest::qWait(60);
            const QStringList wrong = namelessWidgets(m_window.get()) + clippedWords(m_window.get()) + weakContrast(m_window.get()) + unreachableByTab(m_window.get());
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        }
        QCOMPARE(m_page->location(), QStringLiteral("answers"));
        QVERIFY(m_page->goTo(QStringLiteral("lanes")));
        QTRY_VERIFY(view()->isVisible() && view()->hasFocus());
    }

    void noAnswersAtAll()
    {
        show(m_empty);
        run(QStringLiteral("timeline.answers.show"));
        QTRY_VERIFY(settled() && find<QWidget>("answers.empty")->isVisible());
        run(QStringLiteral("timeline.answers.claim")); // nothing happens
    }

    void nothingStaysAfterTheCaseIsClosed()
    {
        show(m_template);
        m_model->close();
        QVERIFY(view()->items().empty());
        QCOMPARE(words("timeline.words"), QString());
        QVERIFY(m_page->timeline().isEmpty());
    }
};

WINDOW_TEST_MAIN(TestUiTimeline)
#include "tst_ui_timeline.moc"
