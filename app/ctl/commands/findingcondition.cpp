// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command findingCondition()
{
    return {"finding condition", "<condition> <finding>", "set the finding on a condition: established, not-established; applies, does-not-apply, no-evidence",
            {caseOption(), {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                const auto condition = TRY(call.condition(TRY(call.argument(0, "a condition"))));
                const auto finding = TRY(model::parseConditionFinding(TRY(call.argument(1, "a finding"))));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::ConditionFound{condition, finding, call.option("reason")}));
                return Reply{{{"condition", Json(condition.id)}, {"finding", Json(findingName(finding))}, {"entries", Json(dossier->size)}},
                             condition.id + "  " + std::string(findingName(finding))};
            }};
}

} // namespace caseward::ctl
