// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// What was claimed in one document, beside what was found in another.
Command contradictionLink()
{
    return {"contradiction link", "", "link two passages that contradict each other",
            {caseOption(), {"claimed-document", "document", "where it was claimed"}, {"claimed", "text", "the claim, word for word"},
             {"found-document", "document", "where something else was found"}, {"found", "text", "what was found, word for word"}, {"note", "text", "a note"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto claimed = TRY(session.anchorOf(id, TRY(call.document("claimed-document")).document, 0, TRY(call.need("claimed"))));
                const auto found = TRY(session.anchorOf(id, TRY(call.document("found-document")).document, 0, TRY(call.need("found"))));
                const ContradictionId contradiction = session.newContradictionId();
                TRY(session.record(id, model::ContradictionLinked{contradiction, claimed, found, call.option("note")}));
                return Reply{{{"contradiction", Json(contradiction.text())}}, "contradiction " + contradiction.text()};
            }};
}

} // namespace caseward::ctl
