// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/backups.h"

namespace caseward::ctl {

// Makes a backup of the whole vault now, or only when one is due.
Command backupCreate()
{
    return {"backup create", "", "copy the whole vault, encrypted as it is, with a signed list of its files",
            {{"to", "folder", "folder of the backups; that of the settings when not said"},
             {"if-due", "", "only when the settings say that one is due"}},
            true, [](Call &call) -> Result<Reply> {
                session::Backups backups(*TRY(call.session()));
                if (call.has("if-due") && !TRY(backups.isDue()))
                    return Reply{{{"made", Json(false)}}, "no backup is due"};
                const auto made = TRY(backups.create(call.option("to"), call.progress()));
                Json::Array removed;
                std::string lines = "backup " + made.folder.string() + ": " + std::to_string(made.files) + " files, " + std::to_string(made.bytes) +
                                    " bytes, " + std::to_string(made.linked) + " documents shared with an earlier backup\n";
                for (const Path &folder : made.removed) {
                    removed.emplace_back(folder.string());
                    lines += "removed  " + folder.string() + "\n";
                }
                if (!made.warning.empty())
                    lines += "warning  " + made.warning + "\n";
                return Reply{{{"made", Json(true)}, {"backup", Json(made.folder.string())}, {"files", Json(made.files)}, {"bytes", Json(made.bytes)},
                              {"linked", Json(made.linked)}, {"removed", Json(std::move(removed))}, {"warning", Json(made.warning)}},
                             lines};
            }};
}

} // namespace caseward::ctl
