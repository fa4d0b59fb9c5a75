// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command personRemove()
{
    return {"person remove", "<person>", "out of the office: the vault gets a new key without them, their cases at the next opening (security officer)", {{"reason", "text", "why; on the roster and in the ledger"}}, true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                TRY(session::PeopleDesk(*TRY(call.session())).remove(person, TRY(call.need("reason"))));
                return Reply{{{"person", Json(person.text())}}, "removed"};
            }};
}

} // namespace caseward::ctl
