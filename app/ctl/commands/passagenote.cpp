// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command passageNote()
{
    return {"passage note", "", "write the note of a passage", {caseOption(), {"passage", "id", "passage id"}, {"note", "text", "the note"}}, true,
            [](Call &call) -> Result<Reply> {
                const auto passage = TRY(PassageId::parse(TRY(call.need("passage"))));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::PassageNoted{passage, TRY(call.need("note"))}));
                return Reply{{{"entries", Json(dossier->size)}}, "noted"};
            }};
}

} // namespace caseward::ctl
