// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command caseMove()
{
    return {"case move", "<stage>", "record that a case has gone on to another stage; `case stage` says which ones it can go to",
            {caseOption(), dayOption("when it happened: YYYY-MM-DD; today when not said"), reasonOption()}, true, [](Call &call) -> Result<Reply> {
                const model::Stage to = TRY(model::parseStage(TRY(call.argument(0, "a stage"))));
                session::Proceedings desk = TRY(proceedings(call));
                const auto dossier = TRY(desk.move(TRY(call.caseId()), to, call.option("on"), call.option("reason")));
                return Reply{stageFacts(*dossier), stageLine(*dossier)};
            }};
}

} // namespace caseward::ctl
