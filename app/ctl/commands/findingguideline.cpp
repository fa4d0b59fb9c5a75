// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/packreply.h"

namespace caseward::ctl {
Command findingGuideline()
{
    return {"finding guideline", "<letter> <finding>", "set the finding on a guideline: for-subject or against-subject", {caseOption(), {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto [pack, letter] = TRY(packAndName(call, TRY(call.argument(0, "a guideline letter"))));
                const auto finding = TRY(model::parseGuidelineFinding(TRY(call.argument(1, "a finding"))));
                const auto dossier = TRY(session.record(id, model::GuidelineFound{pack, letter, finding, call.option("reason")}));
                return Reply{{{"guideline", Json(letter)}, {"finding", Json(findingName(finding))}, {"entries", Json(dossier->size)}},
                             "Guideline " + letter + "  " + std::string(findingName(finding))};
            }};
}

} // namespace caseward::ctl
