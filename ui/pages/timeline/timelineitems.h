// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline says, item by item, in words for people. Pure; any thread.
#pragma once

#include "core/session/answers.h"

#include <QString>

#include <vector>

namespace caseward::ui {

struct TimelineItem {
    enum class Kind { Stretch, Point, Gap, Undated };
    Kind kind = Kind::Point;
    session::Lane lane = session::Lane::Residence;
    qint64 first = 0, last = 0;          // days since 1970-01-01
    qint64 sureFirst = 0, sureLast = 0;
    bool about = false, contradicts = false, explained = false;
    QString label;                       // on the line: "Harbor Systems, clerk", "gap 123 days"
    QString words;                       // the whole sentence, for the foot and for assistive technology
    QString where;                       // what the review desk is asked to show; empty: nothing
    int gap = -1;                        // of Timeline::gaps
};

// By lane, then by time; what has no date comes last.
[[nodiscard]] std::vector<TimelineItem> timelineItems(const session::Timeline &timeline);
[[nodiscard]] QString laneTitle(session::Lane lane);

} // namespace caseward::ui
