// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command personRoles()
{
    return {"person roles", "<person>", "give a person other roles (security officer)",
            {{"role", "role", "one of their roles from now on", true}, {"reason", "text", "why"}}, true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                TRY(session::PeopleDesk(*TRY(call.session())).setRoles(person, call.all("role"), TRY(call.need("reason"))));
                return Reply{{{"person", Json(person.text())}}, "roles: " + join(call.all("role"), ", ")};
            }};
}

} // namespace caseward::ctl
