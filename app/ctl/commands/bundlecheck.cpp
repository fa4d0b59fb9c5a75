// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"
#include "core/flow/exchange/bundlereader.h"

namespace caseward::ctl {

// What a courier can do: check the seal and every part with the office's certificate alone. No vault, no content.
Command bundleCheck()
{
    return {"bundle check", "<file.cwb>", "check a bundle's seal from outside, with no vault and no key", {{"office", "file", "certificate of the office", true}}, false, [](Call &call) -> Result<Reply> {
                crypto::TrustStore trust;
                TRY(call.need("office"));
                for (const std::string &path : call.all("office"))
                    for (const auto &certificate : TRY(crypto::Certificate::listFromPem(TRY(readFile(path, limits::certificateBytes)))))
                        trust.add(certificate);
                const auto seal = TRY(flow::checkSeal(TRY(call.argument(0, "a bundle")), trust, call.progress()));
                return Reply{{{"bundle", Json(seal.label.bundle.text())}, {"from", Json(seal.label.from.office)}, {"to", Json(seal.label.to.front().office)}, {"sealedBy", Json(seal.sender.fingerprint().hex())},
                              {"marking", Json(seal.label.marking)}, {"cases", Json(seal.label.cases)}, {"parts", Json(std::uint64_t(seal.label.stream.segments.size()))}, {"created", Json(toText(seal.label.created))}},
                             "seal intact: bundle " + seal.label.bundle.text() + "\n  " + seal.label.from.office + " to " + seal.label.to.front().office + ", " + toText(seal.label.created) + "\n  " + seal.label.marking + ", " +
                                 std::to_string(seal.label.cases) + " case(s), " + std::to_string(seal.label.stream.segments.size()) + " part(s), " + std::to_string(seal.bytes) + " bytes"};
            }};
}

} // namespace caseward::ctl
