// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/packreply.h"

namespace caseward::ctl {

// As it is, without any station: what import would say about its form.
Command packCheck()
{
    return {"pack check", "<file>", "read a pack file and say what is wrong with it; no vault needed", {}, false, [](Call &call) -> Result<Reply> {
                const packs::PackPtr pack = TRY(session::readPackFile(TRY(call.argument(0, "a pack file"))));
                std::vector<packs::PackPtr> together = TRY(packs::loadPacks(call.environment().packsFolder));
                std::erase_if(together, [&pack](const packs::PackPtr &it) { return it->id == pack->id && it->version == pack->version; });
                together.push_back(pack);
                TRY(packs::checkRelations(together));
                return Reply{{{"id", Json(pack->id)}, {"version", Json(pack->version)}, {"edition", Json(pack->edition)}, {"digest", Json(pack->digest.hex())},
                              {"guidelines", Json(std::uint64_t(pack->guidelines.size()))}, {"conditions", Json(std::uint64_t(pack->allConditions().size()))}},
                             pack->id + "  " + pack->version + "  is well made\n  sha256 " + pack->digest.hex() + "\n"};
            }};
}

} // namespace caseward::ctl
