// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that are cut off, lie about themselves or have been tampered with: named, and never the end of the child.
#include "picturesamples.h"
#include "readerfixture.h"

#include <QTest>

using namespace caseward;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;
using tests::TiffPage;

namespace {

constexpr double screenDpi = 96;

// The fault of opening and rendering all pages; "" when all is well.
std::string outcomeOf(const std::string &content, const std::string &name)
{
    const auto reader = openDocument(content, name);
    if (!reader.ok())
        return faultOf(reader);
    for (std::uint32_t page = 1; page <= (*reader)->facts().pages.size(); ++page)
        if (const auto image = (*reader)->renderPage(page, screenDpi); !image.ok())
            return faultOf(image);
    return {};
}

std::string pngHeader(std::uint32_t width, std::uint32_t height)
{
    std::string png = tests::fileOf(tests::quarters(4, 4), "png");
    for (int i = 0; i < 4; ++i) {
        png[static_cast<std::size_t>(16 + i)] = static_cast<char>(width >> (24 - 8 * i));
        png[static_cast<std::size_t>(20 + i)] = static_cast<char>(height >> (24 - 8 * i));
    }
    std::uint32_t crc = 0xffffffff;
    for (std::size_t i = 12; i < 29; ++i) {
        crc ^= static_cast<std::uint8_t>(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    for (int i = 0; i < 4; ++i)
        png[static_cast<std::size_t>(29 + i)] = static_cast<char>(~crc >> (24 - 8 * i));
    return png;
}

// A page whose directory is moved to itself: the chain never ends.
std::string endlessTiff()
{
    std::string tiff = tests::tiffOf({{tests::stripes(16, 8)}});
    std::uint32_t directory = 0;
    std::memcpy(&directory, tiff.data() + 4, 4);
    std::uint16_t entries = 0;
    std::memcpy(&entries, tiff.data() + directory, 2);
    std::memcpy(tiff.data() + directory + 2 + entries * 12, &directory, 4);
    return tiff;
}

// Changes the 32-bit value of a tag on the first page.
std::string withTag(std::string tiff, std::uint16_t tag, std::uint32_t value)
{
    std::uint32_t directory = 0;
    std::memcpy(&directory, tiff.data() + 4, 4);
    std::uint16_t entries = 0;
    std::memcpy(&entries, tiff.data() + directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        char *entry = tiff.data() + directory + 2 + i * 12;
        std::uint16_t found = 0, type = 4;
        std::memcpy(&found, entry, 2);
        if (found == tag) {
            std::memcpy(entry + 2, &type, 2);
            std::memcpy(entry + 8, &value, 4);
        }
    }
    return tiff;
}

} // namespace

class TestReadingBadImage : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatIsCutOff_data();
    void refusesWhatIsCutOff();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void refusesLies_data();
    void refusesLies();
    void keepsTheOtherPages();
    void boundsPages();
};

void TestReadingBadImage::refusesWhatIsCutOff_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("name");
    const QImage image = tests::quarters(64, 64);
    QTest::newRow("png") << tests::fileOf(image, "png") << std::string("a.png");
    QTest::newRow("jpeg") << tests::fileOf(image, "jpeg", 80) << std::string("a.jpg");
    QTest::newRow("tiff") << tests::tiffOf({{tests::stripes(64, 64), COMPRESSION_CCITTFAX4}, {tests::stripes(64, 64), COMPRESSION_LZW}}) << std::string("a.tif");
}

void TestReadingBadImage::refusesWhatIsCutOff()
{
    QFETCH(std::string, content);
    QFETCH(std::string, name);
    QCOMPARE(outcomeOf(content, name), std::string());
    const std::size_t step = std::max<std::size_t>(1, content.size() / 40);
    for (std::size_t length = 1; length < content.size(); length += step) {
        const std::string fault = outcomeOf(content.substr(0, length), name);
        QVERIFY2(fault == nameOf(FaultCode::DocumentDamaged) || (length < 8 && fault == nameOf(FaultCode::DocumentMislabelled)),
                 (fault + " at " + std::to_string(length)).c_str());
    }
    QCOMPARE(outcomeOf(content.substr(0, content.size() - 1), name), nameOf(FaultCode::DocumentDamaged));
}

void TestReadingBadImage::survivesFlippedBytes_data()
{
    refusesWhatIsCutOff_data();
    QImage image = tests::quarters(64, 64);
    QTest::newRow("jpeg in tiff") << tests::tiffOf({{image.convertToFormat(QImage::Format_RGB888), COMPRESSION_JPEG}}) << std::string("a.tif");
    QTest::newRow("deflate in tiff") << tests::tiffOf({{image.convertToFormat(QImage::Format_RGB888), COMPRESSION_ADOBE_DEFLATE}}) << std::string("a.tif");
}

