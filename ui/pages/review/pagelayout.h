// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pages of a document stand, one under the other, and which of them a viewport shows. Content coordinates are
// logical pixels from the top left of everything; page coordinates are points. Plain value, GUI thread; never fails.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <cstdint>
#include <vector>

namespace caseward::ui {

class PageLayout final {
public:
    struct Geometry {
        double scale = 96.0 / 72.0;   // pixels a point
        double viewWidth = 0;         // of the viewport
        double stripWidth = 0;        // kept free at the right of the pages for stripes and chips
        double gap = 12;              // between pages, and above the first
        double left = 8;              // least space at the left
        double cropLeft = 0;          // points cut off at both sides in "fit text"; 0 for whole pages
        double cropRight = 0;
        bool operator==(const Geometry &) const = default;
    };

    // Sizes in points, in page order.
    void setSizes(std::vector<QSizeF> sizes);
    void setSize(std::uint32_t page, QSizeF size);   // a text page that has been laid out
    void setGeometry(const Geometry &geometry);
    [[nodiscard]] const Geometry &geometry() const { return m_geometry; }
    [[nodiscard]] std::uint32_t pageCount() const { return static_cast<std::uint32_t>(m_sizes.size()); }
    [[nodiscard]] QSizeF size(std::uint32_t page) const { return m_sizes[page - 1]; }

    [[nodiscard]] QSizeF contentSize() const { return {m_width, m_height}; }
    // The visible paper of a page, cropped; page numbers from 1.
    [[nodiscard]] QRectF paper(std::uint32_t page) const;
    [[nodiscard]] double stripLeft(std::uint32_t page) const { return paper(page).right(); }
    // Corner of the whole page, which lies left of paper() when cropped.
    [[nodiscard]] QPointF origin(std::uint32_t page) const;
    [[nodiscard]] QPointF toPage(std::uint32_t page, QPointF content) const;
    [[nodiscard]] QRectF fromPage(std::uint32_t page, const QRectF &points) const;
    // The page at a height; the nearest one between pages. 0 without pages.
    [[nodiscard]] std::uint32_t pageAt(double y) const;
    struct Range { std::uint32_t first = 1, last = 0; };
    [[nodiscard]] Range visible(double top, double bottom) const;

private:
    void place();
    [[nodiscard]] double paperWidth(std::uint32_t page) const;
    std::vector<QSizeF> m_sizes;
    std::vector<double> m_tops;
    Geometry m_geometry;
    double m_width = 0, m_height = 0, m_widest = 0;
};

} // namespace caseward::ui
