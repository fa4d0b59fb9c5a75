// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command changes()
{
    return {"changes", "", "what changed in a case", {caseOption(), {"since", "point", "start (when not said), import, return, signature"}}, true, [](Call &call) -> Result<Reply> {
                const std::string since = call.option("since", "start");
                const std::map<std::string, session::Since> points = {{"start", session::Since::Start}, {"import", session::Since::Import},
                                                                      {"return", session::Since::LastReturn}, {"signature", session::Since::LastSignature}};
                const auto point = points.find(since);
                if (point == points.end())
                    return fail(FaultCode::Usage, "--since is start, import, return or signature");
                Json::Array list;
                std::string lines;
                for (const auto &change : TRY(TRY(call.session())->changes(TRY(call.caseId()), point->second))) {
                    const char *sign = change.what == model::Change::What::Added ? "+" : change.what == model::Change::What::Removed ? "-" : "~";
                    list.emplace_back(Json::Object{{"what", Json(sign)}, {"area", Json(change.area)}, {"key", Json(change.key)}, {"before", Json(change.before)}, {"after", Json(change.after)}});
                    lines += std::string(sign) + " " + change.area + "  " + oneLine(change.before.empty() ? change.after : change.after.empty() ? change.before : change.before + "  →  " + change.after, 140) + "\n";
                }
                return Reply{{{"changes", Json(std::move(list))}}, lines.empty() ? "nothing changed" : lines};
            }};
}

} // namespace caseward::ctl
