// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/backups.h"

namespace caseward::ctl {

Command backupList()
{
    return {"backup list", "", "the backups of this vault in a folder, newest first",
            {{"to", "folder", "folder of the backups; that of the settings when not said"}}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &row : TRY(session::Backups(*TRY(call.session())).list(call.option("to")))) {
                    list.emplace_back(Json::Object{{"backup", Json(row.folder.string())}, {"created", Json(row.problem.empty() ? toText(row.created) : "")},
                                                   {"files", Json(row.files)}, {"bytes", Json(row.bytes)}, {"problem", Json(row.problem)}});
                    lines += row.problem.empty() ? toText(row.created) + "  " + row.folder.string() + "  " + std::to_string(row.files) + " files, " +
                                                       std::to_string(row.bytes) + " bytes\n"
                                                 : "PROBLEM  " + row.folder.string() + ": " + row.problem + "\n";
                }
                return Reply{{{"backups", Json(std::move(list))}}, lines.empty() ? "no backups of this vault" : lines};
            }};
}

} // namespace caseward::ctl
