// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/allegationcall.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {
// What is not said stays as it is; an empty word takes it back.
Command allegationAppraise()
{
    return {"allegation appraise", "<label>", "say how grave a sub-paragraph is, in words: as the investigator coded it, and as you see it",
            {caseOption(), {"given", "letter", "the investigation provider's seriousness code: A minor, B moderate, C substantial, D major"},
             {"view", "text", "the adjudicator's own view"}, {"recency", "text", "how recent, and why that matters"},
             {"frequency", "word", "once, repeated or continuing"}},
            true, [](Call &call) -> Result<Reply> {
                const model::AllegationState state = TRY(allegationNamed(call));
                model::AllegationAppraised said = state.appraisal;
                said.allegation = state.id;
                for (const auto &[option, field] : {std::pair{"given", &said.given}, std::pair{"view", &said.view}, std::pair{"recency", &said.recency}})
                    if (call.has(option))
                        *field = call.option(option);
                if (call.has("frequency"))
                    said.frequency = TRY(model::parseFrequency(call.option("frequency")));
                return recorded(call, state.states.label, said);
            }};
}

} // namespace caseward::ctl
