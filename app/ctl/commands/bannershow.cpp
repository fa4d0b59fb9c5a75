// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/session/banner.h"

namespace caseward::ctl {

Command bannerShow()
{
    return {"banner show", "<name.caseward>", "the warning before signing in, and its digest (needs no key)", {}, false, [](Call &call) -> Result<Reply> {
                const auto banner = TRY(session::bannerOf(TRY(call.argument(0, "a vault"))));
                return Reply{{{"text", Json(banner.text)}, {"digest", Json(banner.digest.hex())}, {"own", Json(banner.own)}}, banner.text + "\n"};
            }};
}

} // namespace caseward::ctl
