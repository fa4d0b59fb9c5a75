// SPDX-License-Identifier: GPL-3.0-or-later
// The fourteen standard fonts of PDF (ISO 32000-1, 9.6.2.2), which a file may use without carrying them: each is drawn with its own
// face out of the program's own fonts, so that a form's tick is a tick on every machine.
#include "readerfixture.h"
#include "tests/support/pdfwriter.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace caseward;
using tests::faultOf;

namespace {

constexpr const char *standardFonts[] = {"Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
                                         "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
                                         "Symbol", "ZapfDingbats"};

// One page with the same five characters in a font that the file does not carry; "4" is the tick of ZapfDingbats.
std::string pageIn(const std::string &font)
{
    return tests::pdf::assembled({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 80]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                                  tests::pdf::stream("", "BT /F 36 Tf 20 30 Td (a4bRn) Tj ET"),
                                  "<</Type/Font/Subtype/Type1/BaseFont/" + font + ">>"});
}

std::vector<std::uint32_t> drawn(const std::string &font)
{
    reading::ReaderSetup setup = tests::readerSetup();
    setup.fonts = Path(CASEWARD_SOURCE_DIR) / "resources" / "fonts";
    const std::string file = pageIn(font);
    const auto reader = reading::DocumentReader::open(setup, viewOf(file), "font.pdf");
    if (!reader.ok())
        qFatal("%s", reader.fault().detail.c_str());
    const auto image = (*reader)->renderPage(1, 72);
    if (!image.ok())
        qFatal("%s", image.fault().detail.c_str());
    const std::uint32_t *pixels = image->pixels.get();
    return {pixels, pixels + std::size_t(image->width) * image->height};
}

std::ptrdiff_t ink(const std::vector<std::uint32_t> &pixels)
{
    return std::count_if(pixels.begin(), pixels.end(), [](std::uint32_t pixel) { return (pixel & 0xff) < 128; });
}

} // namespace

class TestReadingFonts : public QObject {
    Q_OBJECT
private slots:
    void everyStandardFontHasItsOwnFace()
    {
        std::map<std::vector<std::uint32_t>, std::string> faces;
        for (const char *font : standardFonts) {
            const auto pixels = drawn(font);
            QVERIFY2(ink(pixels) > 300, font);
            const auto [place, isNew] = faces.emplace(pixels, font);
            QVERIFY2(isNew, (std::string(font) + " looks like " + place->second).c_str());
        }
    }

    void otherNamesFallToTheirFamily()
    {
        QVERIFY(drawn("ArialMT") == drawn("Helvetica"));
        QVERIFY(drawn("TimesNewRomanPSMT") == drawn("Times-Roman"));
        QVERIFY(drawn("CourierNewPSMT") == drawn("Courier"));
    }
};

QTEST_GUILESS_MAIN(TestReadingFonts)
#include "tst_reading_fonts.moc"
