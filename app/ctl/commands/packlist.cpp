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
                return Reply{{{"packs", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
