// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "app/ctl/placeoption.h"

namespace caseward::ctl {
// Ties a quote, or a part of a page's picture, to a condition. The quote must be on the page, word for word; runs of white space
// count as one space.
Command passageTie()
{
    std::vector<Option> options{caseOption(), {"document", "document", "id, title, exhibit or file name"}};
    for (Option &option : placeOptions())
        options.push_back(std::move(option));
    options.insert(options.end(), {{"condition", "condition", "e.g. 16(a), 'E 16(a)' or e16a"}, {"weight", "number", "1 slight, 2 moderate, 3 substantial; 2 when not said"},
                                   {"note", "text", "a note"}});
    return {"passage tie", "", "tie a passage to a condition", std::move(options), true, [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto document = TRY(call.document());
                const auto condition = TRY(call.condition(TRY(call.need("condition"))));
                const std::uint32_t weight = TRY(call.number("weight", 2));
                if (weight < 1 || weight > 3)
                    return fail(FaultCode::Usage, "--weight is 1, 2 or 3");
                const auto anchor = TRY(placeAnchor(call, id, document.document));
                const PassageId passage = session.newPassageId();
                const auto dossier = TRY(session.record(id, model::PassageTied{passage, anchor, condition, static_cast<model::Weight>(weight), call.option("note")}));
                Json::Object facts = placeFacts(anchor);
                facts.insert({{"passage", Json(passage.text())}, {"condition", Json(condition.id)}, {"entries", Json(dossier->size)}});
                return Reply{std::move(facts), passage.text() + "  tied to " + condition.id + ", " + document.title + " p. " + std::to_string(anchor.span.page)};
            }};
}

} // namespace caseward::ctl
