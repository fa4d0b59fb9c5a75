// SPDX-License-Identifier: GPL-3.0-or-later
// Pages, selection by mouse and keyboard, search, cache and display tracking of the review desk.
#include "fakes.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/theme.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/displaytracker.h"
#include "ui/pages/review/pageview.h"
#include "ui/pages/review/readahead.h"
#include "ui/pages/review/textsearch.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace caseward;
using namespace caseward::ui;

namespace {

const std::string firstPage = "The Individual had reported no income.\nHe thought it might affect the process. He said so.\n\nA third paragraph stands here.";
// An emoji and a letter outside the BMP: two UTF-16 units and one code point each.
const std::string secondPage = "Paid in \U0001F4B5 cash to \U0001D49C twice.\nThen nothing.";

} // namespace

class ReviewReadingTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PageCache> m_cache;
    std::unique_ptr<PageView> m_view;
    std::shared_ptr<FakePageSource> m_source;

    // Middle of a character in viewport coordinates; `share` 0 is its left edge, 1 its right.
    QPoint at(std::uint32_t page, std::uint32_t position, double share = 0.25)
    {
        const auto rects = m_view->glyphs(page)->rects({position, position + 1});
        const QRectF box = m_view->pageLayout().fromPage(page, rects.front());
        return (QPointF(box.left() + share * box.width(), box.center().y()) - QPointF(m_view->offset())).toPoint();
    }
    void drag(const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        dragMouse(m_view->viewport(), (from + to) / 2);
        dragMouse(m_view->viewport(), to);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    }
    model::Span span(std::uint32_t page, const std::string &text, const std::string &words)
    {
        const TextRange range = findOn(text, words);
        return {page, range.start, range.end};
    }
    void show(FakePageSource::Kind kind)
    {
        m_source = std::make_shared<FakePageSource>(QStringLiteral("document"), kind, std::vector<std::string>{firstPage, secondPage, firstPage});
        m_view->setSource(m_source);
        QTRY_VERIFY(m_view->glyphs(1) && m_view->glyphs(2));
    }
    void bring(std::uint32_t page)
    {
        m_view->goToPage(page);
        QTRY_VERIFY(m_view->glyphs(page));
    }

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qobject_cast<QApplication *>(qApp)); }
    void init()
    {
        m_cache = std::make_unique<PageCache>();
        m_view = std::make_unique<PageView>(m_theme.get(), m_cache.get(), QStringLiteral("view"));
        m_view->resize(900, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void dragSelectsCodePoints_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::addColumn<quint32>("page");
        QTest::addColumn<QString>("words");
        for (const bool plain : {false, true}) {
            const char *kind = plain ? "text" : "pixels";
            QTest::addRow("%s, one line", kind) << plain << 1u << QStringLiteral("Individual had reported");
            QTest::addRow("%s, two lines", kind) << plain << 1u << QStringLiteral("no income.\nHe thought it");
            QTest::addRow("%s, beyond the BMP", kind) << plain << 2u << QString::fromUtf8("in \U0001F4B5 cash to \U0001D49C tw");
        }
    }
    void dragSelectsCodePoints()
    {
        QFETCH(bool, plain);
        QFETCH(quint32, page);
        QFETCH(QString, words);
        show(plain ? FakePageSource::Kind::PlainText : FakePageSource::Kind::Pixels);
        bring(page);
        const model::Span wanted = span(page, page == 1 ? firstPage : secondPage, words.toStdString());
        QVERIFY(wanted.end > wanted.start);
        drag(at(page, wanted.start), at(page, wanted.end - 1, 0.75));
        QCOMPARE(m_view->selection().span().page, page);
        QCOMPARE(m_view->selection().span().start, wanted.start);
        QCOMPARE(m_view->selection().span().end, wanted.end);
        QCOMPARE(m_view->selectedText(), words);
        // And backwards.
        m_view->clearSelection();
        drag(at(page, wanted.end - 1, 0.75), at(page, wanted.start));
        QCOMPARE(m_view->selectedText(), words);
    }

    void doubleClickSelectsWordAndThirdClickSentence()
    {
        show(FakePageSource::Kind::Pixels);
        const QPoint point = at(1, span(1, firstPage, "might").start + 2);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(m_view->selectedText(), QStringLiteral("might"));
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(m_view->selectedText(), QStringLiteral("He thought it might affect the process."));
    }

    void shiftClickExtends()
    {
        show(FakePageSource::Kind::Pixels);
        const auto words = span(1, firstPage, "reported no income");
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, words.start));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(1, words.end - 1, 0.75));
        QCOMPARE(m_view->selectedText(), QStringLiteral("reported no income"));
    }

    void selectionStaysOnItsPage()
    {
        show(FakePageSource::Kind::PlainText);
        const QPoint below(at(1, 4).x(), m_view->viewport()->height() - 3);
        drag(at(1, 4), below);
        QCOMPARE(m_view->selection().page(), 1u);
        QVERIFY(m_view->selection().range().end <= m_view->glyphs(1)->size());
    }

    void keyboardSelects()
    {
        show(FakePageSource::Kind::Pixels);
        m_view->setFocus();
        m_view->setCaretMode(true);
        m_view->select({1, 4, 4});
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        QCOMPARE(m_view->selectedText(), QStringLiteral("Individual "));
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedText(), QStringLiteral("Individual"));
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selection().range().start, 4u);
        QCOMPARE(m_view->glyphs(1)->citedLine(m_view->selection().range().end), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(m_view->selection().range().end, 39u);   // the first character of line 2
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QVERIFY(m_view->selection().isEmpty());
    }

    void keyboardPassesCharactersBeyondTheBmpWhole()
    {
        show(FakePageSource::Kind::PlainText);
        bring(2);
        m_view->setFocus();
        m_view->setCaretMode(true);
        m_view->select({2, 8, 8});
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(m_view->selection().range(), (TextRange{8, 9}));
        QCOMPARE(m_view->selectedText(), QString::fromUtf8("\U0001F4B5"));
    }

    void caretGoesOnToTheNextPage()
    {
        show(FakePageSource::Kind::Pixels);
        m_view->setFocus();
        m_view->setCaretMode(true);
        m_view->select({1, m_view->glyphs(1)->size(), m_view->glyphs(1)->size()});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->selection().page(), 2u);
        QCOMPARE(m_view->selection().caret(), 0u);
    }

    void lettersAreLeftToThePage()
    {
        show(FakePageSource::Kind::Pixels);
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_F, Qt::NoModifier, QStringLiteral("f"));
        QApplication::sendEvent(m_view.get(), &letter);
        QVERIFY(!letter.isAccepted());
    }

    void imagesAreAskedForAtTheExactDpiAndReplaced()
    {
        show(FakePageSource::Kind::Pixels);
        QTRY_VERIFY(m_source->wantedCalls() > 0);
        QTRY_VERIFY(!m_view->shownPages().empty());
        m_view->setZoom(1.1);
        const double dpi = m_view->pageLayout().geometry().scale * 72.0 * m_view->devicePixelRatioF();
        QVERIFY(!m_source->lastWanted().empty());
        QCOMPARE(m_source->lastWanted().front().dpi, dpi);
        QCOMPARE(m_source->lastWanted().front().page, m_view->currentPage());
        QTRY_VERIFY(m_cache->holds({QStringLiteral("document"), 1, dpi}));
    }

    void aFailedPageDoesNotCountAndCanBeTriedAgain()
    {
        show(FakePageSource::Kind::Pixels);
        m_source->failPage(1);
        m_view->setZoom(0.9);
        const auto isShown = [this](std::uint32_t page) {
            const auto shown = m_view->shownPages();
            return std::any_of(shown.begin(), shown.end(), [page](const ShownPage &item) { return item.page == page; });
        };
        QTest::qWait(50);
        QVERIFY(!isShown(1));
        m_source->retry();
        // The button of the grey page stands under the middle of what is seen of it.
        const QRectF paper = m_view->pageLayout().paper(1) & QRectF(m_view->viewport()->rect()).translated(m_view->offset());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, (paper.center() + QPointF(0, 30) - QPointF(m_view->offset())).toPoint());
        QTRY_VERIFY(isShown(1));
    }

    void textPagesWrapToTheWidthAndKeepOffsets()
    {
        show(FakePageSource::Kind::PlainText);
        const auto wide = m_view->glyphs(1)->lines().size();
        m_view->resize(360, 700);
        QTRY_VERIFY(m_view->glyphs(1) && m_view->glyphs(1)->lines().size() > wide);
        const auto words = span(1, firstPage, "affect the process");
        m_view->select(words);
        QCOMPARE(m_view->selectedText(), QStringLiteral("affect the process"));
        QCOMPARE(m_view->glyphs(1)->size(), static_cast<std::uint32_t>(firstPage.size()));
    }

    void findIgnoresCaseBreaksAndQuotes()
    {
        const auto places = findPlaces("He said “No\n  other   INCOME”. no other income", 7, QStringLiteral("no other income"));
        QCOMPARE(places.size(), std::size_t{2});
        QCOMPARE(places[0].page, 7u);
        QCOMPARE(places[0].start, 9u);
        QCOMPARE(places[0].end, 28u);
        QCOMPARE(findPlaces("it’s", 1, QStringLiteral("it's")).size(), std::size_t{1});
        QVERIFY(findPlaces("anything", 1, QStringLiteral("  ")).empty());
        // Offsets are code points also after characters beyond the BMP.
        const auto money = findPlaces(secondPage, 2, QStringLiteral("CASH"));
        QCOMPARE(money.size(), std::size_t{1});
        QCOMPARE(money[0], span(2, secondPage, "cash"));
    }

    void citationsAndLinks()
    {
        show(FakePageSource::Kind::Pixels);
        const auto words = span(1, firstPage, "no income.\nHe thought");
        const CitedLines lines = citedLines(*m_view->glyphs(1), {words.start, words.end});
        QCOMPARE(lines.first, 1);
        QCOMPARE(lines.last, 2);
        QCOMPARE(citation(8, lines), QString::fromUtf8("p. 8, lines 1–2"));
        QCOMPARE(citation(8, CitedLines{4, 4}), QStringLiteral("p. 8, line 4"));
        const DeepLink link = parseDeepLink(QStringLiteral("abc#p8:24-28"));
        QCOMPARE(link.document, std::string("abc"));
        QCOMPARE(link.page, 8u);
        QCOMPARE(link.firstLine, 24);
        QCOMPARE(link.lastLine, 28);
        QCOMPARE(deepLink(link), QStringLiteral("abc#p8:24-28"));
        QCOMPARE(m_view->glyphs(1)->text(rangeOfLines(*m_view->glyphs(1), 2, 2)), QStringLiteral("He thought it might affect the process. He said so."));
        QVERIFY(rangeOfLines(*m_view->glyphs(1), 40, 41).isEmpty());
    }

    void whatIsAskedForAheadFollowsTheScrolling()
    {
        using Wishes = std::vector<PageWish>;
        // Sent to a page: it, the next one, the one before.
        QCOMPARE(pagesToAskFor({350, 7, 8, 7, 0, false}), (Wishes{{7, true}, {8, true}, {9, true}, {6, true}}));
        // Scrolled down: what is seen, then ahead; behind comes last.
        const Wishes down = pagesToAskFor({350, 7, 8, 8, 1, false});
        QCOMPARE(down[0], (PageWish{8, true}));
        QCOMPARE(down[1], (PageWish{7, true}));
        QCOMPARE(down[2], (PageWish{9, true}));
        QCOMPARE(down.back(), (PageWish{6, true}));
        QVERIFY(std::count(down.begin(), down.end(), PageWish{11, true}) == 1 && std::count(down.begin(), down.end(), PageWish{18, false}) == 1);
        // And up.
        const Wishes up = pagesToAskFor({350, 7, 8, 7, -1, false});
        QCOMPARE(up[2], (PageWish{6, true}));
        QCOMPARE(up.back(), (PageWish{9, true}));
        QVERIFY(std::count(up.begin(), up.end(), PageWish{4, true}) == 1 && std::count(up.begin(), up.end(), PageWish{1, false}) == 1);
        // Faster than can be drawn: coarse first, sharp when it comes to rest.
        const Wishes fast = pagesToAskFor({350, 7, 8, 7, 1, true});
        QCOMPARE(fast[0], (PageWish{7, false}));
        QVERIFY(std::find(fast.begin(), fast.end(), PageWish{18, false}) < std::find(fast.begin(), fast.end(), PageWish{7, true}));
        // At the ends nothing is asked for that is not there, and nothing twice.
        for (const ReadAhead view : {ReadAhead{1, 1, 1, 1, 1, true}, ReadAhead{3, 2, 3, 3, 1, true}, ReadAhead{3, 1, 1, 1, -1, true}}) {
            const Wishes wishes = pagesToAskFor(view);
            for (const PageWish &wish : wishes) {
                QVERIFY(wish.page >= 1 && wish.page <= view.pages);
                QCOMPARE(std::count(wishes.begin(), wishes.end(), wish), 1);
            }
        }
    }

    // The source draws a coarse page a frame, a sharp one in three: slower than the scrolling. No frame shows blank paper.
    void scrollingNeverShowsBlankPaper_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("at reading speed") << 12;
        QTest::newRow("40 pixels a frame") << 40;
        QTest::newRow("a handle that is dragged") << 500;
    }
    void scrollingNeverShowsBlankPaper()
    {
        QFETCH(int, step);
        const std::vector<std::string> pages(120, firstPage);
        SlowPageSource *source = nullptr;
        auto owned = std::make_shared<SlowPageSource>(QStringLiteral("slow"), pages);
        source = owned.get();
        m_cache->clear();
        m_view->setSource(std::move(owned));
        QTRY_VERIFY(m_view->glyphs(1) && m_view->glyphs(2));
        for (int frame = 0; frame < 40; ++frame) {
            source->drawFor(1);
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_view->blankPages(), std::size_t{0});
        QScrollBar *bar = m_view->verticalScrollBar();
        int blank = 0, frames = 0;
        for (const int direction : {1, -1}) {
            for (int frame = 0; frame < 200; ++frame, ++frames) {
                bar->setValue(bar->value() + direction * step);
                source->drawFor(1);
                QCoreApplication::processEvents();
                blank += m_view->blankPages() > 0 ? 1 : 0;
            }
        }
        QVERIFY2(blank == 0, qPrintable(QStringLiteral("%1 of %2 frames with blank paper").arg(blank).arg(frames)));
        // Come to rest it is sharp.
        for (int frame = 0; frame < 20; ++frame) {
            source->drawFor(1);
            QCoreApplication::processEvents();
        }
        QVERIFY(!m_view->shownPages().empty());
    }

    void cacheForgetsTheOldestFirst()
    {
        PageCache cache(1000);
        const QImage image(10, 10, QImage::Format_RGB32);   // 400 bytes
        cache.put({QStringLiteral("a"), 1, 96}, image);
        cache.put({QStringLiteral("a"), 2, 96}, image);
        QVERIFY(!cache.get({QStringLiteral("a"), 1, 96}).isNull());   // used: newer than page 2 now
        cache.put({QStringLiteral("b"), 1, 96}, image);
        QVERIFY(cache.holds({QStringLiteral("a"), 1, 96}));
        QVERIFY(!cache.holds({QStringLiteral("a"), 2, 96}));
        QCOMPARE(cache.bytes(), qsizetype{800});
        cache.drop(QStringLiteral("a"));
        QCOMPARE(cache.bytes(), qsizetype{400});
        QVERIFY(cache.nearest(QStringLiteral("a"), 1).isNull());
        QVERIFY(!cache.nearest(QStringLiteral("b"), 1).isNull());
    }

    void displayedAfterEightHundredMillisecondsOnEnd()
    {
        FixedClock clock(Instant{1'000'000});
        SystemRandom random;
        const DocumentId document = DocumentId::make(clock, random);
        DisplayTracker tracker(clock);
        const std::vector<DisplayTracker::Shown> half{{document, {3, 0.5, false}}}, little{{document, {3, 0.4, false}}}, fills{{document, {4, 0.2, true}}};
        tracker.update(half);
        clock.advance(799);
        tracker.update(half);
        QVERIFY(!tracker.hasNew());
        clock.advance(1);
        tracker.update(half);
        QVERIFY(tracker.hasNew());
        QCOMPARE(tracker.take().at(document), (std::vector<std::uint32_t>{3}));
        clock.advance(5000);
        tracker.update(half);
        QVERIFY(!tracker.hasNew());   // once is enough
        // Scrolled away in between: the time starts anew. A page that fills the view counts however little of it shows.
        tracker.update(fills);
        clock.advance(500);
        tracker.update(little);
        clock.advance(500);
        tracker.update(fills);
        QVERIFY(!tracker.hasNew());
        clock.advance(800);
        tracker.update(fills);
        QCOMPARE(tracker.take().at(document), (std::vector<std::uint32_t>{4}));
        // Less than half never counts.
        tracker.forget();
        tracker.update(little);
        clock.advance(5000);
        tracker.update(little);
        QVERIFY(!tracker.hasNew());
    }
};

WINDOW_TEST_MAIN(ReviewReadingTest)
#include "tst_review_reading.moc"
