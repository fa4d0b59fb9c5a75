// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command sign()
{
    return {"sign", "", "sign the decision; the outcome is confirmed by its word", {caseOption(), {"confirm", "word", "the word of the outcome, e.g. DENY"}}, true,
            [](Call &call) -> Result<Reply> {
                const auto dossier = TRY(TRY(call.session())->sign(TRY(call.caseId()), TRY(call.need("confirm"))));
                const auto &decision = dossier->decisions.back();
                return Reply{{{"digest", Json(decision.what.digest.hex())}, {"outcome", Json(decision.what.outcome)}, {"entries", Json(dossier->size)}},
                             "signed: " + decision.what.outcome + "  sha256 " + decision.what.digest.hex()};
            }};
}

} // namespace caseward::ctl
