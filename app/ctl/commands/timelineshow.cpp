// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/timelinereply.h"

namespace caseward::ctl {

namespace {

std::string markLine(const session::Mark &mark, bool dated)
{
    const std::string when = mark.from + (mark.to.empty() ? "" : (mark.from.empty() ? "until " : " to ") + mark.to);
    return std::string("  ") + (dated && mark.isAbout() ? "about " : "") + (when.empty() ? "undated" : when) + "  " + oneLine(mark.label, 100)
        + (mark.trouble == session::Trouble::None ? "" : "  (" + std::string(session::troubleWords(mark.trouble)) + ")") + "  p." + std::to_string(mark.place.page) + "\n";
}

std::string linesOf(const session::Timeline &timeline)
{
    std::string lines = "As of " + session::dayText(timeline.asOf) + "\n";
    for (const session::Lane lane : session::allLanes) {
        std::string inLane;
        for (const session::Mark &mark : timeline.marks)
            if (mark.lane == lane)
                inLane += markLine(mark, true);
        for (const session::GapMark &gap : timeline.gaps)
            if (gap.lane == lane)
                inLane += "  " + gapLine(gap, timeline);
        if (!inLane.empty())
            lines += std::string(session::laneName(lane)) + "\n" + inLane;
    }
    if (!timeline.undated.empty())
        lines += "without a place in time\n";
    for (const session::Mark &mark : timeline.undated)
        lines += markLine(mark, false);
    for (const DocumentId &document : timeline.unread)
        lines += "The answers of document " + document.text() + " could not be read: this timeline is not complete.\n";
    return timeline.isEmpty() && timeline.unread.empty() ? "Nothing in this case has a date yet." : lines;
}

} // namespace

Command timelineShow()
{
    return {"timeline", "", "the subject's life in lanes: what is claimed, what was found, gaps and contradictions",
            {caseOption(), {"as-of", "day", "YYYY-MM-DD; today when not said"}}, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const auto timeline = TRY(session::Answers(session).timeline(TRY(call.caseId()), call.option("as-of")));
                Json::Array marks, undated, gaps, unread;
                for (const session::Mark &mark : timeline.marks)
                    marks.push_back(markFacts(mark, true));
                for (const session::Mark &mark : timeline.undated)
                    undated.push_back(markFacts(mark, false));
                for (const session::GapMark &gap : timeline.gaps)
                    gaps.push_back(gapFacts(gap, timeline));
                for (const DocumentId &document : timeline.unread)
                    unread.emplace_back(document.text());
                return Reply{{{"asOf", Json(session::dayText(timeline.asOf))}, {"marks", Json(std::move(marks))}, {"undated", Json(std::move(undated))},
                              {"gaps", Json(std::move(gaps))}, {"unread", Json(std::move(unread))}}, linesOf(timeline)};
            }};
}

} // namespace caseward::ctl
