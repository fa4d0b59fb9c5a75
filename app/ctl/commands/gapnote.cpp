// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command gapNote()
{
    return {"gap note", "", "note a gap in what the record covers",
            {caseOption(), {"lane", "lane", "residence, employment, education, references"}, {"from", "date", "YYYY, YYYY-MM or YYYY-MM-DD"}, {"to", "date", "YYYY, YYYY-MM or YYYY-MM-DD"}, {"note", "text", "a note"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const GapId gap = session.newGapId();
                TRY(session.record(TRY(call.caseId()), model::GapNoted{gap, TRY(call.need("lane")), TRY(call.need("from")), TRY(call.need("to")), std::nullopt, call.option("note")}));
                return Reply{{{"gap", Json(gap.text())}}, "gap " + gap.text()};
            }};
}

} // namespace caseward::ctl
