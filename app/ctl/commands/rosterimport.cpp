// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"
#include "core/session/people.h"

namespace caseward::ctl {

Command rosterImport()
{
    return {"roster import", "<roster.json> <roster.p7s>", "take in a newer signed roster of this or another trusted office", {}, true,
            [](Call &call) -> Result<Reply> {
                const Path json = TRY(call.argument(0, "roster.json")), signature = TRY(call.argument(1, "roster.p7s"));
                session::RosterFiles files{toText(TRY(readFile(json, limits::rosterBytes))), TRY(readFile(signature, limits::cmsBytes))};
                const auto view = TRY(session::PeopleDesk(*TRY(call.session())).importRoster(files));
                return Reply{{{"office", Json(view.office)}, {"version", Json(view.version)}},
                             "roster of " + view.office + ", version " + std::to_string(view.version) + ", kept"};
            }};
}

} // namespace caseward::ctl
