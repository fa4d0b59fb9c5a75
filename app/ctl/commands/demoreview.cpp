// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "ui/demo/demojob.h"

namespace caseward::ctl {

// The whole of the adjudicator's work on a case, as data: written down for the demonstration case, mechanical for others.
Command demoReview()
{
    return {"demo review", "", "do the scripted review of the demonstration case, or a mechanical trial run of any case",
            {caseOption(), {"mechanical", "", "fill every box with words that say that no judgement was made"}}, true,
            [](Call &call) -> Result<Reply> {
                session::Session &session = *TRY(call.session());
                const CaseId id = TRY(call.caseId());
                const auto review = call.has("mechanical") ? TRY(ui::mechanicalReview(session, id)) : TRY(ui::scriptedReview());
                TRY(ui::performReview(session, id, review));
                const auto dossier = TRY(session.openCase(id));
                const auto gate = TRY(session.gate(id));
                return Reply{{{"entries", Json(dossier->size)}, {"passages", Json(std::uint64_t(dossier->ties.size()))},
                              {"checksOpen", Json(std::uint64_t(gate.openCount()))}},
                             std::to_string(dossier->ties.size()) + " passages tied, " + std::to_string(dossier->size) + " entries, " +
                                 std::to_string(gate.openCount()) + " of " + std::to_string(gate.checks.size()) + " checks open"};
            }};
}

} // namespace caseward::ctl
