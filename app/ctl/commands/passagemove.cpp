// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// The tie, its weight, note and appraisal stay; only where it stands changes.
Command passageMove()
{
    return {"passage move", "", "move a passage, or its boundaries, to other words",
            {caseOption(), {"passage", "id", "passage id"}, {"document", "document", "id, title, exhibit or file name; the same when not said"},
             {"quote", "text", "the exact words"}, {"page", "number", "page; any page when not said"}, {"occurrence", "number", "which one, from 1"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const model::Tie tie = TRY(call.passage());
                const DocumentId document = call.has("document") ? TRY(call.document()).document : tie.anchor.document;
                const auto anchor = TRY(session.anchorOf(id, document, TRY(call.number("page", 0)), TRY(call.need("quote")), TRY(call.number("occurrence", 1))));
                const auto dossier = TRY(session.record(id, model::PassageMoved{tie.id, anchor}));
                return Reply{{{"page", Json(anchor.span.page)}, {"start", Json(anchor.span.start)}, {"end", Json(anchor.span.end)}, {"entries", Json(dossier->size)}},
                             "now at p. " + std::to_string(anchor.span.page)};
            }};
}

} // namespace caseward::ctl
