// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command clockStart()
{
    return {"clock start", "<clock>", "start a clock; the pack says how long it is and the history from when it counts",
            {caseOption(), {"from", "day", "the day it counts from, where the history has none (a request): YYYY-MM-DD"},
             {"due", "day", "its last day, for a clock that no pack of the case has"}, {"title", "text", "what to call such a clock"},
             {"counts", "word", "what such a clock counts from: service, answer, decision, request, opened or assigned"}, reasonOption()},
            true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const rules::ClockWish wish{TRY(call.argument(0, "a clock")), call.option("title"), call.option("counts"), call.option("from"), call.option("due"),
                                            call.option("reason")};
                const auto dossier = TRY(desk.startClock(TRY(call.caseId()), wish));
                return Reply{{{"clocks", Json(clockFacts(*dossier, desk))}, {"stage", Json(model::stageName(dossier->proceedings.stage))}}, clockLines(*dossier, desk)};
            }};
}

} // namespace caseward::ctl
