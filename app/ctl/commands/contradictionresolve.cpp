// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command contradictionResolve()
{
    return {"contradiction resolve", "", "say how a contradiction is resolved", {caseOption(), {"id", "id", "contradiction id"}, {"resolution", "text", "how"}}, true,
            [](Call &call) -> Result<Reply> {
                const auto id = TRY(ContradictionId::parse(TRY(call.need("id"))));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::ContradictionResolved{id, TRY(call.need("resolution"))}));
                return Reply{{{"entries", Json(dossier->size)}}, "resolved"};
            }};
}

} // namespace caseward::ctl
