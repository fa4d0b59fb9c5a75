// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
Command packShow()
{
    return {"pack show", "<pack id>", "guidelines, conditions, factors and outcomes of a pack", {}, false, [](Call &call) -> Result<Reply> {
                const std::string wanted = TRY(call.argument(0, "a pack id"));
                for (const auto &pack : TRY(packs::loadPacks(call.environment().packsFolder))) {
                    if (pack->id != wanted)
                        continue;
                    std::string lines = pack->id + "  " + pack->version + "\n" + pack->notice + "\n";
                    for (const auto &guideline : pack->guidelines) {
                        lines += "\nGuideline " + guideline.letter + ": " + guideline.title + "\n";
                        for (const auto &condition : guideline.disqualifying)
                            lines += "  ▲ " + condition.id + "  " + condition.text + "\n";
                        for (const auto &condition : guideline.mitigating)
                            lines += "  ▼ " + condition.id + "  " + condition.text + "\n";
                    }
                    lines += "\nfactors\n";
                    for (const auto &factor : pack->factors)
                        lines += "  " + factor.id + "  " + factor.text + "\n";
                    lines += "\noutcomes\n";
                    for (const auto &outcome : pack->outcomes)
                        lines += "  " + outcome.id + "  " + outcome.title + "  (confirmed by " + outcome.confirmWord + ")\n";
                    return Reply{{{"pack", TRY(codec::parseJson(viewOf(pack->canonical)))}}, lines};
                }
                return fail(FaultCode::NotFound, "no pack '" + wanted + "' is installed", {{"what", wanted}});
            }};
}

} // namespace caseward::ctl
