// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command ledger()
{
    return {"ledger", "", "the station's own ledger: sign-ins, bundles, refusals", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &entry : TRY(TRY(call.session())->stationLedger())) {
                    list.push_back(TRY(codec::parseJson(viewOf(model::encodeEntry(entry)))));
                    lines += "#" + std::to_string(entry.seq) + "  " + toText(entry.at) + "  " + entry.kind + "\n";
                }
                return Reply{{{"entries", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
