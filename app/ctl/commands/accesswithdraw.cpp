// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

Command accessWithdraw()
{
    return {"access withdraw", "<person>", "take a person's access to a case away; the case gets a new key", {caseOption(), {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                TRY(session::AccessDesk(*TRY(call.session())).withdraw(TRY(call.caseId()), person, TRY(call.need("reason"))));
                return Reply{{{"person", Json(person.text())}}, "withdrawn; the case has a new key"};
            }};
}

} // namespace caseward::ctl
