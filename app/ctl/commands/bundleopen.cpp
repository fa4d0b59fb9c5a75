// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command bundleOpen()
{
    return {"bundle open", "<file.cwb>", "verify a bundle and take its cases in; custody comes with them", {}, true, [](Call &call) -> Result<Reply> {
                const auto received = TRY(TRY(call.session())->importBundle(TRY(call.argument(0, "a bundle")), call.progress()));
                Json::Array cases;
                std::string lines = "bundle " + received.id.text() + ", " + received.laneNote + "\n";
                for (const auto &item : received.cases) {
                    cases.emplace_back(Json::Object{{"id", Json(item.id.text())}, {"reference", Json(item.reference)}, {"newEntries", Json(item.newEntries)}, {"documents", Json(item.documents)}, {"verdict", Json(item.verdict)}});
                    lines += "  case " + item.reference + ": " + std::to_string(item.newEntries) + " new entries, " + std::to_string(item.documents) + " documents, " + item.verdict + "\n";
                }
                return Reply{{{"bundle", Json(received.id.text())}, {"laneNote", Json(received.laneNote)}, {"cases", Json(std::move(cases))}}, lines};
            }};
}

} // namespace caseward::ctl
