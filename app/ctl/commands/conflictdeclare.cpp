// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command conflictDeclare()
{
    return {"conflict declare", "", "declare a conflict of interest: from then on the person takes no part in the case",
            {caseOption(), {"person", "name", "whose; yourself when not said"}, reasonOption()}, true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const CaseId id = TRY(call.caseId());
                const PersonId person = call.has("person") ? TRY(call.person(call.option("person"))) : TRY(call.session())->signedIn().person;
                const auto dossier = TRY(desk.declareConflict(id, person, call.option("reason")));
                return Reply{{{"conflicts", Json(conflictFacts(*dossier))}}, dossier->personName(person) + " takes no part in case " + dossier->facts.reference + " any more.\n"};
            }};
}

} // namespace caseward::ctl
