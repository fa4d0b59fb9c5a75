// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {
Command screeningDismiss()
{
    return {"screening dismiss", "<hint>", "say why a hint or a flag needs no more looking at; its id is what screening show prints",
            {caseOption(), asOfOption(), {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                return screened(call, model::FlagDismissed{TRY(call.argument(0, "the id of a hint")), TRY(call.need("reason"))}, "dismissed");
            }};
}

} // namespace caseward::ctl
