// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/outside.h"

namespace caseward::ctl {

// What a courier can do: check the seal and every part with the office's certificate alone. No vault, no content.
Command bundleCheck()
{
    return {"bundle check", "<file.cwb>", "check a bundle's seal from outside, with no vault and no key", {{"office", "file", "certificate of the office", true}}, false,
            [](Call &call) -> Result<Reply> {
                TRY(call.need("office"));
                const auto trust = TRY(session::trustOffices(call.paths("office")));
                const auto seal = TRY(session::checkSeal(TRY(call.argument(0, "a bundle")), trust, call.progress()));
                return Reply{{{"bundle", Json(seal.bundle.text())}, {"from", Json(seal.fromOffice)}, {"to", Json(seal.toOffice)}, {"sealedBy", Json(seal.sealedBy.hex())},
                              {"marking", Json(seal.marking)}, {"cases", Json(seal.cases)}, {"parts", Json(seal.parts)}, {"created", Json(toText(seal.created))}},
                             "seal intact: bundle " + seal.bundle.text() + "\n  " + seal.fromOffice + " to " + seal.toOffice + ", " + toText(seal.created) + "\n  " + seal.marking + ", " +
                                 std::to_string(seal.cases) + " case(s), " + std::to_string(seal.parts) + " part(s), " + std::to_string(seal.bytes) + " bytes"};
            }};
}

} // namespace caseward::ctl
