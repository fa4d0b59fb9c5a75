// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningFlag()
{
    std::vector<Option> options = paperOptions();
    options.push_back({"text", "text", "what to look at"});
    return {"screening flag", "", "flag something to look at before the case is assigned; a flag is no finding", options, true, [](Call &call) -> Result<Reply> {
                const model::FlagRaised said{session::ScreeningDesk(*TRY(call.session())).newFlagId(), TRY(call.need("text")), TRY(paperSaid(call))};
                Reply reply = TRY(screened(call, said, "flag " + said.flag.text()));
                reply.facts.emplace("flag", Json(said.flag.text()));
                return reply;
            }};
}

} // namespace caseward::ctl
