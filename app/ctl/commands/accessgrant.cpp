// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

Command accessGrant()
{
    return {"access grant", "<person>", "let a further person open a case",
            {caseOption(), {"reason", "text", "their need to know"}, {"until", "day", "the last day, YYYY-MM-DD; without it, until withdrawn"},
             {"second-half", "", "for a case that two people open: as one of the second persons"}},
            true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                TRY(session::AccessDesk(*TRY(call.session())).grant({TRY(call.caseId()), person, TRY(call.need("reason")), call.option("until"),
                                                                      call.has("second-half") ? session::AccessPart::Second : session::AccessPart::First}));
                return Reply{{{"person", Json(person.text())}}, "granted"};
            }};
}

} // namespace caseward::ctl
