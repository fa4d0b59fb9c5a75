// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command passageWeigh()
{
    return {"passage weigh", "", "change the weight of a passage",
            {caseOption(), {"passage", "id", "passage id"}, {"weight", "number", "1 slight, 2 moderate, 3 substantial"}}, true, [](Call &call) -> Result<Reply> {
                const auto passage = TRY(PassageId::parse(TRY(call.need("passage"))));
                const std::uint32_t weight = TRY(call.number("weight", 0));
                if (weight < 1 || weight > 3)
                    return fail(FaultCode::Usage, "--weight is 1, 2 or 3");
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::PassageWeighed{passage, static_cast<model::Weight>(weight)}));
                return Reply{{{"entries", Json(dossier->size)}}, "weight " + std::to_string(weight)};
            }};
}

} // namespace caseward::ctl
