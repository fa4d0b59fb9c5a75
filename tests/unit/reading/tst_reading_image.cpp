// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures through the real, shut-in child: every kind, the right way up, at any size.
#include "picturesamples.h"
#include "rarepictures.h"
#include "readerfixture.h"

#include <QTest>

#include <cmath>

using namespace caseward;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;
using tests::TiffPage;

namespace {

constexpr double screenDpi = 96;

// The page at a resolution as Qt's picture; null when it cannot be rendered.
QImage shown(reading::DocumentReader &reader, std::uint32_t page, double dpi)
{
    const auto image = reader.renderPage(page, dpi);
    if (!image.ok())
        return {};
    return QImage(reinterpret_cast<const uchar *>(image->pixels.get()), static_cast<int>(image->width), static_cast<int>(image->height),
                  QImage::Format_RGB32)
        .copy();
}

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) < 40 && std::abs(qGreen(a) - qGreen(b)) < 40 && std::abs(qBlue(a) - qBlue(b)) < 40;
}

} // namespace

class TestReadingImage : public QObject {
    Q_OBJECT
private slots:
    void showsPngExactly_data();
    void showsPngExactly();
    void putsTransparencyOnWhite();
    void showsInterlacedPng();
    void showsJpeg();
    void showsProgressiveJpeg();
    void showsInks();
    void turnsTheRightWayUp_data();
    void turnsTheRightWayUp();
    void showsEveryPageOfATiff_data();
    void showsEveryPageOfATiff();
    void leavesPreviewsOut();
    void sizesPagesByTheirDots_data();
    void sizesPagesByTheirDots();
    void scalesToAnySize();
    void showsTwentyThousandPixels();
};

void TestReadingImage::showsPngExactly_data()
{
    QTest::addColumn<int>("format");
    for (const auto &[name, format] : {std::pair{"colour", QImage::Format_RGB32}, {"grey", QImage::Format_Grayscale8}, {"one bit", QImage::Format_Mono},
                                       {"palette", QImage::Format_Indexed8}, {"16 bits", QImage::Format_RGBX64}})
        QTest::newRow(name) << static_cast<int>(format);
}

void TestReadingImage::showsPngExactly()
{
    QFETCH(int, format);
    QImage image = tests::quarters(61, 43).convertToFormat(static_cast<QImage::Format>(format));
    image.setDotsPerMeterX(3780); // 96.012 an inch
    image.setDotsPerMeterY(3780);
    const auto reader = openDocument(tests::fileOf(image, "png"), "scan.png");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->facts().media == model::MediaType::Png);
    QCOMPARE((*reader)->facts().engine, std::string("caseward-image 1"));
    QCOMPARE((*reader)->facts().pages.size(), std::size_t(1));
    QVERIFY((*reader)->pageText(1)->text.empty());
    QCOMPARE(shown(**reader, 1, 96.012), image.convertToFormat(QImage::Format_RGB32));
}

void TestReadingImage::putsTransparencyOnWhite()
{
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixel(0, 0, qRgba(0, 0, 0, 0));
    image.setPixel(1, 0, qRgba(255, 0, 0, 128));
    const auto reader = openDocument(tests::fileOf(image, "png"), "a.png");
    QCOMPARE(faultOf(reader), std::string());
    const QSize pages(static_cast<int>((*reader)->facts().pages[0].width * 100), 0);
    QVERIFY(pages.width() > 0);
    const QImage got = shown(**reader, 1, 2 * 72 / (*reader)->facts().pages[0].width);
    QCOMPARE(got.pixel(0, 0), 0xffffffffu);
    QCOMPARE(got.pixel(1, 0), qRgb(255, 127, 127));
}

void TestReadingImage::showsJpeg()
{
    const QImage image = tests::quarters(200, 100);
    const auto reader = openDocument(tests::fileOf(image, "jpeg", 95), "photo.JPG");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->facts().media == model::MediaType::Jpeg);
    for (const double scale : {1.0, 0.3, 0.1, 2.0}) {
        const QImage got = shown(**reader, 1, 200 * scale * 72 / (*reader)->facts().pages[0].width);
        QCOMPARE(got.size(), QSize(static_cast<int>(std::lround(200 * scale)), static_cast<int>(std::lround(100 * scale))));
        QVERIFY(isNear(got.pixel(got.width() / 4, got.height() / 4), 0xffff0000));
        QVERIFY(isNear(got.pixel(got.width() * 3 / 4, got.height() * 3 / 4), 0xff000000));
    }
}

void TestReadingImage::showsInterlacedPng()
{
    const QImage image = tests::quarters(61, 43);
    const auto reader = openDocument(tests::interlacedPng(image.convertToFormat(QImage::Format_RGB888)), "a.png");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE(shown(**reader, 1, screenDpi), image);
}

