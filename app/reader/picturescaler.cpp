// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/picturescaler.h"

#include <algorithm>
#include <cmath>

namespace caseward::reader {

namespace {

constexpr std::uint32_t opaque = 0xff000000u;

std::uint32_t packed(float red, float green, float blue)
{
    const auto channel = [](float value) { return static_cast<std::uint32_t>(std::clamp(value + 0.5f, 0.0f, 255.0f)); };
    return opaque | channel(red) << 16 | channel(green) << 8 | channel(blue);
}

} // namespace

void PictureScaler::begin(std::uint32_t sourceWidth, std::uint32_t sourceHeight)
{
    m_sourceWidth = sourceWidth;
    m_sourceHeight = sourceHeight;
    m_rows = m_done = 0;
    m_pixels.assign(std::size_t(m_width) * m_height, opaque);
    m_row.assign(std::size_t(m_width) * 3, 0);
    m_sum = m_row;
    m_spans.clear();
    for (std::uint32_t x = 0; x < m_width; ++x) {
        const double left = double(x) * sourceWidth / m_width, right = double(x + 1) * sourceWidth / m_width;
        Span span;
        span.first = std::min(static_cast<std::uint32_t>(left), sourceWidth - 1);
        span.last = std::clamp(static_cast<std::uint32_t>(std::ceil(right - 1e-9)) - 1, span.first, sourceWidth - 1);
        span.firstShare = static_cast<float>(std::min<double>(span.first + 1, right) - left);
        span.lastShare = span.last > span.first ? static_cast<float>(right - span.last) : 0.0f;
        span.scale = static_cast<float>(1.0 / (right - left));
        m_spans.push_back(span);
    }
}

// One row of the source at the target's width.
void PictureScaler::squeezeRow(const std::uint8_t *rgb)
{
    float *out = m_row.data();
    for (const Span &span : m_spans) {
        const std::uint8_t *from = rgb + std::size_t(span.first) * 3;
        std::uint32_t red = 0, green = 0, blue = 0;
        for (std::uint32_t i = span.first + 1; i < span.last; ++i) {
            const std::uint8_t *whole = rgb + std::size_t(i) * 3;
            red += whole[0];
            green += whole[1];
            blue += whole[2];
        }
        const std::uint8_t *to = rgb + std::size_t(span.last) * 3;
        const auto mean = [&](int channel, std::uint32_t whole) {
            return (static_cast<float>(whole) + from[channel] * span.firstShare + to[channel] * span.lastShare) * span.scale;
        };
        *out++ = mean(0, red);
        *out++ = mean(1, green);
        *out++ = mean(2, blue);
    }
}

void PictureScaler::finishRow(double covered)
{
    const float scale = static_cast<float>(1.0 / covered);
    std::uint32_t *out = m_pixels.data() + std::size_t(m_done) * m_width;
    for (std::size_t i = 0; i < m_sum.size(); i += 3)
        *out++ = packed(m_sum[i] * scale, m_sum[i + 1] * scale, m_sum[i + 2] * scale);
    std::fill(m_sum.begin(), m_sum.end(), 0.0f);
    ++m_done;
}

void PictureScaler::addRow(const std::uint8_t *rgb)
{
    if (m_rows >= m_sourceHeight)
        return;
    const double top = m_rows, bottom = m_rows + 1.0;
    const bool isLast = ++m_rows == m_sourceHeight;
    squeezeRow(rgb);
    while (m_done < m_height) {
        const double from = double(m_done) * m_sourceHeight / m_height, to = double(m_done + 1) * m_sourceHeight / m_height;
        const float share = static_cast<float>(std::max(0.0, std::min(to, bottom) - std::max(from, top)));
        for (std::size_t i = 0; i < m_sum.size(); ++i)
            m_sum[i] += m_row[i] * share;
        if (to > bottom + 1e-9 && !isLast)
            return;
        finishRow(to - from);
    }
}

} // namespace caseward::reader
