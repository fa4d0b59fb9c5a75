// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningDeficiency()
{
    return {"screening deficiency", "<code>", "note what the sender must mend; said again for the same code and section, the words are the newer ones",
            {caseOption(), {"section", "section", "the section it is about: 11, 20A"}, {"text", "text", "what is to be mended"}}, true, [](Call &call) -> Result<Reply> {
                const model::DeficiencyNoted said{TRY(call.argument(0, "a code; see screening codes")), call.option("section"), TRY(call.need("text"))};
                return screened(call, said, said.code + (said.section.empty() ? "" : " section " + said.section) + ": noted");
            }};
}

} // namespace caseward::ctl
