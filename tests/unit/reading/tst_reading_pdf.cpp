// SPDX-License-Identifier: GPL-3.0-or-later
// PDF files of our own making through the real child: pages, text, boxes, pixels and the clear refusals.
#include "core/base/utf8.h"
#include "plainpoppler.h"
#include "readerfixture.h"
#include "tests/support/pdfwriter.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace caseward;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;
using tests::PdfPage;
using tests::PdfPlan;

namespace {

PdfPlan planOf(std::size_t pages)
{
    PdfPlan plan;
    for (std::size_t i = 1; i <= pages; ++i) {
        PdfPage page;
        page.lines = {"This is page " + std::to_string(i), "Second line"};
        plan.pages.push_back(page);
    }
    return plan;
}

std::string fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// Box of the characters [start, start + count).
model::Rect unionOf(const model::PageText &text, std::size_t start, std::size_t count)
{
    double left = 1e9, top = 1e9, right = 0, bottom = 0;
    for (std::size_t i = start; i < start + count; ++i) {
        const model::Rect &box = text.boxes.at(i);
        left = std::min(left, box.x);
        top = std::min(top, box.y);
        right = std::max(right, box.x + box.width);
        bottom = std::max(bottom, box.y + box.height);
    }
    return {left, top, right - left, bottom - top};
}

// Share of dark pixels within a rectangle given in points.
double inkWithin(const reading::PageImage &image, const model::Rect &rect, double dpi)
{
    const double scale = dpi / 72.0;
    std::size_t dark = 0, all = 0;
    for (auto y = static_cast<std::uint32_t>(rect.y * scale); y < (rect.y + rect.height) * scale && y < image.height; ++y) {
        for (auto x = static_cast<std::uint32_t>(rect.x * scale); x < (rect.x + rect.width) * scale && x < image.width; ++x) {
            dark += (image.pixels.get()[std::size_t(y) * image.width + x] & 0xff) < 128 ? 1 : 0;
            ++all;
        }
    }
    return all == 0 ? 0.0 : static_cast<double>(dark) / static_cast<double>(all);
}

} // namespace

class TestReadingPdf : public QObject {
    Q_OBJECT
private slots:
    void states();
    void textHasLinesAndABoxForEachCharacter();
    void boxesLieOnTheInk();
    void lettersBeyondAscii();
    void pixelsAreThoseOfPlainPoppler();
    void resolutionIsExact();
    void rotatedPagesAreAsDisplayed();
    void formsAreDrawnAndRead();
    void tellsDynamicForms();
    void refusesDamage_data();
    void refusesDamage();
    void noPagesAreNoDamage();
    void missingPageIsThePagesFault();
    void refusesTooManyPages();
    void boundsPixels();
    void passwords();
    void emptyPage();
    void pagesOutsideAreNotFound();
    void pinnedFonts();
    void severalReadersAtOnce();
};

