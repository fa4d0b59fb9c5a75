// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterTemplateExport()
{
    return {"letter template export", "<kind> <folder>", "write the template that counts as <kind>.letter, to be changed", {}, true, [](Call &call) -> Result<Reply> {
                const auto kind = TRY(model::parseLetterKind(TRY(call.argument(0, "a kind of letter"))));
                const Path file = TRY(session::LetterDesk(*TRY(call.session())).exportForm(kind, TRY(call.argument(1, "a folder"))));
                return Reply{{{"file", Json(file.string())}}, file.string() + "\n"};
            }};
}

} // namespace caseward::ctl
