// SPDX-License-Identifier: GPL-3.0-or-later
// The parent against a child that lies, hangs or dies: always a clear fault, never a crash, and never a second chance.
#include "core/reading/readerstop.h"
#include "core/reading/wire.h"
#include "readerfixture.h"

#include <QTest>

#include <algorithm>
#include <thread>

using namespace caseward;
using namespace std::chrono_literals;
using reading::DocumentReader;
using tests::faultOf;
using tests::nameOf;

namespace {

constexpr double manyRows = 960; // dots an inch: the picture of the page is several canvases

reading::ReaderSetup lyingSetup(const std::string &lie)
{
    reading::ReaderSetup setup;
    setup.program = Path(CASEWARD_BINARY_DIR) / "lying-reader";
    setup.fonts = Path("/") / lie;
    // Only those that hang need the end of it; a slow machine still starts a process within this.
    if (lie.ends_with("-hang")) {
        setup.timeToOpen = lie == "hello-hang" ? 200ms : 30'000ms;
        setup.timePerPage = 200ms;
    }
    return setup;
}

Result<std::unique_ptr<DocumentReader>> openLying(const std::string &lie)
{
    return DocumentReader::open(lyingSetup(lie), viewOf("%PDF-1.4"), "a.pdf");
}

} // namespace

class TestReadingLies : public QObject {
    Q_OBJECT
private slots:
    void honestAnswersPass();
    void refusesToOpen_data();
    void refusesToOpen();
    void refusesAnAnswer_data();
    void refusesAnAnswer();
    void refusesParts_data();
    void refusesParts();
    void refusesAnswers_data();
    void refusesAnswers();
    void keepsGoingAfterADamagedPart();
    void clipsBoxes();
    void keepsGoingAfterADamagedPage();
    void picturesOfManyRowsComeWhole();
    void theCanvasCannotShrink();
    void saysReducedOrRefuses();
    void isStoppedFromAnotherThread();
    void whoWasStoppedAsksInVain();
    void namesTheSignal();
    void survivesAMissingProgram();
};

void TestReadingLies::honestAnswersPass()
{
    const auto reader = openLying("none");
    QCOMPARE(faultOf(reader), std::string());
    const auto text = (*reader)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QCOMPARE(text->text, std::string("ab"));
    QVERIFY((text->boxes == std::vector<model::Rect>{{1, 2, 3, 4}, {4, 2, 3, 4}}));
    const auto image = (*reader)->renderPage(1, 100.5);
    QCOMPARE(faultOf(image), std::string());
    QCOMPARE(image->width, 101u); // 100.5 rounded by lround
    QCOMPARE(image->pixels.get()[0], 0xff123456u); // never transparent, whatever the child says
    const auto parts = (*reader)->parts();
    QCOMPARE(faultOf(parts), std::string());
    QVERIFY((*parts == std::vector<reading::PartFacts>{{"a/b.txt", 3}, {"c", 0}}));
    QVERIFY((*reader)->part(0).value() == toBytes("xyz"));
    QVERIFY((*reader)->part(1).value().empty());
    QCOMPARE(faultOf((*reader)->part(2)), nameOf(FaultCode::NotFound));
    const auto answers = (*reader)->answers();
    QCOMPARE(faultOf(answers), std::string());
    QVERIFY((*answers == std::vector<model::Answer>{{"A/B", "a", {1, 0, 1}}, {"C", "b", {1, 1, 2}}}));
}

void TestReadingLies::refusesToOpen_data()
{
    QTest::addColumn<std::string>("lie");
    QTest::addColumn<std::string>("fault");
    for (const char *lie :
         {"hello-hang", "hello-exit", "hello-crash", "hello-magic", "hello-sequence", "hello-short", "hello-engine-empty",
          "hello-engine-endless", "hello-engine-control", "quits-after-hello", "open-size-nan", "open-size-negative",
          "open-size-huge", "open-zero-pages", "open-many-pages", "open-two-pages", "open-crash", "open-unsealed",
          "open-socket", "open-device", "open-many-descriptors", "open-no-descriptor"})
        QTest::newRow(lie) << std::string(lie) << nameOf(FaultCode::ReaderFailed);
    QTest::newRow("hello-unsafe") << std::string("hello-unsafe") << nameOf(FaultCode::ReaderUnsafe);
    QTest::newRow("open-unsupported") << std::string("open-unsupported") << nameOf(FaultCode::DocumentUnsupported);
    QTest::newRow("open-status") << std::string("open-status") << nameOf(FaultCode::DocumentDamaged);
}

