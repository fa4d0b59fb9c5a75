// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures beyond what scanners write: other depths, inks, palettes, transparency, separate planes. Each is shown with its colours or
// refused by name; and so are the kinds of picture that nothing here opens.
#include "picturesamples.h"
#include "readerfixture.h"

#include <QTest>

using namespace caseward;
using tests::faultOf;
using tests::nameOf;
using tests::openDocument;

namespace {

constexpr std::uint32_t side = 8;

// One colour all over, as raw samples.
struct Raw {
    std::uint16_t bits = 8, photometric = PHOTOMETRIC_RGB, compression = COMPRESSION_NONE, planes = PLANARCONFIG_CONTIG, format = SAMPLEFORMAT_UINT;
    std::vector<std::uint32_t> samples;         // of a pixel, in order
    std::vector<std::uint16_t> extra = {};      // what those beyond the colours are
    std::vector<std::uint16_t> palette = {};    // red, green, blue of entry 1; the others are white
    int jpegColours = -1;                       // JPEGCOLORMODE_RGB: YCbCr in the file
};

// Packed as TIFF 6.0 wants it: the highest bit first, 16 and 32 bits in the machine's order.
std::vector<std::uint8_t> rowOf(const Raw &raw, const std::vector<std::uint32_t> &samples)
{
    std::vector<std::uint8_t> row;
    unsigned held = 0, bits = 0;
    for (std::uint32_t x = 0; x < side; ++x)
        for (const std::uint32_t sample : samples) {
            if (raw.bits >= 16) {
                const auto *bytes = reinterpret_cast<const std::uint8_t *>(&sample); // little-endian: the low bytes come first
                row.insert(row.end(), bytes, bytes + raw.bits / 8);
                continue;
            }
            held = held << raw.bits | sample;
            bits += raw.bits;
            if (bits >= 8) {
                row.push_back(static_cast<std::uint8_t>(held >> (bits - 8)));
                bits -= 8;
            }
        }
    return row;
}

std::string tiffOf(const Raw &raw)
{
    tests::TiffMemory memory;
    TIFF *tiff = tests::tiffWriter(memory);
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, side);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, side);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, raw.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, static_cast<std::uint16_t>(raw.samples.size()));
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, raw.compression);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, raw.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, raw.planes);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, raw.format);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, side);
    if (raw.jpegColours >= 0)
        TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, raw.jpegColours);
    if (!raw.extra.empty())
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, static_cast<std::uint16_t>(raw.extra.size()), raw.extra.data());
    if (!raw.palette.empty()) {
        std::vector<std::uint16_t> map[3];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            map[channel].assign(std::size_t(1) << raw.bits, 0xffff);
            map[channel][1] = raw.palette[channel];
        }
        TIFFSetField(tiff, TIFFTAG_COLORMAP, map[0].data(), map[1].data(), map[2].data());
    }
    const std::size_t planes = raw.planes == PLANARCONFIG_SEPARATE ? raw.samples.size() : 1;
    for (std::size_t plane = 0; plane < planes; ++plane) {
        std::vector<std::uint8_t> row = rowOf(raw, planes > 1 ? std::vector<std::uint32_t>{raw.samples[plane]} : raw.samples);
        for (std::uint32_t y = 0; y < side; ++y)
            TIFFWriteScanline(tiff, row.data(), y, static_cast<std::uint16_t>(plane));
    }
    TIFFWriteDirectory(tiff);
    TIFFClose(tiff);
    return memory.bytes;
}

bool isNear(std::uint32_t a, std::uint32_t b)
{
    constexpr int most = 3;
    return std::abs(qRed(a) - qRed(b)) <= most && std::abs(qGreen(a) - qGreen(b)) <= most && std::abs(qBlue(a) - qBlue(b)) <= most;
}

} // namespace

class TestReadingRareImage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { TIFFSetWarningHandler(nullptr); }
    void tiffs_data();
    void tiffs();
    void kindsThatNothingOpens_data();
    void kindsThatNothingOpens();
};

