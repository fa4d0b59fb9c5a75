// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// What is not said stays as it is; an empty word takes it back.
Command passageAppraise()
{
    return {"passage appraise", "", "grade the source of a passage, say whether it is admitted, and when the conduct was",
            {caseOption(), {"passage", "id", "passage id"}, {"reliability", "letter", "of the source: A reliable to E unreliable, F cannot be judged (Admiralty code)"},
             {"credibility", "number", "of the information: 1 confirmed to 5 improbable, 6 cannot be judged; 0 not graded"},
             {"standing", "word", "admitted or disputed"}, {"from", "date", "when the conduct began: YYYY, YYYY-MM or YYYY-MM-DD"},
             {"to", "date", "when it ended"}, {"about", "yes|no", "the dates are not certain"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const model::Tie tie = TRY(call.passage());
                model::PassageAppraised said = tie.appraisal;
                said.passage = tie.id;
                for (const auto &[option, field] : {std::pair{"reliability", &said.reliability}, std::pair{"standing", &said.standing},
                                                    std::pair{"from", &said.from}, std::pair{"to", &said.to}})
                    if (call.has(option))
                        *field = call.option(option);
                said.credibility = TRY(call.number("credibility", said.credibility));
                if (call.has("about")) {
                    if (call.option("about") != "yes" && call.option("about") != "no")
                        return fail(FaultCode::Usage, "--about is yes or no");
                    said.about = call.option("about") == "yes";
                }
                const auto dossier = TRY(session.record(id, said));
                return Reply{{{"entries", Json(dossier->size)}}, "appraised"};
            }};
}

} // namespace caseward::ctl
