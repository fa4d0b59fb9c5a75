// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
// What is not said stays as it is.
Command allegationAmend()
{
    std::vector<Option> options = allegationOptions();
    options.push_back({"reason", "text", "why it is amended"});
    return {"allegation amend", "<label>", "say a sub-paragraph anew; what it said before stays in the history", options, true, [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                return recorded(call, state.states.label, model::AllegationAmended{state.id, TRY(allegationSaid(call, state.states)), call.option("reason")});
            }};
}

} // namespace caseward::ctl