void TestReadingLies::refusesToOpen()
{
    QFETCH(std::string, lie);
    QFETCH(std::string, fault);
    QCOMPARE(faultOf(openLying(lie)), fault);
}

void TestReadingLies::refusesAnAnswer_data()
{
    QTest::addColumn<std::string>("lie");
    QTest::addColumn<bool>("endsTheReader");
    for (const char *lie :
         {"text-hang", "text-exit", "text-kill", "text-sequence", "text-broken-utf8", "text-surrogate", "text-escape",
          "text-nul", "text-c1", "text-box-nan", "text-box-infinite", "text-box-inside-out", "text-few-boxes",
          "text-unsealed", "text-more-than-there-is", "quits-after-open", "pixels-hang", "pixels-crash", "pixels-wide",
          "pixels-huge", "pixels-none", "pixels-memory", "rows-hang", "rows-crash", "rows-fewer", "rows-endless", "rows-memory"})
        QTest::newRow(lie) << std::string(lie) << true;
    QTest::newRow("text-endless") << std::string("text-endless") << false; // TooLarge: the page's fault
}

void TestReadingLies::refusesAnAnswer()
{
    QFETCH(std::string, lie);
    QFETCH(bool, endsTheReader);
    const auto reader = openLying(lie);
    QCOMPARE(faultOf(reader), std::string());
    const std::string expected = nameOf(endsTheReader ? FaultCode::ReaderFailed : FaultCode::TooLarge);
    if (lie.starts_with("pixels"))
        QCOMPARE(faultOf((*reader)->renderPage(1, 72)), expected);
    else if (lie.starts_with("rows"))
        QCOMPARE(faultOf((*reader)->renderPage(1, manyRows)), expected);
    else
        QCOMPARE(faultOf((*reader)->pageText(1)), expected);
    // Nothing more is asked of it, whatever the question.
    if (endsTheReader) {
        QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::ReaderFailed));
        QCOMPARE(faultOf((*reader)->renderPage(1, 72)), nameOf(FaultCode::ReaderFailed));
        QCOMPARE((*reader)->facts().pages.size(), std::size_t(1));
    }
}

void TestReadingLies::refusesParts_data()
{
    QTest::addColumn<std::string>("lie");
    QTest::addColumn<std::uint32_t>("place");
    for (const char *lie :
         {"parts-hang", "parts-huge", "parts-huge-together", "parts-wrap", "parts-name-empty", "parts-name-long",
          "parts-name-beyond", "parts-name-wrap", "parts-name-left-over", "parts-name-broken", "parts-name-line",
          "parts-name-escape", "parts-name-split", "parts-many", "parts-endless", "parts-more-than-there-are",
          "parts-memory-of-none", "parts-unsealed", "part-hang", "part-long", "part-short", "part-memory-short",
          "part-unsealed"})
        QTest::newRow(lie) << std::string(lie) << std::uint32_t(0);
    QTest::newRow("part-memory-of-nothing") << std::string("part-memory-of-nothing") << std::uint32_t(1);
}

void TestReadingLies::refusesParts()
{
    QFETCH(std::string, lie);
    QFETCH(std::uint32_t, place);
    const auto reader = openLying(lie);
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->parts()), lie.starts_with("parts-") ? nameOf(FaultCode::ReaderFailed) : std::string());
    QCOMPARE(faultOf((*reader)->part(place)), nameOf(FaultCode::ReaderFailed));
    QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::ReaderFailed));
}

void TestReadingLies::refusesAnswers_data()
{
    QTest::addColumn<std::string>("lie");
    for (const char *lie :
         {"fields-hang", "fields-no-page", "fields-page-beyond", "fields-empty", "fields-inside-out", "fields-overlap",
          "fields-end-beyond", "fields-end-endless", "fields-path-empty", "fields-path-long", "fields-path-beyond",
          "fields-path-left-over", "fields-path-broken", "fields-path-line", "fields-path-escape", "fields-many",
          "fields-endless", "fields-more-than-there-are", "fields-memory-of-none", "fields-unsealed"})
        QTest::newRow(lie) << std::string(lie);
}

void TestReadingLies::refusesAnswers()
{
    QFETCH(std::string, lie);
    const auto reader = openLying(lie);
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->answers()), nameOf(FaultCode::ReaderFailed));
    QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::ReaderFailed));
}

void TestReadingLies::keepsGoingAfterADamagedPart()
{
    const auto reader = openLying("part-damaged");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->part(0)), nameOf(FaultCode::DocumentDamaged));
    QCOMPARE(faultOf((*reader)->pageText(1)), std::string());
}

