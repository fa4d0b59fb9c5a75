// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"
#include "core/session/banner.h"

namespace caseward::ctl {

Command bannerSet()
{
    return {"banner set", "", "the office's own warning before signing in (security officer)",
            {{"text-file", "file", "the text, UTF-8; without it the built-in warning comes back"}}, true, [](Call &call) -> Result<Reply> {
                const std::string text = call.has("text-file") ? toText(TRY(readFile(call.option("text-file"), limits::bannerBytes))) : std::string();
                TRY(session::setBanner(*TRY(call.session()), text));
                return Reply{{}, text.empty() ? "the built-in warning stands again" : "the warning is set"};
            }};
}

} // namespace caseward::ctl
