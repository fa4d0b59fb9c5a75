// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangles on pages: on a scan they are tied like words, on a page of text they take the words they touch.
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "tests/ui/review/desk.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/base/ask.h"
#include "ui/pages/review/chipbutton.h"
#include "ui/pages/review/citation.h"
#include "ui/pages/review/documentpane.h"

#include <QImage>
#include <QLabel>
#include <QRegularExpression>

using namespace caseward;
using namespace caseward::ui;

class ReviewAreaTest : public QObject, private Desk {
    Q_OBJECT

    DocumentId m_scan;

    [[nodiscard]] QPoint at(double x, double y, int pane = 0)
    {
        PageView *here = view(pane);
        return (here->pageLayout().fromPage(1, QRectF(x, y, 0, 0)).topLeft() - QPointF(here->offset())).toPoint();
    }
    void drag(const QRectF &area, Qt::KeyboardModifiers modifiers = {}, int pane = 0)
    {
        QWidget *paper = view(pane)->viewport();
        view(pane)->setFocus();
        QTest::mousePress(paper, Qt::LeftButton, modifiers, at(area.left(), area.top(), pane));
        dragMouse(paper, at(area.center().x(), area.center().y(), pane));
        dragMouse(paper, at(area.right(), area.bottom(), pane));
        QTest::mouseRelease(paper, Qt::LeftButton, modifiers, at(area.right(), area.bottom(), pane));
    }
    void openScan()
    {
        m_page->openDocument(m_scan, ReviewPage::Where::First);
        QTRY_VERIFY(view()->glyphs(1));
    }
    // Near enough: pixels are whole, points are not.
    static bool isNear(const model::Rect &one, const QRectF &other)
    {
        const double pixel = 1.5;
        return std::abs(one.x - other.x()) < pixel && std::abs(one.y - other.y()) < pixel && std::abs(one.width - other.width()) < 2 * pixel
            && std::abs(one.height - other.height()) < 2 * pixel;
    }

private slots:
    void initTestCase() { makeTheme(); }
    void init()
    {
        open();
        m_scan = m_door->addDocument("Deposit slips", model::DocumentKind::Other, model::MediaType::Tiff, {"", ""});
        m_door->announce();
        QTRY_VERIFY(view(0)->glyphs(1));
    }
    void cleanup() { m_page.reset(); }

