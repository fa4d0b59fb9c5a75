// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything on the timeline is: lanes one under the other, rows within a lane so that nothing covers anything, days as pixels.
// Arithmetic without widgets; one thread.
#pragma once

#include "ui/pages/timeline/timelineitems.h"

#include <QRectF>

#include <algorithm>
#include <functional>

namespace caseward::ui {

class TimelineLayout {
public:
    struct Lane { QString title; int top = 0, height = 0; };
    struct Tick { qreal x = 0; QString words; };
    struct Measure {
        int width = 0;                               // of the viewport
        int row = 0;                                 // height of one row, by the font
        std::function<int(const QString &)> words;   // width of words
    };

    // Every day of `reach` fits at zoom 1; `zoom` is at least 1.
    void make(const std::vector<TimelineItem> &items, std::pair<qint64, qint64> reach, double zoom, const Measure &measure);

    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; }
    [[nodiscard]] QRectF rect(std::size_t item) const { return m_rects[item]; }     // in the content; titles at the left do not scroll
    [[nodiscard]] std::size_t count() const { return m_rects.size(); }
    [[nodiscard]] std::vector<Tick> ticks() const;                                  // beginnings of years or months
    [[nodiscard]] int at(const QPointF &content) const;                             // the item there, or -1
    // A day outside the reach is at its edge.
    [[nodiscard]] qreal x(qint64 day) const { return m_left + static_cast<qreal>(std::clamp(day, m_reach.first, m_reach.second + 1) - m_reach.first) * m_scale; }
    [[nodiscard]] qint64 dayAt(qreal x) const;
    [[nodiscard]] int titles() const { return m_titles; }                           // width of the titles
    [[nodiscard]] int axis() const { return m_axis; }                               // height of the axis
    [[nodiscard]] QSize size() const { return m_size; }

private:
    void placeLane(const std::vector<TimelineItem> &items, std::size_t first, std::size_t last, const Measure &measure, int &y);
    std::vector<Lane> m_lanes;
    std::vector<QRectF> m_rects;
    std::pair<qint64, qint64> m_reach{0, 0};
    qreal m_scale = 1, m_left = 0;
    int m_titles = 0, m_axis = 0;
    QSize m_size;
};

} // namespace caseward::ui
