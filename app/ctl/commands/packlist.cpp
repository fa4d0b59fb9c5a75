// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command packList()
{
    return {"pack list", "", "the guideline packs installed here", {}, false, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &pack : TRY(packs::loadPacks(call.environment().packsFolder))) {
                    list.emplace_back(Json::Object{{"id", Json(pack->id)}, {"version", Json(pack->version)}, {"digest", Json(pack->digest.hex())}, {"instrument", Json(pack->instrument)}});
                    lines += pack->id + "  " + pack->version + "  " + pack->instrument + "\n  sha256 " + pack->digest.hex() + "\n";
                }
                return Reply{{{"packs", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
