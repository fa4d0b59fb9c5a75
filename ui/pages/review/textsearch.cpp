// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/textsearch.h"

#include "core/base/findwords.h"
#include "core/model/scanplace.h"

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
    for (const model::Span &span : findPlaces(machineRead.text, page, needle))
        places.push_back(model::spotInScan(machineRead, span));
    return places;
}

} // namespace caseward::ui
