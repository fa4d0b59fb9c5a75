// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command queue()
{
    return {"queue", "", "the cases of this station", {}, true, [](Call &call) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (const auto &row : TRY(TRY(call.session())->docket())) {
                    list.emplace_back(Json::Object{{"id", Json(row.id.text())}, {"reference", Json(row.reference)}, {"subject", Json(row.subject)},
                                                   {"status", Json(caseStatusName(row.status))}, {"due", Json(row.due)}, {"type", Json(row.type)},
                                                   {"documents", Json(row.documents)}, {"pages", Json(row.pages)}, {"pagesRead", Json(row.pagesRead)},
                                                   {"passages", Json(row.passages)}, {"checksOpen", Json(row.checksOpen)},
                                                   {"stage", Json(model::stageName(row.stage))}, {"administrative", Json(model::isAdministrative(row.stage))},
                                                   {"custodyHere", Json(row.custodyHere)}, {"guidelines", Json(join(row.guidelinesRaised, " "))}});
                    lines += row.reference + "  " + row.type + "  " + std::string(caseStatusName(row.status)) + "  " + std::string(model::stageName(row.stage)) +
                             (model::isAdministrative(row.stage) ? " (" + std::string(model::administrativeWords) + ")" : "") + (row.due.empty() ? "" : "  due " + row.due) +
                             "  read " + std::to_string(row.pagesRead) + "/" + std::to_string(row.pages) + "  checks open " + std::to_string(row.checksOpen) +
                             (row.custodyHere ? "" : "  with " + row.custodyWith) + "\n";
                }
                if (list.empty())
                    lines = "No cases here. Create one with `case create` or open a bundle with `bundle open`.";
                return Reply{{{"cases", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
