// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

Command accessOne()
{
    return {"access one", "", "one person opens a case again (needs both, a last time)", {caseOption(), {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                TRY(session::AccessDesk(*TRY(call.session())).requireOne(TRY(call.caseId()), TRY(call.need("reason"))));
                return Reply{{}, "one person opens this case from now on; the case has a new key"};
            }};
}

} // namespace caseward::ctl
