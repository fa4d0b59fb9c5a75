// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningComponent()
{
    std::vector<Option> options = paperOptions();
    options.push_back({"reason", "text", "why it is missing or waived"});
    return {"screening component", "<component> <state>", "record whether a component of the investigation is present, missing or waived", options, true, [](Call &call) -> Result<Reply> {
                model::ComponentRecorded said;
                said.component = TRY(call.argument(0, "a component; see screening codes"));
                said.state = TRY(model::parseComponentState(TRY(call.argument(1, "present, missing or waived"))));
                said.place = TRY(paperSaid(call));
                said.reason = call.option("reason");
                return screened(call, said, said.component + ": " + std::string(model::componentStateName(said.state)));
            }};
}

} // namespace caseward::ctl
