// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command clockStop()
{
    return {"clock stop", "<clock>", "stop a clock, for the time being or for good",
            {caseOption(), dayOption("since when: YYYY-MM-DD; today when not said"), {"done", "", "for good: what it waited for has happened"}, reasonOption()}, true,
            [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const auto dossier =
                    TRY(desk.stopClock(TRY(call.caseId()), {TRY(call.argument(0, "a clock")), call.option("on"), call.has("done"), call.option("reason")}));
                return Reply{{{"clocks", Json(clockFacts(*dossier, desk))}}, clockLines(*dossier, desk)};
            }};
}

} // namespace caseward::ctl
