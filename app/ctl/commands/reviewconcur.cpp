// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command reviewConcur()
{
    return {"review concur", "", "concur with a signed decision", {caseOption(), {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->concur(TRY(call.caseId()), TRY(call.need("reason"))));
                return Reply{{{"status", Json(caseStatusName(dossier->status))}}, "concurred"};
            }};
}

} // namespace caseward::ctl
