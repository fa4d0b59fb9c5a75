// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command bundleList()
{
    return {"bundle list", "", "the exchange register: what was sent and received", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &row : TRY(TRY(call.session())->exchangeRegister())) {
                    list.emplace_back(Json::Object{{"bundle", Json(row.id.text())}, {"sent", Json(row.sent)}, {"office", Json(row.office)}, {"person", Json(row.person)}, {"at", Json(toText(row.at))},
                                                   {"lane", Json(row.lane)}, {"cases", Json(join(row.references, " "))}, {"outcome", Json(row.outcome)}});
                    lines += toText(row.at) + (row.sent ? "  to   " : "  from ") + row.person + ", " + row.office + "  no. " + std::to_string(row.lane) + "  " + join(row.references, " ") + "  " + row.outcome + "\n";
                }
                return Reply{{{"register", Json(std::move(list))}}, lines.empty() ? "nothing sent or received yet" : lines};
            }};
}

} // namespace caseward::ctl
