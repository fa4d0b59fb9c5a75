// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/screeningcall.h"

namespace caseward::ctl {

namespace {

Status say(Call &call, const char *option, model::Verdict &verdict)
{
    if (call.has(option))
        verdict = TRY(model::parseVerdict(call.option(option) == "open" ? std::string() : call.option(option)));
    return {};
}

} // namespace

// What is not said stays as it is.
Command screeningJudge()
{
    return {"screening judge", "<section>", "judge a section of the questionnaire: complete, consistent, relevant",
            {caseOption(), {"document", "document", "the questionnaire; the one submitted last when not said"}, {"complete", "word", "yes, no or open"},
             {"consistent", "word", "yes, no or open"}, {"relevant", "word", "yes, no or open"}, {"reason", "text", "why; needed for a no"}},
            true, [](Call &call) -> Result<Reply> {
                const std::string section = TRY(call.argument(0, "a section, 11"));
                model::SectionJudged said;
                said.document = TRY(questionnaireSaid(call));
                said.section = section;
                const auto dossier = TRY(TRY(call.session())->openCase(TRY(call.caseId())));
                if (const auto before = dossier->screening.sections.find({said.document, section}); before != dossier->screening.sections.end())
                    said = before->second.first;
                TRY(say(call, "complete", said.complete));
                TRY(say(call, "consistent", said.consistent));
                TRY(say(call, "relevant", said.relevant));
                said.reason = call.option("reason", said.reason);
                return screened(call, said, "section " + section + ": complete " + verdictWord(said.complete) + ", consistent " + verdictWord(said.consistent) +
                                                ", relevant " + verdictWord(said.relevant));
            }};
}

} // namespace caseward::ctl
