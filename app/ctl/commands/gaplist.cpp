// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/timelinereply.h"

namespace caseward::ctl {
Command gapList()
{
    return {"gap list", "", "the gaps that the rule finds in what is claimed, and those that were noted", {caseOption(), {"as-of", "day", "YYYY-MM-DD; today when not said"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const auto timeline = TRY(session::Answers(session).timeline(TRY(call.caseId()), call.option("as-of")));
                Json::Array gaps;
                std::string lines;
                for (const session::GapMark &gap : timeline.gaps) {
                    gaps.push_back(gapFacts(gap, timeline));
                    lines += gapLine(gap, timeline);
                }
                if (gaps.empty())
                    lines = "No gap is found and none is noted.\n";
                for (const DocumentId &document : timeline.unread)
                    lines += "The answers of document " + document.text() + " could not be read: there may be gaps that are not found.\n";
                return Reply{{{"asOf", Json(session::dayText(timeline.asOf))}, {"gaps", Json(std::move(gaps))}}, lines};
            }};
}

} // namespace caseward::ctl
