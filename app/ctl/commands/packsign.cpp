// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

Command packSign()
{
    return {"pack sign", "<file> <folder>", "write a pack in its canonical form and sign it (security officer)", {}, true, [](Call &call) -> Result<Reply> {
                const Path file = TRY(call.argument(0, "a pack file")), folder = TRY(call.argument(1, "a folder"));
                const session::SignedPack made = TRY(session::PackDesk(*TRY(call.session())).sign(file, folder));
                return Reply{{{"file", Json(made.file.string())}, {"signature", Json(made.signature.string())}, {"digest", Json(made.pack->digest.hex())}},
                             made.file.string() + "\n" + made.signature.string() + "\n"};
            }};
}

} // namespace caseward::ctl
