// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "app/ctl/placeoption.h"

namespace caseward::ctl {
// The tie, its weight, note and appraisal stay; only where it stands changes.
Command passageMove()
{
    std::vector<Option> options{caseOption(), {"passage", "id", "passage id"}, {"document", "document", "id, title, exhibit or file name; the same when not said"}};
    for (Option &option : placeOptions())
        options.push_back(std::move(option));
    return {"passage move", "", "move a passage, or its boundaries, to other words", std::move(options), true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const model::Tie tie = TRY(call.passage());
                const DocumentId document = call.has("document") ? TRY(call.document()).document : tie.anchor.document;
                const auto anchor = TRY(placeAnchor(call, id, document));
                const auto dossier = TRY(session.record(id, model::PassageMoved{tie.id, anchor}));
                Json::Object facts = placeFacts(anchor);
                facts.emplace("entries", Json(dossier->size));
                return Reply{std::move(facts), "now at p. " + std::to_string(anchor.span.page)};
            }};
}

} // namespace caseward::ctl
