// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command allegationMitigate()
{
    return {"allegation mitigate", "<label> <condition> <standing>", "record a mitigating condition for a sub-paragraph: claimed, supported or refuted",
            {caseOption(), {"evidence", "passage", "id of a tied passage", true}, {"reason", "text", "why it is supported or refuted"}}, true, [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                const std::string condition = TRY(conditionOf(call, TRY(call.argument(1, "a mitigating condition")), state.states.pack));
                const auto standing = TRY(model::parseMitigatorStanding(TRY(call.argument(2, "claimed, supported or refuted"))));
                return recorded(call, state.states.label, model::MitigatorWeighed{state.id, condition, standing, TRY(call.passageIds("evidence")), call.option("reason")});
            }};
}

} // namespace caseward::ctl