// Whatever a byte is changed to, the child says what is wrong; it neither dies nor hangs.
void TestReadingBadImage::survivesFlippedBytes()
{
    QFETCH(std::string, content);
    QFETCH(std::string, name);
    std::uint32_t random = 1;
    for (int i = 0; i < 60; ++i) {
        std::string changed = content;
        for (int k = 0; k < 3; ++k) {
            random = random * 1664525u + 1013904223u;
            changed[(random >> 8) % changed.size()] = static_cast<char>(random >> 24);
        }
        const std::string fault = outcomeOf(changed, name);
        QVERIFY2(fault != nameOf(FaultCode::ReaderFailed), std::to_string(i).c_str());
    }
}

void TestReadingBadImage::refusesLies_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("fault");
    const std::string damaged = nameOf(FaultCode::DocumentDamaged), tooLarge = nameOf(FaultCode::TooLarge);
    const auto row = [](const char *title, const std::string &content, const char *name, const std::string &fault) {
        QTest::newRow(title) << content << std::string(name) << fault;
    };
    const std::string tiff = tests::tiffOf({{tests::stripes(64, 64), COMPRESSION_CCITTFAX4}});
    row("png, too wide", pngHeader(20'001, 4), "a.png", tooLarge);
    row("png, wide as can be", pngHeader(0x7fffffff, 0x7fffffff), "a.png", damaged);
    row("png, no width", pngHeader(0, 4), "a.png", damaged);
    row("png, more rows than there are", pngHeader(4, 20'000), "a.png", damaged);
    row("png, no pixels", tests::fileOf(tests::quarters(4, 4), "png").substr(0, 33) + std::string("\0\0\0\0IEND\xae\x42\x60\x82", 12), "a.png", damaged);
    row("tiff, too wide", withTag(tiff, TIFFTAG_IMAGEWIDTH, 20'001), "a.tif", tooLarge);
    row("tiff, no height", withTag(tiff, TIFFTAG_IMAGELENGTH, 0), "a.tif", damaged);
    row("tiff, more rows than there are", withTag(tiff, TIFFTAG_IMAGELENGTH, 19'000), "a.tif", damaged);
    row("tiff of a kind nobody scans", withTag(tiff, TIFFTAG_COMPRESSION, COMPRESSION_WEBP), "a.tif", nameOf(FaultCode::DocumentUnsupported));
    row("tiff without end", endlessTiff(), "a.tif", damaged);
    row("tiff, header alone", std::string("II*\0\x08\0\0\0", 8), "a.tif", damaged);
    row("jpeg, marks alone", "\xff\xd8\xff\xd9", "a.jpg", damaged);
    std::string tall = tests::fileOf(tests::quarters(64, 64), "jpeg", 80);
    tall[tall.find("\xff\xc0") + 5] = 0x40; // 16,448 rows
    row("jpeg, more rows than there are", tall, "a.jpg", damaged);
}

void TestReadingBadImage::refusesLies()
{
    QFETCH(std::string, content);
    QFETCH(std::string, name);
    QFETCH(std::string, fault);
    QCOMPARE(outcomeOf(content, name), fault);
}

void TestReadingBadImage::keepsTheOtherPages()
{
    const std::string tiff = tests::tiffOf({{tests::stripes(64, 64), COMPRESSION_CCITTFAX4}, {tests::stripes(32, 32), COMPRESSION_LZW}});
    const auto reader = openDocument(withTag(tiff, TIFFTAG_COMPRESSION, COMPRESSION_WEBP), "a.tif");
    QCOMPARE(faultOf(reader), std::string());
    QCOMPARE((*reader)->facts().pages.size(), std::size_t(2));
    QCOMPARE(faultOf((*reader)->renderPage(1, screenDpi)), nameOf(FaultCode::DocumentUnsupported));
    const auto second = (*reader)->renderPage(2, screenDpi);
    QCOMPARE(faultOf(second), std::string());
    QCOMPARE(second->width, 32u);
    QCOMPARE(second->pixels.get()[0], tests::stripes(32, 32).pixel(0, 0));
}

void TestReadingBadImage::boundsPages()
{
    QCOMPARE(faultOf(openDocument(tests::tiffOf(std::vector<TiffPage>(limits::documentPages, {tests::stripes(8, 8)})), "a.tif")),
             nameOf(FaultCode::DocumentTooManyPages));
}

QTEST_GUILESS_MAIN(TestReadingBadImage)
#include "tst_reading_badimage.moc"
