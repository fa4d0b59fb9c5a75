// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace caseward::ui {

void PageLayout::setSizes(std::vector<QSizeF> sizes)
{
    m_sizes = std::move(sizes);
    place();
}

void PageLayout::setSize(std::uint32_t page, QSizeF size)
{
    if (page < 1 || page > pageCount() || m_sizes[page - 1] == size)
        return;
    m_sizes[page - 1] = size;
    place();
}

void PageLayout::setGeometry(const Geometry &geometry)
{
    if (m_geometry == geometry)
        return;
    m_geometry = geometry;
    place();
}

double PageLayout::paperWidth(std::uint32_t page) const
{
    const double width = m_sizes[page - 1].width() - m_geometry.cropLeft - m_geometry.cropRight;
    return std::max(8.0, width) * m_geometry.scale;
}

void PageLayout::place()
{
    m_tops.clear();
    m_tops.reserve(m_sizes.size());
    m_widest = 0;
    double y = m_geometry.gap;
    for (std::uint32_t page = 1; page <= pageCount(); ++page) {
        // Whole pixels: page images are drawn 1:1, and highlights must sit on them exactly.
        m_tops.push_back(std::round(y));
        m_widest = std::max(m_widest, paperWidth(page));
        y += m_sizes[page - 1].height() * m_geometry.scale + m_geometry.gap;
    }
    m_height = std::ceil(y);
    m_width = std::ceil(m_geometry.left + m_widest + m_geometry.stripWidth);
}

QRectF PageLayout::paper(std::uint32_t page) const
{
    // One left edge for all pages, centred as a column together with its strip when there is room.
    const double room = std::max(0.0, m_geometry.viewWidth - m_width);
    const double left = std::floor(m_geometry.left + room / 2 + (m_widest - paperWidth(page)) / 2);
    return {left, m_tops[page - 1], paperWidth(page), m_sizes[page - 1].height() * m_geometry.scale};
}

QPointF PageLayout::origin(std::uint32_t page) const
{
    return paper(page).topLeft() - QPointF(m_geometry.cropLeft * m_geometry.scale, 0);
}

QPointF PageLayout::toPage(std::uint32_t page, QPointF content) const
{
    return (content - origin(page)) / m_geometry.scale;
}

QRectF PageLayout::fromPage(std::uint32_t page, const QRectF &points) const
{
    const double scale = m_geometry.scale;
    return {origin(page) + points.topLeft() * scale, QSizeF(points.width() * scale, points.height() * scale)};
}

std::uint32_t PageLayout::pageAt(double y) const
{
    if (m_sizes.empty())
        return 0;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y + m_geometry.gap / 2);
    const auto index = after == m_tops.begin() ? 0 : after - m_tops.begin() - 1;
    return static_cast<std::uint32_t>(index) + 1;
}

PageLayout::Range PageLayout::visible(double top, double bottom) const
{
    if (m_sizes.empty())
        return {};
    Range range{pageAt(top), pageAt(bottom)};
    if (range.first < pageCount() && paper(range.first).bottom() < top)
        ++range.first;
    return range;
}

} // namespace caseward::ui
