// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

Command packExport()
{
    return {"pack export", "<pack> <folder>", "write a pack that was taken in, with the signature it came with", {}, true, [](Call &call) -> Result<Reply> {
                const std::string name = TRY(call.argument(0, "a pack"));
                const Path folder = TRY(call.argument(1, "a folder"));
                const session::SignedPack made = TRY(session::PackDesk(*TRY(call.session())).exportPack(name, folder));
                return Reply{{{"file", Json(made.file.string())}, {"signature", Json(made.signature.string())}}, made.file.string() + "\n" + made.signature.string() + "\n"};
            }};
}

} // namespace caseward::ctl
