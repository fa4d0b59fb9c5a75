// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command allegationAnswer()
{
    return {"allegation answer", "<label> <answer>", "record the subject's answer: admitted, admitted-in-part, denied or not-answered (which counts as denied)",
            {caseOption(), {"words", "text", "what the subject said"}}, true, [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                const auto answer = TRY(model::parseAllegationAnswer(TRY(call.argument(1, "an answer"))));
                return recorded(call, state.states.label, model::AllegationAnswered{state.id, answer, call.option("words")});
            }};
}

} // namespace caseward::ctl
