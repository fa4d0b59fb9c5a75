// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// Ties a quote to a condition. The quote must be on the page, word for word; runs of white space count as one space.
Command passageTie()
{
    return {"passage tie", "", "tie a passage to a condition",
            {caseOption(), {"document", "document", "id, title, exhibit or file name"}, {"quote", "text", "the exact words"},
             {"page", "number", "page; any page when not said"}, {"occurrence", "number", "which one, from 1"},
             {"condition", "condition", "e.g. 16(a), 'E 16(a)' or e16a"}, {"weight", "number", "1 slight, 2 moderate, 3 substantial; 2 when not said"},
             {"note", "text", "a note"}},
            true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto document = TRY(call.document());
                const auto condition = TRY(call.condition(TRY(call.need("condition"))));
                const std::uint32_t weight = TRY(call.number("weight", 2));
                if (weight < 1 || weight > 3)
                    return fail(FaultCode::Usage, "--weight is 1, 2 or 3");
                const auto anchor = TRY(session.anchorOf(id, document.document, TRY(call.number("page", 0)), TRY(call.need("quote")), TRY(call.number("occurrence", 1))));
                const PassageId passage = session.newPassageId();
                const auto dossier = TRY(session.record(id, model::PassageTied{passage, anchor, condition, static_cast<model::Weight>(weight), call.option("note")}));
                return Reply{{{"passage", Json(passage.text())}, {"page", Json(anchor.span.page)}, {"start", Json(anchor.span.start)}, {"end", Json(anchor.span.end)},
                              {"condition", Json(condition.id)}, {"entries", Json(dossier->size)}},
                             passage.text() + "  tied to " + condition.id + ", " + document.title + " p. " + std::to_string(anchor.span.page)};
            }};
}

} // namespace caseward::ctl
