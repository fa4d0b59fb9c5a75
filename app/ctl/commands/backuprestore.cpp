// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/backupreply.h"
#include "app/ctl/commands.h"

namespace caseward::ctl {

// Everything is proven before the new vault's folder appears.
Command backupRestore()
{
    return {"backup restore", "<backup> <name.caseward>", "put a backup back as a new vault, on this machine or another",
            {{"office", "file", "certificate of an office to trust", true}}, false, [](Call &call) -> Result<Reply> {
                const std::string vault = TRY(call.argument(1, "a folder name for the vault"));
                return backupReply(TRY(session::restoreBackup(TRY(call.argument(0, "a backup")), vault, TRY(officesOf(call)), call.progress())), "restored to " + vault);
            }};
}

} // namespace caseward::ctl
