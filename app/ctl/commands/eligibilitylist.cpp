// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command eligibilityList()
{
    return {"eligibility list", "", "the eligibility of the person, each authority and access on its own line, with its history", {caseOption()}, true,
            [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->openCase(TRY(call.caseId())));
                return Reply{{{"eligibility", Json(eligibilityFacts(*dossier))}}, eligibilityLines(*dossier)};
            }};
}

} // namespace caseward::ctl
