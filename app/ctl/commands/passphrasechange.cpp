// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/credentials.h"

namespace caseward::ctl {

// In a vault, for who signs in; or of one key file, with --key alone.
Command passphraseChange()
{
    return {"passphrase change", "", "give a key file a new passphrase: your own in a vault, or any file with --key alone",
            {{"new-passphrase-file", "file", "read the new passphrase from the first line of this file"},
             {"new-passphrase-fd", "number", "read the new passphrase from this open file descriptor"}},
            true, [](Call &call) -> Result<Reply> {
                const Path key = call.option("key");
                if (!call.has("vault") && key.empty())
                    return fail(FaultCode::Usage, "passphrase change needs --vault, or --key alone for one key file");
                const crypto::Secret old = TRY(call.secret("passphrase"));
                const crypto::Secret fresh = TRY(call.secret("new-passphrase"));
                if (call.has("vault"))
                    TRY(session::changeOwnPassphrase(*TRY(call.session(old)), key, {&old, &fresh}));
                else
                    TRY(session::changePassphrase(key, {&old, &fresh}));
                return Reply{{{"changed", Json(true)}}, "The passphrase was changed. Copies of the key file elsewhere keep the old one."};
            }};
}

} // namespace caseward::ctl
