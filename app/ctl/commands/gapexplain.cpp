// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command gapExplain()
{
    return {"gap explain", "", "explain a gap", {caseOption(), {"id", "id", "gap id"}, {"explanation", "text", "what explains it"}}, true, [](Call &call) -> Result<Reply> {
                const auto id = TRY(GapId::parse(TRY(call.need("id"))));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::GapExplained{id, TRY(call.need("explanation"))}));
                return Reply{{{"entries", Json(dossier->size)}}, "explained"};
            }};
}

} // namespace caseward::ctl
