// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/office.h"

namespace caseward::ctl {

// The key stays where it is: in its file or on its card.
Command personRenew()
{
    return {"person renew", "<old certificate> <new certificate>", "a new certificate for the same person, roles and key, signed by the office",
            {{"office-dir", "folder", "folder with office.pem and office.p8"},
             {"days", "number", "validity in days; 1095 when not said"},
             {"office-passphrase-file", "file", "passphrase of the office key, first line of this file"},
             {"office-passphrase-fd", "number", "passphrase of the office key from this descriptor"}},
            false, [](Call &call) -> Result<Reply> {
                const Path office = TRY(call.need("office-dir"));
                const Instant now = call.environment().clock.now();
                const std::int64_t days = TRY(call.number("days", 1095));
                const crypto::Secret passphrase = TRY(call.secret("office-passphrase"));
                const Path file = TRY(session::renewPerson(session::officeIn(office), passphrase, TRY(call.argument(0, "the old certificate")),
                                                           TRY(call.argument(1, "the new certificate")), {now, {now.milliseconds + days * 86'400'000}}));
                return Reply{{{"certificate", Json(file.string())}}, "certificate " + file.string()};
            }};
}

} // namespace caseward::ctl
