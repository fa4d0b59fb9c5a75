// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/packreply.h"

namespace caseward::ctl {
Command factorWeigh()
{
    return {"factor weigh", "<factor>", "answer a whole-person factor, e.g. '2(d)(1)'", {caseOption(), {"text", "text", "the answer"}, {"cites", "passage", "id of a tied passage that says it", true}}, true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto [pack, factor] = TRY(packAndName(call, TRY(call.argument(0, "a factor"))));
                const auto dossier = TRY(session.record(id, model::FactorWeighed{pack, factor, TRY(call.need("text")), TRY(call.passageIds("cites"))}));
                return Reply{{{"factor", Json(factor)}, {"entries", Json(dossier->size)}}, factor + "  answered"};
            }};
}

} // namespace caseward::ctl