void TestReadingImage::showsProgressiveJpeg()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    QVERIFY(writer.write(tests::quarters(200, 100)));
    const auto reader = openDocument(buffer.data().toStdString(), "a.jpg");
    QCOMPARE(faultOf(reader), std::string());
    const QImage got = shown(**reader, 1, 20);
    QVERIFY(isNear(got.pixel(got.width() / 4, got.height() / 4), 0xffff0000));
}

void TestReadingImage::showsInks()
{
    for (const bool isAdobe : {true, false}) { // no cyan, all magenta, all yellow, a fifth of black: a darker red
        const auto reader = openDocument(tests::jpegOfInks(32, {0, 255, 255, 51}, isAdobe), "a.jpg");
        QCOMPARE(faultOf(reader), std::string());
        QVERIFY(isNear(shown(**reader, 1, screenDpi).pixel(10, 10), qRgb(204, 0, 0)));
    }
}

void TestReadingImage::turnsTheRightWayUp_data()
{
    QTest::addColumn<int>("orientation");
    for (int i = 1; i <= 8; ++i)
        QTest::addRow("%d", i) << i;
}

void TestReadingImage::turnsTheRightWayUp()
{
    QFETCH(int, orientation);
    // What is stored is what the orientation makes of the picture that is meant.
    const QImage meant = tests::quarters(64, 32);
    const QTransform turn = QTransform().rotate(orientation == 3 || orientation == 4 ? 180 : orientation == 5 || orientation == 8 ? 90
                                                : orientation == 6 || orientation == 7                                            ? 270 : 0);
    QImage stored = meant.transformed(turn);
    if (orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7)
        stored = stored.mirrored(true, false);
    const std::string jpeg = tests::withOrientation(tests::fileOf(stored, "jpeg", 95), orientation);
    TiffPage page = {stored.convertToFormat(QImage::Format_RGB888)};
    page.orientation = static_cast<std::uint16_t>(orientation);
    for (const auto &[content, name] : {std::pair{jpeg, "a.jpg"}, {tests::tiffOf({page}), "a.tif"}}) {
        const auto reader = openDocument(content, name);
        QCOMPARE(faultOf(reader), std::string());
        const QImage got = shown(**reader, 1, 64 * 72 / (*reader)->facts().pages[0].width);
        QCOMPARE(got.size(), meant.size());
        for (const QPoint at : {QPoint(16, 8), QPoint(48, 8), QPoint(16, 24), QPoint(48, 24)})
            QVERIFY2(isNear(got.pixel(at), meant.pixel(at)), name);
    }
}

void TestReadingImage::showsEveryPageOfATiff_data()
{
    QTest::addColumn<int>("compression");
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("isTiled");
    const auto row = [](const char *name, int compression, QImage::Format format, bool isTiled = false) {
        QTest::newRow(name) << compression << static_cast<int>(format) << isTiled;
    };
    row("G3", COMPRESSION_CCITTFAX3, QImage::Format_Mono);
    row("G4", COMPRESSION_CCITTFAX4, QImage::Format_Mono);
    row("Huffman", COMPRESSION_CCITTRLE, QImage::Format_Mono);
    row("none", COMPRESSION_NONE, QImage::Format_RGB888);
    row("LZW", COMPRESSION_LZW, QImage::Format_RGB888);
    row("LZW grey", COMPRESSION_LZW, QImage::Format_Grayscale8);
    row("deflate", COMPRESSION_ADOBE_DEFLATE, QImage::Format_RGB888);
    row("PackBits", COMPRESSION_PACKBITS, QImage::Format_Grayscale8);
    row("tiles", COMPRESSION_LZW, QImage::Format_Grayscale8, true);
    row("JPEG", COMPRESSION_JPEG, QImage::Format_RGB888);
}

void TestReadingImage::showsEveryPageOfATiff()
{
    QFETCH(int, compression);
    QFETCH(int, format);
    QFETCH(bool, isTiled);
    std::vector<TiffPage> pages;
    for (const int height : {40, 48, 64}) {
        const bool isMono = format == QImage::Format_Mono;
        TiffPage page = {isMono ? tests::stripes(72, height) : tests::quarters(72, height).convertToFormat(static_cast<QImage::Format>(format)),
                         static_cast<std::uint16_t>(compression), 100, 100};
        page.isTiled = isTiled;
        pages.push_back(page);
    }
    const auto reader = openDocument(tests::tiffOf(pages), "fax.tif");
    QCOMPARE(faultOf(reader), std::string());
    QVERIFY((*reader)->facts().media == model::MediaType::Tiff);
    QCOMPARE((*reader)->facts().pages.size(), pages.size());
    for (const std::uint32_t page : {3u, 1u, 2u}) { // in any order
        const QImage got = shown(**reader, page, 100), meant = pages[page - 1].image.convertToFormat(QImage::Format_RGB32);
        QCOMPARE(got.size(), meant.size());
        if (compression == COMPRESSION_JPEG)
            QVERIFY(isNear(got.pixel(10, 10), meant.pixel(10, 10)) && isNear(got.pixel(60, 10), meant.pixel(60, 10)));
        else
            QCOMPARE(got, meant);
    }
}

