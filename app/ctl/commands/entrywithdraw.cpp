// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command entryWithdraw()
{
    return {"entry withdraw", "<number>", "undo one of your own weighing entries; it stays in the history", {caseOption(), {"reason", "text", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const std::string number = TRY(call.argument(0, "an entry number"));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), model::EntryWithdrawn{TRY(wholeNumber(number, "entry withdraw")), call.option("reason")}));
                return Reply{{{"entries", Json(dossier->size)}}, "entry " + number + " withdrawn"};
            }};
}

} // namespace caseward::ctl
