// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command eligibilityMonitor()
{
    return {"eligibility monitor", "<authority> <access> <number> <standing>", "record that a condition is met, overdue or excused, and by what that is known",
            {caseOption(), dayOption("when: YYYY-MM-DD; today when not said"), {"evidence", "passage", "id of a tied passage", true}, {"words", "text", "what shows it"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                model::EligibilityMonitored said;
                said.authority = TRY(call.argument(0, "an authority"));
                said.access = TRY(call.argument(1, "an access"));
                said.condition = TRY(wholeNumber(TRY(call.argument(2, "the number of a condition")), "the number of a condition"));
                said.standing = TRY(model::parseConditionStanding(TRY(call.argument(3, "met, overdue or excused"))));
                said.on = call.option("on");
                said.words = call.option("words");
                for (const std::string &text : call.all("evidence"))
                    said.evidence.push_back(TRY(PassageId::parse(text)));
                const auto dossier = TRY(desk.monitorCondition(TRY(call.caseId()), std::move(said)));
                return Reply{{{"eligibility", Json(eligibilityFacts(*dossier))}}, eligibilityLines(*dossier)};
            }};
}

} // namespace caseward::ctl