void TestReadingPdf::states()
{
    const auto reader = openDocument(tests::writePdf(planOf(3)), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const reading::DocumentFacts &facts = (*reader)->facts();
    QVERIFY(facts.media == model::MediaType::Pdf);
    QVERIFY((facts.pages == std::vector<model::PageSize>(3, {612, 792})));
    QCOMPARE(facts.engine, "poppler " + Poppler::Version::string().toStdString());
    QVERIFY(!facts.dynamicForm);
}

void TestReadingPdf::textHasLinesAndABoxForEachCharacter()
{
    const auto reader = openDocument(tests::writePdf(planOf(3)), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    for (std::uint32_t page = 3; page >= 1; --page) {
        const auto text = (*reader)->pageText(page);
        QCOMPARE(faultOf(text), std::string());
        QCOMPARE(text->text, "This is page " + std::to_string(page) + "\nSecond line");
        QCOMPARE(text->boxes.size(), codePointCount(text->text));
    }
}

void TestReadingPdf::boxesLieOnTheInk()
{
    const auto reader = openDocument(tests::writePdf(std::vector<std::string>{"MMMM HHHH"}), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const auto text = (*reader)->pageText(1);
    const auto image = (*reader)->renderPage(1, 144);
    QCOMPARE(faultOf(text), std::string());
    QCOMPARE(faultOf(image), std::string());
    const model::Rect first = unionOf(*text, 0, 4), second = unionOf(*text, 5, 4);
    // Written from x = 72 with the base line at y = 72.
    QVERIFY(std::abs(first.x - 72) < 0.5 && first.y < 72 && first.y + first.height > 72);
    QVERIFY(first.x + first.width <= second.x);
    QVERIFY(inkWithin(*image, first, 144) > 0.2);
    QVERIFY(inkWithin(*image, second, 144) > 0.1);
    // The gap has a box of its own, and no ink.
    const model::Rect gap = text->boxes.at(4);
    QVERIFY(gap.width > 1 && std::abs(gap.x - (first.x + first.width)) < 0.01);
    QVERIFY(inkWithin(*image, {gap.x + 0.5, gap.y, gap.width - 1, gap.height}, 144) < 0.05);
    QVERIFY(inkWithin(*image, {72, 90, 400, 100}, 144) == 0);
}

void TestReadingPdf::lettersBeyondAscii()
{
    // WinAnsi: Euro sign, umlaut, en dash.
    const auto reader = openDocument(tests::writePdf(std::vector<std::string>{"\x80" "5 Z\xfcrich \x96 ok"}), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const auto text = (*reader)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QCOMPARE(text->text, std::string("\xe2\x82\xac" "5 Z\xc3\xbcrich \xe2\x80\x93 ok"));
    QCOMPARE(text->boxes.size(), codePointCount(text->text));
}

void TestReadingPdf::pixelsAreThoseOfPlainPoppler()
{
    const std::string content = tests::writePdf(planOf(1));
    const auto reader = openDocument(content, "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const tests::PlainPoppler plain(content);
    for (const double dpi : {72.0, 96.5, 144.0}) {
        const auto image = (*reader)->renderPage(1, dpi);
        QCOMPARE(faultOf(image), std::string());
        QCOMPARE(tests::differingPixels(plain.image(1, dpi), image->width, image->height, image->pixels.get()), 0);
    }
}

void TestReadingPdf::resolutionIsExact()
{
    const auto reader = openDocument(tests::writePdf(planOf(1)), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const auto image = (*reader)->renderPage(1, 100.3);
    QCOMPARE(faultOf(image), std::string());
    QCOMPARE(image->width, static_cast<std::uint32_t>(std::lround(612 * 100.3 / 72)));
    QCOMPARE(image->height, static_cast<std::uint32_t>(std::lround(792 * 100.3 / 72)));
    for (std::size_t i = 0; i < std::size_t(image->width) * image->height; ++i)
        QVERIFY((image->pixels.get()[i] >> 24) == 0xff);
}

void TestReadingPdf::rotatedPagesAreAsDisplayed()
{
    PdfPlan plan = planOf(1);
    plan.pages[0].rotation = 90;
    const auto reader = openDocument(tests::writePdf(plan), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY(((*reader)->facts().pages[0] == model::PageSize{792, 612}));
    const auto text = (*reader)->pageText(1);
    const auto image = (*reader)->renderPage(1, 144);
    QCOMPARE(faultOf(text), std::string());
    QCOMPARE(faultOf(image), std::string());
    QCOMPARE(image->width, 1584u);
    QVERIFY(QString::fromStdString(text->text).contains("page"));
    for (const model::Rect &box : text->boxes)
        QVERIFY(box.x >= 0 && box.y >= 0 && box.x + box.width <= 792 && box.y + box.height <= 612);
    QVERIFY(inkWithin(*image, unionOf(*text, 0, text->boxes.size()), 144) > 0.05);
}

void TestReadingPdf::formsAreDrawnAndRead()
{
    PdfPlan plan = planOf(1);
    const auto without = openDocument(tests::writePdf(plan), "a.pdf");
    plan.fieldValue = "Foreign contact: none";
    const auto with = openDocument(tests::writePdf(plan), "a.pdf");
    QCOMPARE(faultOf(without), std::string());
    QCOMPARE(faultOf(with), std::string());
    const auto text = (*with)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QVERIFY2(text->text.find("Foreign contact: none") != std::string::npos, text->text.c_str());
    const model::Rect field = {73, 469, 200, 22};
    const auto empty = (*without)->renderPage(1, 144), filled = (*with)->renderPage(1, 144);
    QCOMPARE(inkWithin(*empty, field, 144), 0.0);
    QVERIFY(inkWithin(*filled, field, 144) > 0.01);
}

void TestReadingPdf::tellsDynamicForms()
{
    PdfPlan plan = planOf(1);
    plan.fieldValue = "x";
    const auto plainForm = openDocument(tests::writePdf(plan), "a.pdf");
    plan.xfa = true;
    const auto dynamic = openDocument(tests::writePdf(plan), "a.pdf");
    QCOMPARE(faultOf(plainForm), std::string());
    QCOMPARE(faultOf(dynamic), std::string());
    QVERIFY(!(*plainForm)->facts().dynamicForm);
    QVERIFY((*dynamic)->facts().dynamicForm);
}

void TestReadingPdf::refusesDamage_data()
{
    QTest::addColumn<std::string>("content");
    const std::string whole = tests::writePdf(planOf(1));
    QTest::newRow("header alone") << std::string("%PDF-1.7\n");
    QTest::newRow("cut in half") << whole.substr(0, 40);
    PdfPlan missing = planOf(1);
    missing.pages[0].missing = true;
    QTest::newRow("only a missing page") << tests::writePdf(missing);
    QTest::newRow("bytes") << "%PDF-1.7\n" + std::string(5000, '\x07');
}

void TestReadingPdf::refusesDamage()
{
    QFETCH(std::string, content);
    QCOMPARE(faultOf(openDocument(content, "a.pdf")), nameOf(FaultCode::DocumentDamaged));
}

void TestReadingPdf::noPagesAreNoDamage()
{
    QCOMPARE(faultOf(openDocument(tests::writePdf(PdfPlan()), "a.pdf")), nameOf(FaultCode::DocumentEmpty));
}

void TestReadingPdf::missingPageIsThePagesFault()
{
    PdfPlan plan = planOf(3);
    plan.pages[1].missing = true;
    const auto reader = openDocument(tests::writePdf(plan), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    // Whatever the engine makes of the hole, the other pages are read.
    std::string all;
    for (std::uint32_t page = 1; page <= (*reader)->facts().pages.size(); ++page) {
        const auto text = (*reader)->pageText(page);
        all += text.ok() ? text->text : faultOf(text);
    }
    QVERIFY2(all.find("This is page 1") != std::string::npos, all.c_str());
    QVERIFY2(all.find("This is page 3") != std::string::npos, all.c_str());
}

void TestReadingPdf::refusesTooManyPages()
{
    QCOMPARE(faultOf(openDocument(tests::writePdf(planOf(limits::documentPages)), "a.pdf")),
             nameOf(FaultCode::DocumentTooManyPages));
    const auto many = openDocument(tests::writePdf(planOf(300)), "a.pdf");
    QCOMPARE(faultOf(many), std::string());
    QCOMPARE((*many)->facts().pages.size(), std::size_t(300));
    QCOMPARE((*many)->pageText(300)->text, std::string("This is page 300\nSecond line"));
}

void TestReadingPdf::boundsPixels()
{
    PdfPlan plan = planOf(1);
    plan.pages[0].width = plan.pages[0].height = limits::pagePointsSide;
    const auto reader = openDocument(tests::writePdf(plan), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(faultOf((*reader)->renderPage(1, 144)), nameOf(FaultCode::TooLarge));
    QCOMPARE(faultOf((*reader)->renderPage(1, 0)), nameOf(FaultCode::Usage));
    QCOMPARE(faultOf((*reader)->renderPage(1, -72)), nameOf(FaultCode::Usage));
    QCOMPARE(faultOf((*reader)->renderPage(1, std::nan(""))), nameOf(FaultCode::Usage));
    const auto small = (*reader)->renderPage(1, 5);
    QCOMPARE(faultOf(small), std::string());
    QCOMPARE(small->width, 1000u);
    plan.pages[0].width = limits::pagePointsSide + 1;
    QCOMPARE(faultOf(openDocument(tests::writePdf(plan), "a.pdf")), nameOf(FaultCode::DocumentDamaged));
}

void TestReadingPdf::passwords()
{
    const QString qpdf = QStandardPaths::findExecutable("qpdf");
    if (qpdf.isEmpty())
        QSKIP("qpdf is not installed");
    QTemporaryDir directory;
    QFile plain(directory.filePath("plain.pdf"));
    QVERIFY(plain.open(QIODevice::WriteOnly));
    plain.write(QByteArray::fromStdString(tests::writePdf(planOf(1))));
    plain.close();
    const auto encrypted = [&](const QString &user) {
        const QString to = directory.filePath("encrypted.pdf");
        QFile::remove(to);
        if (QProcess::execute(qpdf, {"--encrypt", user, "owner", "256", "--", plain.fileName(), to}) != 0)
            return std::string();
        return fileContent(to);
    };
    const std::string locked = encrypted("user"), open = encrypted("");
    QVERIFY(!locked.empty() && !open.empty());
    QCOMPARE(faultOf(openDocument(locked, "a.pdf")), nameOf(FaultCode::DocumentEncrypted));
    // Encrypted with the empty password, as scanners and agencies do: anybody may read it.
    const auto reader = openDocument(open, "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->pageText(1)->text, std::string("This is page 1\nSecond line"));
}

void TestReadingPdf::emptyPage()
{
    const auto reader = openDocument(tests::writePdf(std::vector<std::string>{}), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    const auto text = (*reader)->pageText(1);
    QCOMPARE(faultOf(text), std::string());
    QVERIFY(text->text.empty() && text->boxes.empty());
    QCOMPARE(faultOf((*reader)->renderPage(1, 72)), std::string());
}

void TestReadingPdf::pagesOutsideAreNotFound()
{
    const auto reader = openDocument(tests::writePdf(planOf(2)), "a.pdf");
    QCOMPARE(faultOf(reader), std::string());
    for (const std::uint32_t page : {0u, 3u, 0xffffffffu}) {
        QCOMPARE(faultOf((*reader)->pageText(page)), nameOf(FaultCode::NotFound));
        QCOMPARE(faultOf((*reader)->renderPage(page, 72)), nameOf(FaultCode::NotFound));
    }
    QCOMPARE(faultOf((*reader)->pageText(2)), std::string());
}

void TestReadingPdf::pinnedFonts()
{
    reading::ReaderSetup setup = tests::readerSetup();
    setup.fonts = "/usr/share/fonts/truetype/dejavu";
    if (!std::filesystem::is_directory(setup.fonts))
        QSKIP("fonts-dejavu-core is not installed");
    const std::string content = tests::writePdf(planOf(1));
    const auto pinned = reading::DocumentReader::open(setup, viewOf(content), "a.pdf");
    QCOMPARE(faultOf(pinned), std::string());
    const auto image = (*pinned)->renderPage(1, 144);
    QCOMPARE(faultOf(image), std::string());
    QVERIFY(inkWithin(*image, {72, 60, 200, 40}, 144) > 0.01);
    // The text layer comes from the document, not from the font that stands in.
    QCOMPARE((*pinned)->pageText(1)->text, std::string("This is page 1\nSecond line"));
}

void TestReadingPdf::severalReadersAtOnce()
{
    std::vector<std::unique_ptr<reading::DocumentReader>> readers;
    for (std::size_t i = 1; i <= 4; ++i) {
        auto reader = openDocument(tests::writePdf(planOf(i)), "a.pdf");
        QCOMPARE(faultOf(reader), std::string());
        readers.push_back(std::move(reader).value());
    }
    for (std::uint32_t i = 4; i >= 1; --i) {
        const auto text = readers[i - 1]->pageText(i);
        QCOMPARE(faultOf(text), std::string());
        QCOMPARE(text->text, "This is page " + std::to_string(i) + "\nSecond line");
    }
}

QTEST_GUILESS_MAIN(TestReadingPdf)
#include "tst_reading_pdf.moc"
