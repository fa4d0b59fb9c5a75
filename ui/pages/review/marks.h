// SPDX-License-Identifier: GPL-3.0-or-later
// Tied passages as marks on a page: which lane of the margin each stripe takes and where its chip stands. Pure
// arithmetic on plain values; any thread; never fails.
#pragma once

#include "ui/pages/review/pageglyphs.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace caseward::ui {

// One tie as a view shows it.
struct Mark {
    std::string id;               // PassageId, or "" for a mark that cannot be chosen
    std::uint32_t page = 1;
    TextRange range;
    bool disqualifying = true;
    QString label;                // "E 16(a)"
    QString detail;               // short text and weight, for the tool tip
    std::optional<QRectF> area = {};  // points: a part of the page's picture; nothing: the words of `range`
    bool operator==(const Mark &) const = default;
};

// Whether two stand at one place of one page.
[[nodiscard]] bool samePlace(const Mark &one, const Mark &other);

constexpr int laneLimit = 4;

// Lanes 0…laneLimit-1 by overlap, in the order of the marks; laneLimit for those that did not get one ("+n").
[[nodiscard]] std::vector<int> assignLanes(const std::vector<Mark> &marks);

struct MarkChip {
    std::size_t mark = 0;         // index; of the first hidden one when `more` > 0
    int more = 0;                 // "+n": marks without a lane, told by one chip
    QRectF rect;
};

// Chips beside the first line of their passages, pushed down where they would overlap; tops ascend.
// `tops[i]` is the wanted top of mark i. Chips stay above `bottom` as long as there is room.
[[nodiscard]] std::vector<MarkChip> placeChips(const std::vector<double> &tops, const std::vector<int> &lanes, double left,
                                           const std::vector<double> &widths, double height, double bottom);

} // namespace caseward::ui
