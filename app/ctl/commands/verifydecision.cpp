// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/outside.h"

namespace caseward::ctl {

// From outside, with no vault: what an inspector holds is the office's certificate and the files.
Command verifyDecision()
{
    return {"verify", "<decision.json> <decision.p7s> [<countersign.p7s>]", "verify a signed decision from outside, with no vault", {{"office", "file", "certificate of the office", true}, {"crl", "file", "revocation list of the office", true}}, false,
            [](Call &call) -> Result<Reply> {
                TRY(call.need("office"));
                const auto trust = TRY(session::trustOffices(call.paths("office"), call.paths("crl")));
                const Path countersignature = call.arguments().size() > 2 ? Path(call.arguments()[2]) : Path();
                const auto checked = TRY(session::checkDecision(TRY(call.argument(0, "decision.json")), TRY(call.argument(1, "decision.p7s")), countersignature, trust));
                return Reply{{{"reference", Json(checked.reference)}, {"outcome", Json(checked.outcomeId)}, {"class", Json(checked.outcomeClass)}, {"administrative", Json(checked.outcomeClass == "administrative")},
                              {"signer", Json(checked.signerName)}, {"signedAt", Json(toText(checked.signedAt))},
                              {"countersigned", Json(checked.countersigned)}, {"countersigner", Json(checked.countersignerName)}, {"sha256", Json(checked.digest.hex())}},
                             "the decision verifies\n  case " + checked.reference + ": " + checked.outcomeTitle +
                                 (checked.outcomeClass == "administrative" ? " (" + std::string(model::administrativeWords) + ")" : std::string()) + "\n  signed by " + checked.signerName + ", " + checked.signerOffice + ", " + toText(checked.signedAt) + "\n  " +
                                 (checked.countersigned ? "countersigned by " + checked.countersignerName + ", " + toText(checked.countersignedAt) : std::string("not countersigned")) + "\n  sha256 " + checked.digest.hex()};
            }};
}

} // namespace caseward::ctl
