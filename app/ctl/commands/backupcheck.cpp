// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/backupreply.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {

Command backupCheck()
{
    return {"backup check", "<backup>", "prove a backup from outside: signature, list, every file",
            {{"office", "file", "certificate of an office to trust", true}}, false, [](Call &call) -> Result<Reply> {
                return backupReply(TRY(session::checkBackup(TRY(call.argument(0, "a backup")), TRY(officesOf(call)), call.progress())), "every file is what the signed list says");
            }};
}

} // namespace caseward::ctl
