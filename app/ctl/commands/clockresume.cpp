// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command clockResume()
{
    return {"clock resume", "<clock>", "let a stopped clock go on; its last day moves by as long as it stood still",
            {caseOption(), dayOption("from when: YYYY-MM-DD; today when not said"), reasonOption()}, true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const auto dossier = TRY(desk.resumeClock(TRY(call.caseId()), TRY(call.argument(0, "a clock")), call.option("on"), call.option("reason")));
                return Reply{{{"clocks", Json(clockFacts(*dossier, desk))}}, clockLines(*dossier, desk)};
            }};
}

} // namespace caseward::ctl
