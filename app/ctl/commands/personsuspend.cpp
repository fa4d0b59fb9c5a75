// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command personSuspend()
{
    return {"person suspend", "<person>", "they cannot sign in until restored (security officer)", {{"reason", "text", "why; on the roster and in the ledger"}}, true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                TRY(session::PeopleDesk(*TRY(call.session())).suspend(person, TRY(call.need("reason"))));
                return Reply{{{"person", Json(person.text())}}, "suspended"};
            }};
}

} // namespace caseward::ctl
