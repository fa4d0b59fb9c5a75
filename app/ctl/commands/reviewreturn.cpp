// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command reviewReturn()
{
    return {"review return", "", "return a signed case to its adjudicator, with notes", {caseOption(), {"reason", "text", "why"}, {"note", "target=text", "a note on something, e.g. 17(d)=…", true}}, true,
            [](Call &call) -> Result<Reply> {
                std::vector<model::ReviewNote> notes;
                for (const std::string &note : call.all("note")) {
                    const std::size_t equals = note.find('=');
                    notes.push_back(equals == std::string::npos ? model::ReviewNote{"", note} : model::ReviewNote{note.substr(0, equals), note.substr(equals + 1)});
                }
                const auto dossier = TRY(TRY(call.session())->returnCase(TRY(call.caseId()), TRY(call.need("reason")), std::move(notes)));
                return Reply{{{"status", Json(caseStatusName(dossier->status))}}, "returned"};
            }};
}

} // namespace caseward::ctl
