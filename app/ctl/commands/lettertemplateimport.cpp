// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/letters.h"

namespace caseward::ctl {

Command letterTemplateImport()
{
    return {"letter template import", "<file>", "take in a signed template; from now on it counts for its kind (security officer)", {}, true, [](Call &call) -> Result<Reply> {
                const session::LetterForm form = TRY(session::LetterDesk(*TRY(call.session())).importForm(TRY(call.argument(0, "a template file"))));
                const std::string kind(model::letterKindName(form.form.kind));
                return Reply{{{"kind", Json(kind)}, {"version", Json(form.form.version)}, {"digest", Json(form.digest.hex())}, {"signer", Json(form.signer)}},
                             "taken in: " + kind + " " + form.form.version + ", signed by " + form.signer + "\n"};
            }};
}

} // namespace caseward::ctl
