// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command explain()
{
    return {"explain", "<check> [<target>]", "explain a check that needs an explanation", {caseOption(), {"words", "text", "the explanation"}}, true, [](Call &call) -> Result<Reply> {
                const std::string id = TRY(call.argument(0, "a check"));
                const std::string target = call.arguments().size() > 1 ? call.arguments()[1] : std::string();
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::CheckExplained{id, target, TRY(call.need("words"))}));
                return Reply{{{"entries", Json(dossier->size)}}, "explained"};
            }};
}

} // namespace caseward::ctl
