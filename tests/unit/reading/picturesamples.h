// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures made for the tests: PNG and JPEG by Qt, TIFF by libtiff into memory.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QImageWriter>

#include <tiffio.h>

#include <cstring>
#include <string>
#include <vector>

namespace caseward::tests {

// Four coloured quarters: red, green / blue, black. Shows which way up a picture is, and survives JPEG.
inline QImage quarters(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, y < height / 2 ? (x < width / 2 ? 0xffff0000u : 0xff00ff00u) : (x < width / 2 ? 0xff0000ffu : 0xff000000u));
    return image;
}

// A black and white pattern that no two rows share.
inline QImage stripes(int width, int height)
{
    QImage image(width, height, QImage::Format_Mono);
    image.setColorTable({0xff000000u, 0xffffffffu});
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, (x / (y + 1) + y) % 2);
    return image;
}

inline std::string fileOf(const QImage &image, const char *format, int quality = -1)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? buffer.data().toStdString() : std::string();
}

// The JPEG with an Exif block that says an orientation.
inline std::string withOrientation(const std::string &jpeg, int orientation)
{
    std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 32);
    exif[25] = static_cast<char>(orientation);
    std::string segment("\xff\xe1\0", 3);
    segment += static_cast<char>(exif.size() + 2);
    return jpeg.substr(0, 2) + segment + exif + jpeg.substr(2);
}

struct TiffPage {
    QImage image; // Mono, Grayscale8 or RGB888
    std::uint16_t compression = COMPRESSION_NONE;
    double xDpi = 0, yDpi = 0;
    std::uint32_t rowsPerStrip = 8;
    std::uint16_t orientation = 1;
    bool isTiled = false;
    std::uint32_t subfile = 0;
};

struct TiffMemory {
    std::string bytes;
    std::size_t at = 0;
};

inline TIFF *tiffWriter(TiffMemory &memory)
{
    return TIFFClientOpen(
        "test", "w", &memory,
        [](thandle_t handle, void *to, tmsize_t size) {
            auto *m = static_cast<TiffMemory *>(handle);
            const std::size_t given = m->at < m->bytes.size() ? std::min(std::size_t(size), m->bytes.size() - m->at) : 0;
            std::memcpy(to, m->bytes.data() + m->at, given);
            m->at += given;
            return tmsize_t(given);
        },
        [](thandle_t handle, void *from, tmsize_t size) {
            auto *m = static_cast<TiffMemory *>(handle);
            if (m->bytes.size() < m->at + std::size_t(size))
                m->bytes.resize(m->at + std::size_t(size));
            std::memcpy(m->bytes.data() + m->at, from, std::size_t(size));
            m->at += std::size_t(size);
            return size;
        },
        [](thandle_t handle, toff_t offset, int whence) {
            auto *m = static_cast<TiffMemory *>(handle);
            m->at = whence == SEEK_END ? m->bytes.size() + offset : whence == SEEK_CUR ? m->at + offset : offset;
            return toff_t(m->at);
        },
        [](thandle_t) { return 0; }, [](thandle_t handle) { return toff_t(static_cast<TiffMemory *>(handle)->bytes.size()); }, nullptr,
        nullptr);
}

inline void setTags(TIFF *tiff, const TiffPage &page)
{
    const bool isMono = page.image.format() == QImage::Format_Mono, isGrey = page.image.format() == QImage::Format_Grayscale8;
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.image.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.image.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, isMono ? 1 : 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, isMono || isGrey ? 1 : 3);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, isMono || isGrey ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, page.compression);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, page.orientation);
    TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, page.subfile);
    if (page.xDpi > 0) {
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, page.xDpi);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, page.yDpi);
    }
}

// The pages in order; empty when libtiff refuses.
inline std::string tiffOf(const std::vector<TiffPage> &pages)
{
    TiffMemory memory;
    TIFF *tiff = tiffWriter(memory);
    constexpr int tile = 16;
    for (const TiffPage &page : pages) {
        setTags(tiff, page);
        if (page.isTiled) { // of one byte a pixel
            TIFFSetField(tiff, TIFFTAG_TILEWIDTH, tile);
            TIFFSetField(tiff, TIFFTAG_TILELENGTH, tile);
            for (int y = 0; y < page.image.height(); y += tile)
                for (int x = 0; x < page.image.width(); x += tile) {
                    QImage square = page.image.copy(x, y, tile, tile);
                    TIFFWriteTile(tiff, square.bits(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0, 0);
                }
        } else {
            TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.rowsPerStrip);
            for (int y = 0; y < page.image.height(); ++y)
                TIFFWriteScanline(tiff, const_cast<uchar *>(page.image.constScanLine(y)), static_cast<std::uint32_t>(y));
        }
        if (TIFFWriteDirectory(tiff) != 1)
            memory.bytes.clear();
    }
    TIFFClose(tiff);
    return memory.bytes;
}

} // namespace caseward::tests
