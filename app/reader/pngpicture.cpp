// SPDX-License-Identifier: GPL-3.0-or-later
// PNG by libpng. Its errors jump: every function that calls it holds nothing that would need a destructor, and what is
// allocated belongs to the object.
#include "app/reader/exif.h"
#include "app/reader/onepicture.h"

#include "core/reading/wire.h"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

namespace caseward::reader {

namespace {

constexpr std::size_t signatureBytes = 8, chunkFrame = 12; // length, type and checksum around a chunk's data
constexpr double inchesPerMetre = 39.3700787;

// The chain of chunks reaches its end: a file that was cut off is not shown in part, as if that were all.
bool hasEnd(BytesView file)
{
    std::size_t at = signatureBytes;
    while (file.size() - at >= chunkFrame) {
        const std::size_t length = std::size_t(file[at]) << 24 | std::size_t(file[at + 1]) << 16 | std::size_t(file[at + 2]) << 8 | file[at + 3];
        if (length > file.size() - at - chunkFrame)
            return false;
        if (std::memcmp(file.data() + at + 4, "IEND", 4) == 0)
            return true;
        at += length + chunkFrame;
    }
    return false;
}

// One pass through the file.
class PngReader {
public:
    explicit PngReader(BytesView file) : m_file(file) {}
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReader(const PngReader &) = delete;
    PngReader &operator=(const PngReader &) = delete;

    Status readHeader(Frame &frame);
    Status readRows(PictureScaler &into);

private:
    static void give(png_structp png, png_bytep to, std::size_t size);
    [[noreturn]] static void fail(png_structp png, png_const_charp) { png_longjmp(png, 1); }
    static void ignore(png_structp, png_const_charp) {}
    void startRows();
    void composeRow(const std::uint8_t *rgba);

    BytesView m_file;
    std::size_t m_at = 0;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::uint32_t m_width = 0, m_height = 0;
    int m_passes = 1;
    bool m_hasAlpha = false;
    std::vector<std::uint8_t> m_stored;      // a row, or the whole picture when it is interlaced
    std::vector<png_bytep> m_starts;         // of the rows of an interlaced picture
    std::vector<std::uint8_t> m_rgb;
};

void PngReader::give(png_structp png, png_bytep to, std::size_t size)
{
    auto *reader = static_cast<PngReader *>(png_get_io_ptr(png));
    if (size > reader->m_file.size() - reader->m_at)
        png_error(png, "cut off");
    std::memcpy(to, reader->m_file.data() + reader->m_at, size);
    reader->m_at += size;
}

Status PngReader::readHeader(Frame &frame)
{
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore);
    m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    if (m_info == nullptr)
        return Status::Failed;
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return Status::Damaged;
    png_set_read_fn(m_png, this, give);
    png_read_info(m_png, m_info);
    m_width = frame.width = png_get_image_width(m_png, m_info);
    m_height = frame.height = png_get_image_height(m_png, m_info);
    png_uint_32 x = 0, y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    if (png_get_pHYs(m_png, m_info, &x, &y, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
        frame.xDpi = x / inchesPerMetre;
        frame.yDpi = y / inchesPerMetre;
    }
    png_uint_32 exifBytes = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(m_png, m_info, &exifBytes, &exif) != 0)
        frame.orientation = exifFacts({exif, exifBytes}).orientation;
    return Status::Ok;
}

// Whatever is stored becomes eight bits of red, green and blue, and of alpha where there is any.
void PngReader::startRows()
{
    png_set_scale_16(m_png);
    png_set_expand(m_png);
    png_set_gray_to_rgb(m_png);
    m_passes = png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
}

// On white, as paper.
void PngReader::composeRow(const std::uint8_t *rgba)
{
    for (std::size_t x = 0; x < m_width; ++x) {
        const unsigned alpha = rgba[x * 4 + 3];
        for (std::size_t channel = 0; channel < 3; ++channel)
            m_rgb[x * 3 + channel] = static_cast<std::uint8_t>((rgba[x * 4 + channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

Status PngReader::readRows(PictureScaler &into)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return Status::Damaged;
    startRows();
    const std::size_t rowBytes = png_get_rowbytes(m_png, m_info);
    m_hasAlpha = rowBytes == std::size_t(m_width) * 4;
    if (!m_hasAlpha && rowBytes != std::size_t(m_width) * 3)
        return Status::Damaged;
    // An interlaced picture is complete only after its last pass, and has to be held as a whole.
    const std::size_t rowsHeld = m_passes > 1 ? m_height : 1;
    if (rowBytes * rowsHeld > reading::wire::largestAnswer)
        return Status::TooLarge;
    m_stored.resize(rowBytes * rowsHeld);
    m_rgb.resize(m_hasAlpha ? std::size_t(m_width) * 3 : 0);
    into.begin(m_width, m_height);
    if (m_passes > 1) {
        for (std::size_t y = 0; y < m_height; ++y)
            m_starts.push_back(m_stored.data() + y * rowBytes);
        png_read_image(m_png, m_starts.data());
    }
    for (std::size_t y = 0; y < m_height; ++y) {
        if (m_passes == 1)
            png_read_row(m_png, m_stored.data(), nullptr);
        const std::uint8_t *row = m_passes > 1 ? m_starts[y] : m_stored.data();
        if (m_hasAlpha)
            composeRow(row);
        into.addRow(m_hasAlpha ? m_rgb.data() : row);
    }
    return Status::Ok;
}

} // namespace

OpenedPicture openPng(BytesView file)
{
    if (file.size() < signatureBytes || !hasEnd(file))
        return Status::Damaged;
    return OnePicture<PngReader>::open(file);
}

} // namespace caseward::reader
