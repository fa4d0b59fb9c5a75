// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterTemplateSign()
{
    return {"letter template sign", "<file>", "check a template and write its signature beside it, <file>.p7s (security officer)", {}, true, [](Call &call) -> Result<Reply> {
                const Path file = TRY(session::LetterDesk(*TRY(call.session())).signForm(TRY(call.argument(0, "a template file"))));
                return Reply{{{"signature", Json(file.string())}}, file.string() + "\n"};
            }};
}

} // namespace caseward::ctl
