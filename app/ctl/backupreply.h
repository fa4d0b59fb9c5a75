// SPDX-License-Identifier: GPL-3.0-or-later
// What checking and restoring a backup have in common on the command line. Main thread.
#pragma once

#include "app/ctl/command.h"
#include "core/session/backups.h"

namespace caseward::ctl {

[[nodiscard]] inline Reply backupReply(const session::BackupChecked &checked, const std::string &sentence)
{
    return {{{"vault", Json(checked.vault)}, {"created", Json(toText(checked.created))}, {"signer", Json(checked.signer)},
             {"signedAt", Json(toText(checked.signedAt))}, {"files", Json(checked.files)}, {"bytes", Json(checked.bytes)}},
            sentence + "\nvault " + checked.vault + ", made " + toText(checked.created) + ", list signed by " + checked.signer + ", " +
                std::to_string(checked.files) + " files, " + std::to_string(checked.bytes) + " bytes"};
}

// The certificates to trust: nothing in a backup can vouch for itself. Usage when none is given.
[[nodiscard]] inline Result<std::vector<Path>> officesOf(const Call &call)
{
    if (!call.has("office"))
        return fail(FaultCode::Usage, "say with --office whose signature counts: the certificate of the office");
    return call.paths("office");
}

} // namespace caseward::ctl
