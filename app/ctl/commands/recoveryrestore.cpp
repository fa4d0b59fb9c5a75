// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command recoveryRestore()
{
    return {"recovery restore", "<person>", "give somebody whose key is lost a new certificate, with all their cases: takes the recovery key and a second person",
            {{"certificate", "file", "their new certificate"}, {"key-file", "file", "its key file, to be kept in the vault, or pkcs11:… when it is on a card"}, {"reason", "text", "what happened to the old key"}},
            true, [](Call &call) -> Result<Reply> {
                const PersonId person = TRY(call.person(TRY(call.argument(0, "a person"))));
                const auto done = TRY(session::PeopleDesk(*TRY(call.session())).recover(person, TRY(call.need("certificate")), call.option("key-file"), TRY(call.need("reason"))));
                return Reply{{{"name", Json(done.name)}, {"cases", Json(static_cast<std::uint64_t>(done.cases))}},
                             done.name + " can open the vault and " + std::to_string(done.cases) + " case(s) again; everything has new keys"};
            }};
}

} // namespace caseward::ctl
