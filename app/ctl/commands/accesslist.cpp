// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/access.h"

namespace caseward::ctl {

Command accessList()
{
    return {"access list", "", "who can open a case, why and until when", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                const char *const parts[] = {"alone", "first of two", "second of two"};
                Json::Array list;
                std::string lines;
                for (const auto &row : TRY(session::AccessDesk(*TRY(call.session())).list(TRY(call.caseId())))) {
                    const std::string until = row.expires.milliseconds ? toText(row.expires) : std::string();
                    const char *part = parts[static_cast<int>(row.part)];
                    list.emplace_back(Json::Object{{"person", Json(row.person.text())}, {"name", Json(row.name)}, {"part", Json(part)}, {"reason", Json(row.reason)},
                                                   {"expires", Json(until)}, {"grantedBy", Json(row.grantedBy)}, {"at", Json(toText(row.at))},
                                                   {"expired", Json(row.expired)}, {"recovery", Json(row.recovery)}});
                    lines += row.name + "  " + part + (until.empty() ? "" : "  until " + until) + (row.expired ? " (over)" : "") +
                             (row.recovery ? "  recovery certificate" : row.grantedBy.empty() ? "  made or received the case here" : "  by " + row.grantedBy + ": " + oneLine(row.reason, 80)) + "\n";
                }
                return Reply{{{"access", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