void TestReadingRareImage::tiffs_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<uint>("colour");
    QTest::addColumn<std::string>("fault");
    const auto row = [](const char *name, const Raw &raw, unsigned colour, FaultCode fault = FaultCode(0)) {
        QTest::newRow(name) << tiffOf(raw) << colour << (fault == FaultCode(0) ? std::string() : nameOf(fault));
    };
    const unsigned orange = qRgb(255, 128, 0);
    row("16 bits", {.bits = 16, .samples = {0xffff, 0x8080, 0}}, orange);
    row("16 bits, grey", {.bits = 16, .photometric = PHOTOMETRIC_MINISBLACK, .samples = {0x8080}}, qRgb(128, 128, 128));
    row("4 bits, grey", {.bits = 4, .photometric = PHOTOMETRIC_MINISBLACK, .samples = {8}}, qRgb(136, 136, 136));
    row("4 bits, white is 0", {.bits = 4, .photometric = PHOTOMETRIC_MINISWHITE, .samples = {15}}, qRgb(0, 0, 0));
    row("1 bit, white is 0", {.bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4, .samples = {1}}, qRgb(0, 0, 0));
    row("palette", {.bits = 8, .photometric = PHOTOMETRIC_PALETTE, .compression = COMPRESSION_LZW, .samples = {1}, .palette = {0xffff, 0x8080, 0}}, orange);
    row("palette of 16", {.bits = 4, .photometric = PHOTOMETRIC_PALETTE, .samples = {1}, .palette = {0xffff, 0x8080, 0}}, orange);
    row("inks", {.photometric = PHOTOMETRIC_SEPARATED, .compression = COMPRESSION_ADOBE_DEFLATE, .samples = {0, 127, 255, 0}}, orange);
    row("transparent", {.samples = {255, 0, 0, 128}, .extra = {EXTRASAMPLE_UNASSALPHA}}, qRgb(255, 127, 127));
    row("transparent, multiplied", {.samples = {128, 0, 0, 128}, .extra = {EXTRASAMPLE_ASSOCALPHA}}, qRgb(255, 127, 127));
    row("transparent grey", {.photometric = PHOTOMETRIC_MINISBLACK, .samples = {0, 128}, .extra = {EXTRASAMPLE_UNASSALPHA}}, qRgb(127, 127, 127));
    row("separate planes", {.compression = COMPRESSION_PACKBITS, .planes = PLANARCONFIG_SEPARATE, .samples = {255, 128, 0}}, orange);
    row("JPEG in luminance", {.photometric = PHOTOMETRIC_YCBCR, .compression = COMPRESSION_JPEG, .samples = {255, 128, 0}, .jpegColours = JPEGCOLORMODE_RGB}, orange);
    row("Lab", {.photometric = PHOTOMETRIC_CIELAB, .samples = {255, 0, 0}}, qRgb(255, 252, 222)); // the white of print
    row("numbers with fractions", {.bits = 32, .photometric = PHOTOMETRIC_MINISBLACK, .format = SAMPLEFORMAT_IEEEFP, .samples = {0x3f800000}}, 0, FaultCode::DocumentUnsupported);
    row("deep grey", {.bits = 32, .photometric = PHOTOMETRIC_MINISBLACK, .samples = {0x80808080}}, 0, FaultCode::DocumentUnsupported);
    row("two colours", {.samples = {1, 2}}, 0, FaultCode::DocumentUnsupported);
}

void TestReadingRareImage::tiffs()
{
    QFETCH(std::string, content);
    QFETCH(uint, colour);
    QFETCH(std::string, fault);
    QVERIFY(!content.empty());
    const auto reader = openDocument(content, "a.tif");
    std::string got = faultOf(reader);
    if (reader.ok()) {
        const auto image = (*reader)->renderPage(1, 96);
        got = faultOf(image);
        if (image.ok()) {
            const std::uint32_t shown = image->pixels.get()[side * 3 + 3];
            QVERIFY2(isNear(shown, colour), qPrintable(QString::number(shown, 16)));
        }
    }
    QCOMPARE(got, fault);
}

void TestReadingRareImage::kindsThatNothingOpens_data()
{
    using namespace std::string_literals;
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("content");
    const std::string noise(200, '\x01');
    const std::pair<const char *, std::string> kinds[] = {{"a.gif", "GIF89a\x01\0\x01\0"s},         {"a.bmp", "BM\x46\0\0\0\0\0"s},
                                                          {"a.webp", "RIFF\x24\0\0\0WEBPVP8 "s},     {"a.heic", "\0\0\0\x18" "ftypheic"s},
                                                          {"a.jp2", "\0\0\0\x0cjP  \r\n\x87\n"s},    {"a.psd", "8BPS\0\x01"s},
                                                          {"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s}, {"a", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s}};
    for (const auto &[name, head] : kinds)
        QTest::newRow(name) << std::string(name) << head + noise + std::string(20, '\0');
}

void TestReadingRareImage::kindsThatNothingOpens()
{
    QFETCH(std::string, name);
    QFETCH(std::string, content);
    const auto reader = openDocument(content, name);
    QCOMPARE(faultOf(reader), nameOf(FaultCode::DocumentUnsupported));
    QVERIFY(!reader.fault().detail.empty());
}

QTEST_GUILESS_MAIN(TestReadingRareImage)
#include "tst_reading_rareimage.moc"
