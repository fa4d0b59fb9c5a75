// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command rosterExport()
{
    return {"roster export", "<folder>", "write the signed roster: roster.json and roster.p7s", {}, true, [](Call &call) -> Result<Reply> {
                const Path folder = TRY(call.argument(0, "a folder"));
                const auto files = TRY(session::PeopleDesk(*TRY(call.session())).exportRoster());
                TRY(writeFile(folder / "roster.json", viewOf(files.json)));
                TRY(writeFile(folder / "roster.p7s", files.signature));
                return Reply{{{"json", Json((folder / "roster.json").string())}, {"signature", Json((folder / "roster.p7s").string())}},
                             "written; check with: openssl cms -verify -binary -inform DER -in roster.p7s -content roster.json -CAfile office.pem"};
            }};
}

} // namespace caseward::ctl
