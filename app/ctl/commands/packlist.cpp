// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/packreply.h"

namespace caseward::ctl {
Command packList()
{
    return {"pack list", "", "the guideline packs of the program, or with --vault those of a station", vaultOptions(), false, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const session::PackRow &row : TRY(packRows(call))) {
                    list.emplace_back(packFacts(row));
                    lines += packLine(row);
                }
                Json::Array lost;
                if (call.has("vault"))
                    for (const session::LostPack &it : TRY(session::PackDesk(*TRY(call.session())).lost())) {
                        lost.emplace_back(Json::Object{{"id", Json(it.ref.id)}, {"version", Json(it.ref.version)}, {"digest", Json(it.ref.digest.hex())}, {"why", Json(it.why.detail)}});
                        lines += it.ref.id + "  " + it.ref.version + "  cannot be read: " + it.why.detail + "\n  sha256 " + it.ref.digest.hex() + "\n";
                    }
                return Reply{{{"packs", Json(std::move(list))}, {"lost", Json(std::move(lost))}}, lines};
            }};
}

} // namespace caseward::ctl
