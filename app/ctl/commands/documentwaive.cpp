// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command documentWaive()
{
    return {"document waive", "", "say why a page need not be displayed",
            {caseOption(), {"document", "document", "id, title, exhibit or file name"}, {"page", "number", "page", true}, {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const auto facts = TRY(call.document());
                model::PagesWaived waived{facts.document, {}, TRY(call.need("reason"))};
                for (const std::string &page : call.all("page"))
                    waived.pages.push_back(TRY(wholeNumber(page, "--page")));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), waived));
                return Reply{{{"entries", Json(dossier->size)}}, "waived, entry " + std::to_string(dossier->size - 1)};
            }};
}

} // namespace caseward::ctl
