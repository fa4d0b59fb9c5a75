// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command outcomePropose()
{
    return {"outcome propose", "<outcome>", "choose the outcome; it is what the signature will say",
            {caseOption(), {"exception", "code", "W, C, D or O where the outcome needs one"}, {"condition-text", "text", "a condition attached to the outcome", true}}, true,
            [](Call &call) -> Result<Reply> {
                const model::OutcomeProposed outcome{TRY(call.argument(0, "an outcome")), call.option("exception"), call.all("condition-text")};
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), outcome));
                return Reply{{{"outcome", Json(outcome.outcome)}, {"entries", Json(dossier->size)}}, "outcome " + outcome.outcome};
            }};
}

} // namespace caseward::ctl