void TestReadingLies::clipsBoxes()
{
    const auto reader = openLying("text-box-outside");
    QCOMPARE(faultOf(reader), std::string());
    const auto text = (*reader)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QVERIFY((text->boxes[1] == model::Rect{0, 100, 72, 44}));
}

// A picture of several batches comes whole, and comes again.
void TestReadingLies::picturesOfManyRowsComeWhole()
{
    const auto reader = openLying("none");
    QCOMPARE(faultOf(reader), std::string());
    for (int time = 0; time < 2; ++time) {
        const auto image = (*reader)->renderPage(1, manyRows);
        QCOMPARE(faultOf(image), std::string());
        const std::size_t pixels = std::size_t(image->width) * image->height;
        QVERIFY(pixels * sizeof(std::uint32_t) > 3 * reading::wire::canvasBytes);
        QCOMPARE(std::count(image->pixels.get(), image->pixels.get() + pixels, 0xff123456u), std::ptrdiff_t(pixels));
    }
}

// The child cannot take the memory away while it is read: the size is sealed.
void TestReadingLies::theCanvasCannotShrink()
{
    const auto reader = openLying("pixels-shrink");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->renderPage(1, 72)), std::string());
}

void TestReadingLies::keepsGoingAfterADamagedPage()
{
    const auto rows = openLying("rows-damaged");
    QCOMPARE(faultOf((*rows)->renderPage(1, manyRows)), nameOf(FaultCode::DocumentDamaged));
    QCOMPARE(faultOf((*rows)->renderPage(1, 72)), std::string());

    const auto reader = openLying("text-damaged");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::DocumentDamaged));
    QCOMPARE(faultOf((*reader)->renderPage(1, 72)), std::string());
}

void TestReadingLies::saysReducedOrRefuses()
{
    const auto reader = openLying("hello-reduced");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->facts().isolation == reading::Isolation::Reduced);
    reading::ReaderSetup strict = lyingSetup("hello-reduced");
    strict.allowReduced = false;
    QCOMPARE(faultOf(DocumentReader::open(strict, viewOf("%PDF-1.4"), "a.pdf")), nameOf(FaultCode::ReaderUnsafe));
}

// A child that never answers, and nobody who would wait for the end of its time.
void TestReadingLies::isStoppedFromAnotherThread()
{
    reading::ReaderSetup setup = lyingSetup("text-hang");
    setup.timePerPage = 24h;
    const auto reader = DocumentReader::open(setup, viewOf("%PDF-1.4"), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const reading::ReaderStop stop;
    std::thread other([&stop] { stop.stop(); });
    {
        const reading::ReaderStop::Here here(stop);
        QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::Cancelled));
    }
    other.join();
    QCOMPARE(faultOf((*reader)->renderPage(1, 72)), nameOf(FaultCode::Cancelled)); // it is dead
    QCOMPARE(faultOf(openLying("none")), std::string());                           // and only it
}

void TestReadingLies::whoWasStoppedAsksInVain()
{
    const reading::ReaderStop stop, other;
    stop.stop();
    const auto reader = openLying("none");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->pageText(1)), std::string());                      // not here
    const reading::ReaderStop::Here here(stop);
    {
        const reading::ReaderStop::Here inside(other);
        QCOMPARE(faultOf((*reader)->pageText(1)), std::string());
    }
    QCOMPARE(faultOf(openLying("none")), nameOf(FaultCode::Cancelled));
    QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::Cancelled));
    stop.stop();
    QCOMPARE(faultOf((*reader)->pageText(1)), nameOf(FaultCode::Cancelled));
}

void TestReadingLies::namesTheSignal()
{
    const auto crashed = openLying("open-crash");
    QVERIFY(!crashed.ok());
    QVERIFY2(crashed.fault().detail.find("SIGABRT") != std::string::npos, crashed.fault().detail.c_str());
    const auto ended = openLying("hello-exit");
    QVERIFY(!ended.ok());
    QVERIFY2(ended.fault().detail.find("status 3") != std::string::npos, ended.fault().detail.c_str());
}

void TestReadingLies::survivesAMissingProgram()
{
    reading::ReaderSetup setup;
    setup.program = "/nowhere/caseward-reader";
    QCOMPARE(faultOf(DocumentReader::open(setup, viewOf("hello"), "a.txt")), nameOf(FaultCode::ReaderFailed));
    setup.program = "/bin/true"; // starts, and does not speak
    QCOMPARE(faultOf(DocumentReader::open(setup, viewOf("hello"), "a.txt")), nameOf(FaultCode::ReaderFailed));
}

QTEST_GUILESS_MAIN(TestReadingLies)
#include "tst_reading_lies.moc"
