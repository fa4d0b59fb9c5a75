// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/custody.h"

namespace caseward::ctl {

Command custodyReclaim()
{
    return {"custody reclaim", "", "take a case back whose bundle never left or was lost (a supervisor, once the bundle was sealed)",
            {caseOption(), {"reason", "text", "what became of the bundle"}}, true, [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(session::takeCustodyBack(*TRY(call.session()), TRY(call.caseId()), TRY(call.need("reason"))));
                return Reply{{{"custodyHere", Json(dossier->custodyHere)}}, "the case is here again"};
            }};
}

} // namespace caseward::ctl
