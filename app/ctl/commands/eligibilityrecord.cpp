// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {
namespace {

// "finish the credit counselling=2027-03-01"
Result<model::EligibilityCondition> conditionSaid(const std::string &text)
{
    const std::size_t split = text.rfind('=');
    if (split == std::string::npos)
        return fail(FaultCode::Usage, "--condition is the words, an equals sign and the day it is due: \"finish the counselling=2027-03-01\"");
    return model::EligibilityCondition{text.substr(0, split), text.substr(split + 1)};
}

Result<model::EligibilityRecorded> lineSaid(Call &call)
{
    model::EligibilityRecorded said;
    said.authority = TRY(call.argument(0, "an authority"));
    said.access = TRY(call.argument(1, "an access"));
    said.status = TRY(model::parseEligibilityStatus(TRY(call.argument(2, "a status"))));
    said.since = call.option("since");
    said.until = call.option("until");
    said.exception = call.option("exception");
    said.reason = call.option("reason");
    for (const std::string &text : call.all("condition"))
        said.conditions.push_back(TRY(conditionSaid(text)));
    if (call.has("decision"))
        said.decision = TRY(Digest::parseHex(call.option("decision")));
    return said;
}

} // namespace

Command eligibilityRecord()
{
    return {"eligibility record", "<authority> <access> <status>", "record the eligibility for one access by one authority; it says nothing about any other",
            {caseOption(), {"since", "day", "since when it holds: YYYY-MM-DD; today when not said"},
             {"until", "day", "when it ends; of an interim and a suspension it is needed"}, {"exception", "code", "code of an exception of the pack: W, C, D, O"},
             {"condition", "words=day", "a condition and the day it is due", true}, {"decision", "digest", "the decision of this case it rests on"}, reasonOption()},
            true, [](Call &call) -> Result<Reply> {
                session::Proceedings desk = TRY(proceedings(call));
                const auto dossier = TRY(desk.recordEligibility(TRY(call.caseId()), TRY(lineSaid(call))));
                return Reply{{{"eligibility", Json(eligibilityFacts(*dossier))}}, eligibilityLines(*dossier)};
            }};
}

} // namespace caseward::ctl
