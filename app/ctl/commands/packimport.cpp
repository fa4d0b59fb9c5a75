// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

Command packImport()
{
    return {"pack import", "<file>…", "take in signed packs; the signature is <file>.p7s beside each (security officer)", {}, true, [](Call &call) -> Result<Reply> {
                TRY(call.argument(0, "a pack file"));
                session::PackDesk desk(*TRY(call.session()));
                Json::Array list;
                std::string lines;
                for (const std::string &file : call.arguments()) {
                    const session::PackRow row = TRY(desk.import(file));
                    list.emplace_back(packFacts(row));
                    lines += "taken in: " + packLine(row);
                }
                return Reply{{{"packs", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
