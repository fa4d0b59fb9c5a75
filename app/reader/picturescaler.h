// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a picture in, the picture at another size out: each target pixel is the mean of the area that it covers, so a
// thin line of a scan stays as a grey one. Needs one row of the source at a time. One thread.
#pragma once

#include <cstdint>
#include <vector>

namespace caseward::reader {

class PictureScaler {
public:
    // The size wanted, above 0, in the source's own orientation.
    PictureScaler(std::uint32_t width, std::uint32_t height) : m_width(width), m_height(height) {}

    [[nodiscard]] std::uint32_t width() const { return m_width; }
    [[nodiscard]] std::uint32_t height() const { return m_height; }

    // The size that will come, above 0: once, before the rows.
    void begin(std::uint32_t sourceWidth, std::uint32_t sourceHeight);
    // The next row: three bytes a pixel, red first. Rows beyond the last are ignored.
    void addRow(const std::uint8_t *rgb);
    [[nodiscard]] bool isComplete() const { return m_done == m_height; }
    // 0xffRRGGBB, rows from the top, when complete.
    std::vector<std::uint32_t> takePixels() { return std::move(m_pixels); }

private:
    // The source pixels under one target pixel: whole ones between two that count in part.
    struct Span {
        std::uint32_t first = 0, last = 0;
        float firstShare = 0, lastShare = 0, scale = 0;
    };
    void squeezeRow(const std::uint8_t *rgb);
    void finishRow(double covered);

    std::uint32_t m_width, m_height;
    std::uint32_t m_sourceWidth = 0, m_sourceHeight = 0;
    std::uint32_t m_rows = 0, m_done = 0; // taken from the source, finished of the target
    std::vector<Span> m_spans;
    std::vector<float> m_row, m_sum;
    std::vector<std::uint32_t> m_pixels;
};

} // namespace caseward::reader
