// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

Command packDiff()
{
    return {"pack diff", "<pack or file> <pack or file>", "what the second says that the first does not, with old and new words", vaultOptions(), false,
            [](Call &call) -> Result<Reply> {
                const auto before = TRY(packMeant(call, TRY(call.argument(0, "two packs")))), after = TRY(packMeant(call, TRY(call.argument(1, "two packs"))));
                return packChanges(*before, *after);
            }};
}

} // namespace caseward::ctl
