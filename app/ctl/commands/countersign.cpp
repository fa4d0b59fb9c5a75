// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command countersign()
{
    return {"countersign", "", "countersign the decision you concurred with", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->countersign(TRY(call.caseId())));
                return Reply{{{"status", Json(caseStatusName(dossier->status))}, {"digest", Json(dossier->decisions.back().what.digest.hex())}}, "countersigned"};
            }};
}

} // namespace caseward::ctl
