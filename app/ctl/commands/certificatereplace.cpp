// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command certificateReplace()
{
    return {"certificate replace", "<certificate.pem>", "put your new certificate in the place of the old one, in the vault and in every case of yours",
            {{"key-file", "file", "its key file, or pkcs11:… when it is on a card; without it the key stays the same or elsewhere"}}, true, [](Call &call) -> Result<Reply> {
                const Path certificate = TRY(call.argument(0, "a certificate"));
                const auto done = TRY(session::PeopleDesk(*TRY(call.session())).replaceOwn(certificate, call.option("key-file")));
                return Reply{{{"name", Json(done.name)}, {"cases", Json(static_cast<std::uint64_t>(done.cases))}},
                             "done for the vault and " + std::to_string(done.cases) + " case(s); sign in with the new key from now on"};
            }};
}

} // namespace caseward::ctl
