// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command clockList()
{
    return {"clock list", "", "the clocks of a case, and those its packs know", {caseOption()}, true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const CaseId id = TRY(call.caseId());
                const auto dossier = TRY(TRY(call.session())->openCase(id));
                Json::Array known;
                std::string lines = clockLines(*dossier, desk) + "\nknown to the packs\n";
                for (const packs::TimeLimit &limit : TRY(desk.clocksOfPacks(id))) {
                    known.emplace_back(Json::Object{{"clock", Json(limit.id)}, {"title", Json(limit.title)}, {"days", Json(limit.days)}, {"unit", Json(limit.unit)},
                                                    {"counts", Json(limit.from)}, {"goal", Json(limit.goal)}, {"citation", Json(limit.citation)}});
                    lines += "  " + limit.id + "  " + std::to_string(limit.days) + " " + limit.unit + " days from " + limit.from + "  " + limit.title +
                             (limit.goal ? " (a goal)" : "") + "\n";
                }
                if (known.empty())
                    lines += "  None.\n";
                return Reply{{{"clocks", Json(clockFacts(*dossier, desk))}, {"known", Json(std::move(known))}}, lines};
            }};
}

} // namespace caseward::ctl
