// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

Command packRetire()
{
    return {"pack retire", "<pack>", "begin no new cases with a pack; cases that have it keep it (security officer)", {{"reason", "words", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const std::string name = TRY(call.argument(0, "a pack"));
                const session::PackRow row = TRY(session::PackDesk(*TRY(call.session())).retire(name, TRY(call.need("reason"))));
                return Reply{{{"pack", Json(packFacts(row))}}, packLine(row)};
            }};
}

} // namespace caseward::ctl
