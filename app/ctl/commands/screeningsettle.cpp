// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningSettle()
{
    return {"screening settle", "<code>", "say what settles a deficiency", {caseOption(), {"section", "section", "the section it is about"}, {"reason", "text", "what settles it"}},
            true, [](Call &call) -> Result<Reply> {
                const model::DeficiencySettled said{TRY(call.argument(0, "a code")), call.option("section"), TRY(call.need("reason"))};
                return screened(call, said, said.code + ": settled");
            }};
}

} // namespace caseward::ctl
