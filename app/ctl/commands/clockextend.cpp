// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command clockExtend()
{
    return {"clock extend", "<clock>", "give a clock a later last day", {caseOption(), {"due", "day", "its new last day: YYYY-MM-DD"}, reasonOption()}, true,
            [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const auto dossier = TRY(desk.extendClock(TRY(call.caseId()), {TRY(call.argument(0, "a clock")), TRY(call.need("due")), call.option("reason")}));
                return Reply{{{"clocks", Json(clockFacts(*dossier, desk))}}, clockLines(*dossier, desk)};
            }};
}

} // namespace caseward::ctl
