// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command allegationWithdraw()
{
    return {"allegation withdraw", "<label>", "withdraw a sub-paragraph: it is no longer alleged, and its label stays taken", {caseOption(), {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                return recorded(call, state.states.label, model::AllegationDropped{state.id, call.option("reason")});
            }};
}

} // namespace caseward::ctl
