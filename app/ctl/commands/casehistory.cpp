// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command caseHistory()
{
    return {"case history", "", "every entry of a case, in order; --json gives the canonical entries", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &entry : TRY(TRY(call.session())->history(TRY(call.caseId())))) {
                    list.push_back(TRY(codec::parseJson(viewOf(model::encodeEntry(entry)))));
                    lines += "#" + std::to_string(entry.seq) + "  " + toText(entry.at) + "  " + entry.kind + "  by " + entry.actor.text() + "\n";
                }
                return Reply{{{"entries", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
