// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"
#include "core/flow/decision/decisionrecord.h"

namespace caseward::ctl {

// From outside, with no vault: what an inspector holds is the office's certificate and the files.
Command verifyDecision()
{
    return {"verify", "<decision.json> <decision.p7s> [<countersign.p7s>]", "verify a signed decision from outside, with no vault", {{"office", "file", "certificate of the office", true}}, false,
            [](Call &call) -> Result<Reply> {
                crypto::TrustStore trust;
                TRY(call.need("office"));
                for (const std::string &path : call.all("office"))
                    for (const auto &certificate : TRY(crypto::Certificate::listFromPem(TRY(readFile(path, limits::certificateBytes)))))
                        trust.add(certificate);
                const Bytes decision = TRY(readFile(TRY(call.argument(0, "decision.json")), limits::jsonBytes));
                const Bytes signature = TRY(readFile(TRY(call.argument(1, "decision.p7s")), limits::cmsBytes));
                const Bytes countersignature = call.arguments().size() > 2 ? TRY(readFile(call.arguments()[2], limits::cmsBytes)) : Bytes();
                const auto verified = TRY(flow::verifyDecision(decision, signature, countersignature, trust));
                return Reply{{{"reference", Json(verified.caseReference)}, {"outcome", Json(verified.outcomeId)}, {"signer", Json(verified.signerName)}, {"signedAt", Json(toText(verified.signedAt))},
                              {"countersigned", Json(verified.countersigned)}, {"countersigner", Json(verified.countersignerName)}, {"sha256", Json(verified.digest.hex())}},
                             "the decision verifies\n  case " + verified.caseReference + ": " + verified.outcomeTitle + "\n  signed by " + verified.signerName + ", " + verified.signerOffice + ", " + toText(verified.signedAt) + "\n  " +
                                 (verified.countersigned ? "countersigned by " + verified.countersignerName + ", " + toText(verified.countersignedAt) : std::string("not countersigned")) + "\n  sha256 " + verified.digest.hex()};
            }};
}

} // namespace caseward::ctl
