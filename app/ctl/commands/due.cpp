// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command due()
{
    return {"due", "", "what is due over all cases, by day", {}, true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                Json::Array list;
                std::string lines;
                for (const session::DueRow &row : TRY(desk.due())) {
                    list.emplace_back(Json::Object{{"case", Json(row.id.text())}, {"reference", Json(row.reference)}, {"what", Json(row.due.what)},
                                                   {"day", Json(row.due.day)}, {"words", Json(row.words)}, {"stoppedOn", Json(row.due.stoppedOn)},
                                                   {"because", Json(row.due.because)}, {"goal", Json(row.due.goal)}, {"stage", Json(row.stage)}});
                    lines += row.due.day + "  " + row.reference + "  " + row.due.what + (row.due.goal ? " (a goal)" : "") + "  " + row.words + "\n";
                }
                if (list.empty())
                    lines = "Nothing has a day.\n";
                return Reply{{{"due", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
