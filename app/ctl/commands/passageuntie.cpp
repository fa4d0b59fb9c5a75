// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command passageUntie()
{
    return {"passage untie", "", "untie a passage, with a reason; it stays in the history",
            {caseOption(), {"passage", "id", "passage id"}, {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                const auto passage = TRY(PassageId::parse(TRY(call.need("passage"))));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::PassageUntied{passage, TRY(call.need("reason"))}));
                return Reply{{{"entries", Json(dossier->size)}}, "untied"};
            }};
}

} // namespace caseward::ctl
