// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/people.h"

namespace caseward::ctl {

Command personAdd()
{
    return {"person add", "<certificate.pem>", "put a person on the roster and let them open this vault (security officer)",
            {{"key-file", "file", "their key file, to be kept in the vault, or pkcs11:… when it is on a card; without it the key stays elsewhere"},
             {"role", "role", "adjudicator, supervisor, courier, security-officer, auditor, privacy-officer or recovery; those of the certificate otherwise", true},
             {"roster-only", "", "they do not open this vault"}},
            true, [](Call &call) -> Result<Reply> {
                const Path certificate = TRY(call.argument(0, "a certificate"));
                TRY(session::PeopleDesk(*TRY(call.session())).enrol({certificate, call.option("key-file"), call.all("role"), !call.has("roster-only")}));
                return Reply{{}, "on the roster"};
            }};
}

} // namespace caseward::ctl
