// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that Qt does not write: an interlaced PNG and a JPEG of four inks, by libpng and libjpeg into memory.
#pragma once

#include <QImage>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace caseward::tests {

// Adam7, three colours of eight bits; the picture is Format_RGB888.
inline std::string interlacedPng(QImage image)
{
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &file,
        [](png_structp writer, png_bytep bytes, std::size_t size) {
            static_cast<std::string *>(png_get_io_ptr(writer))->append(reinterpret_cast<const char *>(bytes), size);
        },
        [](png_structp) {});
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_ADAM7,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::vector<png_bytep> rows;
    for (int y = 0; y < image.height(); ++y)
        rows.push_back(image.scanLine(y));
    png_write_info(png, info);
    png_write_image(png, rows.data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return file;
}

// One colour all over, as inks from 0 to 255; Adobe's marker says that they are stored the other way round.
inline std::string jpegOfInks(unsigned side, const std::vector<unsigned> &inks, bool isAdobe)
{
    jpeg_compress_struct jpeg = {};
    jpeg_error_mgr errors = {};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = jpeg.image_height = side;
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg.write_Adobe_marker = isAdobe ? TRUE : FALSE;
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<JSAMPLE> row;
    for (unsigned i = 0; i < side * 4; ++i)
        row.push_back(static_cast<JSAMPLE>(isAdobe ? 255 - inks[i % 4] : inks[i % 4]));
    for (JSAMPROW line = row.data(); jpeg.next_scanline < side;)
        jpeg_write_scanlines(&jpeg, &line, 1);
    jpeg_finish_compress(&jpeg);
    const std::string file(reinterpret_cast<const char *>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);
    return file;
}

} // namespace caseward::tests
