// SPDX-License-Identifier: GPL-3.0-or-later
// A scan for tests: lines of words, painted by the reader child itself and kept as a grey TIFF, which has no text layer. Needs
// caseward-reader beside the test.
#pragma once

#include "core/reading/documentreader.h"
#include "tests/support/pdfwriter.h"

namespace caseward::tests {

// Uncompressed, 8 bits, one strip (TIFF 6.0, little-endian).
inline std::string greyTiff(const reading::PageImage &image, std::uint32_t dpi)
{
    std::string file("II*\0\x08\0\0\0", 8);
    const auto put = [&file](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            file += static_cast<char>(value >> (8 * i) & 0xff);
    };
    constexpr std::uint32_t entries = 11, ratioAt = 8 + 2 + entries * 12 + 4, pixelsAt = ratioAt + 8;
    const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t value) {
        put(tag, 2);
        put(type, 2);
        put(1, 4);
        put(value, 4);
    };
    constexpr std::uint32_t word = 3, number = 4, ratio = 5;
    put(entries, 2);
    entry(256, number, image.width);
    entry(257, number, image.height);
    entry(258, word, 8);
    entry(259, word, 1);
    entry(262, word, 1);
    entry(273, number, pixelsAt);
    entry(277, word, 1);
    entry(278, number, image.height);
    entry(279, number, image.width * image.height);
    entry(282, ratio, ratioAt);
    entry(283, ratio, ratioAt);
    put(0, 4);
    put(dpi, 4);
    put(1, 4);
    for (std::size_t i = 0; i < std::size_t(image.width) * image.height; ++i)
        file += static_cast<char>(image.pixels.get()[i] & 0xff);
    return file;
}

// One page of 400 x 200 points. Empty when the reader could not paint it.
inline std::string scanOf(const std::vector<std::string> &lines)
{
    constexpr std::uint32_t dpi = 200;
    reading::ReaderSetup setup;
    setup.program = Path(CASEWARD_BINARY_DIR) / "caseward-reader";
    PdfPage page;
    page.lines = lines;
    page.width = 400;
    page.height = 200;
    PdfPlan plan;
    plan.pages = {page};
    const auto reader = reading::DocumentReader::open(setup, viewOf(writePdf(plan)), "words.pdf");
    if (!reader.ok())
        return {};
    const auto image = (*reader)->renderPage(1, dpi);
    return image.ok() ? greyTiff(*image, dpi) : std::string();
}

} // namespace caseward::tests