void TestReadingImage::leavesPreviewsOut()
{
    TiffPage preview = {tests::stripes(8, 8)};
    preview.subfile = FILETYPE_REDUCEDIMAGE;
    const auto reader = openDocument(tests::tiffOf({preview, {tests::stripes(64, 64)}}), "a.tif");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->facts().pages.size(), std::size_t(1));
    QCOMPARE((*reader)->facts().pages[0].width, 48.0);
}

void TestReadingImage::sizesPagesByTheirDots_data()
{
    QTest::addColumn<double>("xDpi");
    QTest::addColumn<double>("yDpi");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("scan") << 200.0 << 200.0 << 72.0 << 36.0;
    QTest::newRow("fax") << 200.0 << 100.0 << 72.0 << 72.0;
    QTest::newRow("nothing said") << 0.0 << 0.0 << 150.0 << 75.0;
    QTest::newRow("nonsense") << 1.0 << 1.0 << 150.0 << 75.0;
    QTest::newRow("nonsense, other") << 1e30 << 1e30 << 150.0 << 75.0;
    QTest::newRow("stretched") << 1000.0 << 100.0 << 150.0 << 75.0;
}

void TestReadingImage::sizesPagesByTheirDots()
{
    QFETCH(double, xDpi);
    QFETCH(double, yDpi);
    QFETCH(double, width);
    QFETCH(double, height);
    const auto reader = openDocument(tests::tiffOf({{tests::stripes(200, 100), COMPRESSION_CCITTFAX4, xDpi, yDpi}}), "a.tif");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->facts().pages[0].width, width);
    QCOMPARE((*reader)->facts().pages[0].height, height);
}

void TestReadingImage::scalesToAnySize()
{
    // A grey that every size must keep, and a pattern of which small sizes keep the mean.
    QImage grey(99, 77, QImage::Format_Grayscale8);
    grey.fill(QColor(100, 100, 100));
    const auto plain = openDocument(tests::fileOf(grey, "png"), "a.png");
    QCOMPARE(faultOf(plain), std::string());
    for (const double dpi : {1.0, 7.3, 50.0, 96.0, 133.7, 900.0}) {
        const QImage got = shown(**plain, 1, dpi);
        QVERIFY(!got.isNull());
        for (const QPoint at : {QPoint(0, 0), QPoint(got.width() - 1, got.height() - 1), QPoint(got.width() / 2, got.height() / 2)})
            QCOMPARE(got.pixel(at), qRgb(100, 100, 100));
    }
    QImage checks(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            checks.setPixel(x, y, (x + y) % 2 == 0 ? 0xffffffff : 0xff000000);
    const auto pattern = openDocument(tests::fileOf(checks, "png"), "a.png");
    QCOMPARE(faultOf(pattern), std::string());
    const QImage small = shown(**pattern, 1, 8 * 72 / (*pattern)->facts().pages[0].width);
    QCOMPARE(small.size(), QSize(8, 8));
    QCOMPARE(small.pixel(3, 3), qRgb(128, 128, 128));
}

void TestReadingImage::showsTwentyThousandPixels()
{
    constexpr int side = 20'000, height = 4'000;
    QImage image(side, height, QImage::Format_Mono);
    image.setColorTable({0xff000000u, 0xffffffffu});
    image.fill(1);
    for (int y = 0; y < height; ++y)
        std::memset(image.scanLine(y), 0, side / 16); // the left half is black
    TiffPage page = {image, COMPRESSION_CCITTFAX4};
    page.rowsPerStrip = height;
    for (const auto &[content, name] : {std::pair{tests::fileOf(image, "png"), "a.png"}, {tests::tiffOf({page}), "a.tif"}}) {
        const auto reader = openDocument(content, name);
        QCOMPARE(faultOf(reader), std::string());
        QCOMPARE((*reader)->facts().pages[0].width, limits::pagePointsSide); // 15,000 points at 96 an inch would be beyond it
        const QImage got = shown(**reader, 1, 5);
        QCOMPARE(got.size(), QSize(1000, 200));
        QCOMPARE(got.pixel(400, 100), 0xff000000u);
        QCOMPARE(got.pixel(600, 100), 0xffffffffu);
        QCOMPARE(faultOf((*reader)->renderPage(1, 600)), nameOf(FaultCode::TooLarge));
    }
}

QTEST_GUILESS_MAIN(TestReadingImage)
#include "tst_reading_image.moc"