    void aPartOfAScanIsTiedShownAndUntied()
    {
        openScan();
        const QRectF stamp(120, 100, 200, 60);
        drag(stamp);
        QVERIFY(view()->selection().area());
        QVERIFY(view()->selectedText().isEmpty());
        QVERIFY(!view()->selectionRect().isEmpty());
        press(Qt::Key_F);
        QVERIFY(palette()->isOpen());
        QTest::keyClicks(query(), QStringLiteral("19f"));
        press(Qt::Key_Return);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        const model::PassageTied tie = tied()[0];
        QCOMPARE(tie.anchor.document, m_scan);
        QCOMPARE(tie.anchor.span, (model::Span{1, 0, 0}));
        QVERIFY(tie.anchor.quote.empty());
        QCOMPARE(tie.anchor.rects.size(), std::size_t{1});
        QVERIFY(isNear(tie.anchor.rects[0], stamp));
        // It has its chip beside it, and is the passage in hand, with words of its own.
        QTRY_COMPARE(m_page->currentPassage(), tie.passage);
        QVERIFY(view()->selection().isEmpty());
        QCOMPARE(view()->chips(1).size(), std::size_t{1});
        const double middle = view()->chips(1)[0].rect.center().y();
        QVERIFY(middle > at(0, 90).y() && middle < at(0, 170).y());
        QTRY_COMPARE(m_page->findChild<QuoteLabel *>()->accessibleName(), QStringLiteral("Part of the picture"));
        // A click on it takes it in hand again; Del asks and unties.
        m_page->choosePassage(m_first);
        openScan();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, at(200, 130));
        QTRY_COMPARE(m_page->currentPassage(), tie.passage);
        new AskHandler(m_page->window(), [](const Question &question) -> std::optional<Reply> {
            if (!question.text.startsWith(QStringLiteral("[part of the picture] The passage")))     // nobody's words: no quotation marks
                return std::nullopt;
            return Reply{true, QStringLiteral("not the stamp")};
        });
        view()->setFocus();
        press(Qt::Key_Delete);
        QTRY_COMPARE(m_door->recordedOf<model::PassageUntied>().size(), std::size_t{1});
        QTRY_VERIFY(view()->chips(1).empty());
    }

    void theFrameIsPaintedAndGoesWithTheTie()
    {
        openScan();
        const auto inked = [this](QPoint point) { return view()->viewport()->grab().toImage().pixelColor(point) != QColor(Qt::white); };
        const QPoint inside = at(200, 130);
        QTRY_VERIFY(!inked(inside));
        drag({120, 100, 200, 60});
        QVERIFY(inked(inside));
        press(Qt::Key_Escape);
        QVERIFY(!inked(inside));
        drag({120, 100, 200, 60});
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QTRY_VERIFY(view()->selection().isEmpty());
        QVERIFY(inked(inside));
    }

    void twoPartsOfOnePageAreTwoPlaces()
    {
        openScan();
        drag({120, 100, 200, 60});
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QTRY_VERIFY(view()->selection().isEmpty());
        drag({120, 400, 200, 60});
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{2});
        QCOMPARE(view()->chips(1).size(), std::size_t{2});
        QTRY_COMPARE(m_page->currentPassage(), tied()[1].passage);
        // The one in hand does not hide the other; N and P go from one to the other.
        press(Qt::Key_P);
        QCOMPARE(m_page->currentPassage(), tied()[0].passage);
        press(Qt::Key_N);
        QCOMPARE(m_page->currentPassage(), tied()[1].passage);
        const auto shown = m_page->findChildren<ChipButton *>(QRegularExpression(QStringLiteral("^review\\.passage\\.chip\\.")));
        QCOMPARE(std::count_if(shown.begin(), shown.end(), [](const ChipButton *chip) { return chip->isVisible(); }), 1);
    }

    void onAPageOfTextTheWordsItTouchesAreSelected()
    {
        const TextRange words = findOn(decisionPage, "did not list");
        const auto boxes = view()->glyphs(1)->rects(words);
        QCOMPARE(boxes.size(), std::size_t{1});
        // From within the first word to within the last one: both are taken whole.
        drag(boxes[0].adjusted(8, -1, -8, 1), Qt::AltModifier);
        QCOMPARE(view()->selection().spot(), model::Spot(1, words.start, words.end));
        QVERIFY(!view()->selection().area());
        QCOMPARE(view()->selectedText(), QStringLiteral("did not list"));
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(tied()[0].anchor.quote, std::string("did not list"));
    }

    void overSeveralLinesItIsOneSpanAndThatIsWhatIsShown()
    {
        const QRectF first = view()->glyphs(1)->rects(findOn(decisionPage, "reported"))[0], last = view()->glyphs(1)->rects(findOn(decisionPage, "said"))[0];
        drag(QRectF(first.topLeft(), QPointF(last.right(), last.bottom())).normalized().adjusted(0, 1, 0, -1), Qt::AltModifier);
        // One piece of the text, from the first word touched to the last one; and what is tied is what is shown.
        const QString said = view()->selectedText();
        QVERIFY2(said.startsWith(QStringLiteral("Individual had reported")) && said.endsWith(QStringLiteral("he forgot.")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("admitted that he")), qPrintable(said));
        QVERIFY(!view()->selection().area());
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(tied()[0].anchor.quote), said);
    }

    // The longest page there may be, and all of it one word: each character of it is looked at a few times, not for each other one.
    void onePageThatIsOneWord()
    {
        const std::u32string word(limits::codePointsPerPage, U'x');
        std::vector<model::Rect> boxes;
        for (std::uint32_t i = 0; i < limits::codePointsPerPage; ++i)
            boxes.push_back({i % 1000 * 6.0, i / 1000 * 10.0, 6, 10});
        const PageGlyphs glyphs(toUtf8(word), std::move(boxes));
        QVERIFY(glyphs.lines().size() > 100);
        QCOMPARE(glyphs.wordsIn({0, 0, 6000, 4000}), (TextRange{0, limits::codePointsPerPage}));
        QCOMPARE(glyphs.wordsIn({3000, 2000, 10, 10}), (TextRange{0, limits::codePointsPerPage}));
    }

    // A history from elsewhere may name a part of a picture that is nowhere on its page.
    void aPartThatIsNowhereDoesNoHarm()
    {
        openScan();
        const std::vector<model::Rect> parts{{-1e300, -1e300, 10, 10}, {10, 1e300, 1e300, 1e300}, {10, -20, 50, 10}, {10, 100, 50, 10}};
        std::vector<Mark> marks;
        for (const model::Rect &part : parts) {
            Mark mark;
            mark.id = "mark " + std::to_string(marks.size());
            mark.page = 1;
            mark.area = QRectF(part.x, part.y, part.width, part.height);
            mark.label = QStringLiteral("F 19(a)");
            marks.push_back(mark);
        }
        view()->setMarks(marks);
        QCOMPARE(view()->chips(1).size(), parts.size());
        for (const MarkChip &chip : view()->chips(1))
            QVERIFY(chip.rect.top() >= at(0, 0).y() - 1 && chip.rect.bottom() <= at(0, 792).y() + 1);
        QVERIFY(!view()->viewport()->grab().isNull());
    }

    void betweenTheWordsItIsAPartOfThePicture()
    {
        drag({100, 400, 150, 80}, Qt::AltModifier);
        QVERIFY(view()->selection().area());
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QVERIFY(model::isArea(tied()[0].anchor));
    }

    void withoutAltWordsAreSelectedAsEver()
    {
        drag({90, 76, 60, 2});
        QVERIFY(!view()->selection().area());
        QVERIFY(!view()->selectedText().isEmpty());
    }

    void aPageThatIsLaidOutHereHasNoPicture()
    {
        drag({20, 300, 100, 60}, Qt::AltModifier, 1);
        QVERIFY(view(1)->selection().isEmpty());
        QVERIFY(!view(1)->takesAreas());
    }

    void aClickOrAnotherPageLeavesNothing()
    {
        openScan();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, at(300, 300));
        QVERIFY(view()->selection().isEmpty());
        // Dragged beyond the paper it ends at the edge of the page.
        drag({400, 700, 600, 300});
        QVERIFY(view()->selection().area());
        QVERIFY(view()->selection().area()->right() <= 612 && view()->selection().area()->bottom() <= 792);
    }

    void byKeyboardAlone()
    {
        openScan();
        view()->setFocus();
        press(Qt::Key_B);
        QVERIFY(view()->selection().area());
        const QRectF before = *view()->selection().area();
        press(Qt::Key_Right);
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view()->selection().area()->topLeft(), before.topLeft() + QPointF(4, 24));
        const QString spoken = view()->accessibleDescription();          // where it is now, for who does not see it
        QVERIFY2(spoken.startsWith(QStringLiteral("Part of the picture")) && spoken.contains(QStringLiteral("%1 from the left").arg(qRound(before.left() + 4))), qPrintable(spoken));
        QCOMPARE(view()->selection().area()->size(), before.size());
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(view()->selection().area()->width(), before.width() - 4);
        for (int i = 0; i < 400; ++i)
            press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(view()->selection().area()->left(), 0.0);
        press(Qt::Key_R);
        QTRY_COMPARE(tied().size(), std::size_t{1});
        QVERIFY(model::isArea(tied()[0].anchor));
        QTRY_VERIFY(view()->accessibleDescription().isEmpty());
    }

    void isCopiedAsAPlaceAndNeverAsAQuote()
    {
        QCOMPARE(citedWords({}, QStringLiteral("Slips"), {2, model::Rect{1, 2, 3, 4}}), QStringLiteral("(Slips, p. 2, part of the picture)"));
        QCOMPARE(citedWords(QStringLiteral("a\nb"), QStringLiteral("Slips"), {2, 0, 3}), QStringLiteral("“a b” (Slips, p. 2)"));
    }

    // Its parts were given new heights while it was hidden: rows and words are not to lie over one another.
    void thePaletteIsWholeAfterAChangeOfColours()
    {
        m_theme->setScheme(Theme::Scheme::Dark);
        QTest::qWait(20);
        m_theme->setScheme(Theme::Scheme::Light);
        QTest::qWait(20);
        openScan();
        drag({120, 100, 200, 60});
        press(Qt::Key_F);
        QTest::qWait(20);
        const QWidget *card = query()->parentWidget();
        const QWidget *list = card->findChild<QWidget *>(QStringLiteral("review.palette.list"));
        QVERIFY(card->height() >= list->y() + list->height());
        for (const QLabel *label : card->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (label->isVisible())
                QVERIFY2(!label->geometry().intersects(list->geometry()), qPrintable(label->text()));
        }
    }

    void isASideOfAContradiction()
    {
        openScan();
        drag({120, 100, 200, 60});
        press(Qt::Key_C);
        const TextRange words = findOn(letterPage, "every job");
        view(1)->setFocus();
        view(1)->select({1, words.start, words.end});
        new AskHandler(m_page->window(), [](const Question &) -> std::optional<Reply> { return Reply{true, QStringLiteral("cash")}; });
        press(Qt::Key_C);
        QTRY_COMPARE(m_door->recordedOf<model::ContradictionLinked>().size(), std::size_t{1});
        const auto link = m_door->recordedOf<model::ContradictionLinked>()[0];
        QVERIFY(model::isArea(link.claimed));
        QCOMPARE(link.found.quote, std::string("every job"));
    }
};

WINDOW_TEST_MAIN(ReviewAreaTest)
#include "tst_review_area.moc"
