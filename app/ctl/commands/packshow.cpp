// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/packreply.h"

namespace caseward::ctl {
Command packShow()
{
    return {"pack show", "<pack or file>", "all a pack says: guidelines, conditions, factors, outcomes, and how sure it is", vaultOptions(), false,
            [](Call &call) -> Result<Reply> {
                const packs::PackPtr pack = TRY(packMeant(call, TRY(call.argument(0, "a pack"))));
                return Reply{{{"pack", TRY(codec::parseJson(viewOf(pack->canonical)))}}, packLines(*pack)};
            }};
}

} // namespace caseward::ctl
