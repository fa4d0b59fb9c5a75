// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timeline/timelinelayout.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <cmath>

namespace caseward::ui {

namespace {

constexpr int margin = 16, lanePadding = 8, rowGap = 4, pointWidth = 16, pointWords = 180, leastBar = 10, mostRows = 8;
constexpr qreal leastTick = 64;
const QDate epoch(1970, 1, 1);

using Row = std::vector<std::pair<qreal, qreal>>; // what is taken; nothing in it covers anything else

// The first row in which nothing covers it; a new one when there is none. Items come by their first day, and words may stand before
// their sign: what ends further left than that can be forgotten, so that thousands of items are placed in no time.
std::size_t freeRow(std::vector<Row> &rows, const QRectF &rect)
{
    for (Row &row : rows)
        std::erase_if(row, [&rect](const auto &taken) { return taken.second < rect.left() - 2 * (pointWords + pointWidth); });
    const auto isFree = [&rect](const Row &row) {
        return std::ranges::none_of(row, [&rect](const auto &taken) { return taken.first < rect.right() && rect.left() < taken.second; });
    };
    return static_cast<std::size_t>(std::ranges::find_if(rows, isFree) - rows.begin());
}

} // namespace

void TimelineLayout::make(const std::vector<TimelineItem> &items, std::pair<qint64, qint64> reach, double zoom, const Measure &measure)
{
    m_lanes.clear();
    m_rects.assign(items.size(), {});
    m_reach = reach;
    m_axis = measure.row + lanePadding;
    m_titles = 0;
    for (const TimelineItem &item : items)
        m_titles = std::max(m_titles, measure.words(item.kind == TimelineItem::Kind::Undated ? QCoreApplication::translate("TimelineLayout", "Without a date") : laneTitle(item.lane)));
    m_titles += 2 * margin;
    m_left = m_titles + margin;
    const qreal days = static_cast<qreal>(std::max<qint64>(1, reach.second - reach.first + 1));
    const qreal room = std::max(100.0, measure.width - m_left - 2.0 * margin);
    m_scale = room / days * std::max(1.0, zoom);
    int y = m_axis;
    for (std::size_t first = 0; first < items.size();) {
        const bool undated = items[first].kind == TimelineItem::Kind::Undated;
        std::size_t last = first;
        while (last < items.size() && (items[last].kind == TimelineItem::Kind::Undated) == undated && (undated || items[last].lane == items[first].lane))
            ++last;
        placeLane(items, first, last, measure, y);
        first = last;
    }
    m_size = QSize(static_cast<int>(m_left + days * m_scale + 2 * margin), y);
}

void TimelineLayout::placeLane(const std::vector<TimelineItem> &items, std::size_t first, std::size_t last, const Measure &measure, int &y)
{
    const bool undated = items[first].kind == TimelineItem::Kind::Undated;
    const int top = y + lanePadding;
    std::vector<Row> rows;
    for (std::size_t i = first; i < last; ++i) {
        const TimelineItem &item = items[i];
        if (undated) {
            const int words = measure.words(laneTitle(item.lane) + QStringLiteral(": ") + item.label) + 2 * lanePadding;
            m_rects[i] = QRectF(m_left, top + static_cast<int>(rows.size()) * (measure.row + rowGap), words, measure.row);
            rows.emplace_back();
            continue;
        }
        QRectF rect(x(item.first), 0, std::max<qreal>(leastBar, static_cast<qreal>(item.last - item.first + 1) * m_scale), measure.row);
        if (item.kind == TimelineItem::Kind::Point) {
            const qreal middle = (x(item.first) + x(item.last + 1)) / 2;
            rect.setLeft(middle - pointWidth / 2.0);
            rect.setWidth(pointWidth + std::min(pointWords, measure.words(item.label) + lanePadding));
            if (rect.right() > x(m_reach.second + 1) + 2.0 * margin) // no room at the end: the words stand before the sign
                rect.moveRight(middle + pointWidth / 2.0);
        }
        std::size_t row = freeRow(rows, rect);
        if (row >= mostRows && item.kind == TimelineItem::Kind::Point) { // the sign alone: its words are in the line below the lanes
            rect = QRectF((x(item.first) + x(item.last + 1) - pointWidth) / 2, 0, pointWidth, measure.row);
            row = freeRow(rows, rect);
        }
        if (row >= mostRows) { // a lane that is this full is for zooming in
            row = i % mostRows;
        } else {
            if (row == rows.size())
                rows.emplace_back();
            rows[row].emplace_back(rect.left(), rect.right() + (item.kind == TimelineItem::Kind::Point ? rowGap : 1));
        }
        rect.moveTop(top + static_cast<int>(row) * (measure.row + rowGap));
        m_rects[i] = rect;
    }
    const int height = static_cast<int>(rows.size()) * (measure.row + rowGap) - rowGap + 2 * lanePadding;
    m_lanes.push_back({undated ? QCoreApplication::translate("TimelineLayout", "Without a date") : laneTitle(items[first].lane), y, height});
    y += height;
}

std::vector<TimelineLayout::Tick> TimelineLayout::ticks() const
{
    std::vector<Tick> ticks;
    const QDate from = epoch.addDays(m_reach.first), to = epoch.addDays(m_reach.second);
    const qreal ofMonth = m_scale * 30.4, ofYear = m_scale * 365.25;
    if (ofMonth >= leastTick) {
        for (QDate at(from.year(), from.month(), 1); at <= to; at = at.addMonths(1))
            ticks.push_back({x(epoch.daysTo(at)), at.toString(QStringLiteral("yyyy-MM"))});
    } else if (ofMonth * 3 >= leastTick) {
        for (QDate at(from.year(), 1, 1); at <= to; at = at.addMonths(3))
            ticks.push_back({x(epoch.daysTo(at)), at.toString(QStringLiteral("yyyy-MM"))});
    } else {
        int step = 1;
        for (const int wider : {1, 2, 5, 10, 20, 50, 100, 1000})
            if (ofYear * (step = wider) >= leastTick)
                break;
        for (int year = from.year() / step * step; year <= to.year(); year += step)
            ticks.push_back({x(epoch.daysTo(QDate(std::max(1, year), 1, 1))), QString::number(year)});
    }
    std::erase_if(ticks, [this](const Tick &tick) { return tick.x < m_left; });
    if (ticks.size() > 1 && ticks[1].x - ticks[0].x < leastTick) // the year before the first day stands at the edge
        ticks.erase(ticks.begin());
    return ticks;
}

int TimelineLayout::at(const QPointF &content) const
{
    for (std::size_t i = m_rects.size(); i-- > 0;)
        if (m_rects[i].adjusted(-2, -2, 2, 2).contains(content))
            return static_cast<int>(i);
    return -1;
}

qint64 TimelineLayout::dayAt(qreal position) const
{
    return m_reach.first + static_cast<qint64>(std::floor((position - m_left) / m_scale));
}

} // namespace caseward::ui
