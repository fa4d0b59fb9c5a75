// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/textsearch.h"

#include "core/base/findwords.h"
#include "ui/pages/review/pageglyphs.h"

#include <limits>

namespace caseward::ui {

std::vector<model::Span> findPlaces(const std::string &text, std::uint32_t page, const QString &needle)
{
    std::vector<model::Span> places;
    for (const WordsToFind::Place &place : WordsToFind(needle.toStdString()).in(text, std::numeric_limits<std::size_t>::max()))
        places.push_back({page, place.start, place.end});
    return places;
}

std::vector<model::Spot> findInScan(const model::PageText &machineRead, std::uint32_t page, const QString &needle)
{
    std::vector<model::Spot> places;
    const PageGlyphs glyphs(machineRead.text, machineRead.boxes);
    for (const model::Span &span : findPlaces(machineRead.text, page, needle)) {
        QRectF area;
        for (const QRectF &line : glyphs.rects({span.start, span.end}))
            area = area.united(line);
        if (area.isEmpty())
            places.emplace_back(page, 0, 0);          // somewhere on the page
        else
            places.emplace_back(page, model::Rect{area.x(), area.y(), area.width(), area.height()});
    }
    return places;
}

} // namespace caseward::ui
