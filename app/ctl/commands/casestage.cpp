// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
Command caseStage()
{
    return {"case stage", "", "where a case stands in its proceedings, what can happen next, and what is missing for it", {caseOption()}, true,
            [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const CaseId id = TRY(call.caseId());
                const auto dossier = TRY(TRY(call.session())->openCase(id));
                Json::Object facts = stageFacts(*dossier);
                Json::Array next;
                std::string lines = stageLine(*dossier) + "\nnext\n";
                for (const rules::NextStage &step : TRY(desk.next(id))) {
                    const std::string needs(rules::beforeWords(step.before));
                    next.emplace_back(Json::Object{{"to", Json(model::stageName(step.to))}, {"words", Json(rules::stageWords(step.to))}, {"needs", Json(needs)},
                                                   {"missing", Json(step.missing)}});
                    lines += "  " + std::string(model::stageName(step.to)) + "  " + rules::stageWords(step.to) + (needs.empty() ? "" : "  (needs " + needs + ")") +
                             (step.missing.empty() ? "" : "  not now: " + step.missing) + "\n";
                }
                facts["next"] = std::move(next);
                facts["clocks"] = clockFacts(*dossier, desk);
                facts["eligibility"] = eligibilityFacts(*dossier);
                facts["conflicts"] = conflictFacts(*dossier);
                lines += "\nclocks\n" + clockLines(*dossier, desk) + "\neligibility\n" + eligibilityLines(*dossier);
                for (const auto &[person, declared] : dossier->proceedings.conflicts)
                    lines += "\n" + dossier->personName(person) + " takes no part: " + declared.first.reason + "\n";
                return Reply{std::move(facts), lines};
            }};
}

} // namespace caseward::ctl
