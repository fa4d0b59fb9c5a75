// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command bundleInspect()
{
    return {"bundle inspect", "<file.cwb>", "verify everything in a bundle for you and show it; keeps nothing", {}, true, [](Call &call) -> Result<Reply> {
                const auto found = TRY(TRY(call.session())->inspectBundle(TRY(call.argument(0, "a bundle")), call.progress()));
                Json::Array cases;
                std::string lines = "bundle " + found.id.text() + "\n  from " + found.fromName + ", " + found.fromOffice + "  " + toText(found.created) + "\n  purpose " + found.purpose + "\n  " + found.laneNote + "\n";
                for (const auto &item : found.cases) {
                    cases.emplace_back(Json::Object{{"id", Json(item.id.text())}, {"reference", Json(item.reference)}, {"entries", Json(item.entries)}, {"newEntries", Json(item.newEntries)}, {"documents", Json(item.documents)}, {"verdict", Json(item.verdict)}});
                    lines += "  case " + item.reference + ": " + std::to_string(item.entries) + " entries, " + std::to_string(item.documents) + " documents, " + item.verdict + "\n";
                }
                lines += "  " + std::to_string(found.files.size()) + " files, every digest as declared\n";
                return Reply{{{"bundle", Json(found.id.text())}, {"from", Json(found.fromName)}, {"fromOffice", Json(found.fromOffice)}, {"purpose", Json(found.purpose)}, {"laneNote", Json(found.laneNote)},
                              {"cases", Json(std::move(cases))}, {"files", Json(std::uint64_t(found.files.size()))}, {"parts", Json(found.parts)}, {"bytes", Json(found.bytes)}}, lines};
            }};
}

} // namespace caseward::ctl
