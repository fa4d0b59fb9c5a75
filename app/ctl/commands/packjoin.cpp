// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"
#include "core/session/casepacks.h"

namespace caseward::ctl {

Command packJoin()
{
    return {"pack join", "<pack>", "hold a case against a further pack; findings are made under each", {caseOption(), {"reason", "words", "why"}}, true,
            [](Call &call) -> Result<Reply> {
                const std::string name = TRY(call.argument(0, "a pack")), reason = TRY(call.need("reason"));
                session::CasePacks packs(*TRY(call.session()), TRY(call.caseId()));
                const auto dossier = TRY(packs.join(name, reason));
                const model::PackRef &ref = dossier->packs.back();
                return Reply{{{"id", Json(ref.id)}, {"version", Json(ref.version)}, {"digest", Json(ref.digest.hex())}}, "joined: " + ref.id + " " + ref.version + "\n"};
            }};
}

} // namespace caseward::ctl
