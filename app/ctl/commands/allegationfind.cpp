// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command allegationFind()
{
    return {"allegation find", "<label> <finding>", "set the finding on a sub-paragraph: for, against or neither",
            {caseOption(), {"established", "condition", "a disqualifying condition that it establishes", true}, {"reason", "text", "why; needed for neither"}}, true,
            [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                const auto finding = TRY(model::parseAllegationFinding(TRY(call.argument(1, "for, against or neither"))));
                std::vector<std::string> established;
                for (const std::string &text : call.all("established"))
                    established.push_back(TRY(conditionOf(call, text, state.states.pack)));
                return recorded(call, state.states.label, model::AllegationFound{state.id, finding, established, call.option("reason")});
            }};
}

} // namespace caseward::ctl
