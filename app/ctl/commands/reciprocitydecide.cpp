// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/proceedingscall.h"
#include "app/ctl/reciprocitycall.h"

namespace caseward::ctl {

namespace {

// "S7-1=no: nothing came since"
Result<model::ReciprocityAnswer> answerSaid(const std::string &text)
{
    const std::size_t is = text.find('='), why = text.find(':');
    if (is == std::string::npos || why == std::string::npos || why < is)
        return fail(FaultCode::Usage, "--answer is the question, an equals sign, yes, no or cannot-tell, a colon and the reason: \"S7-1=no: nothing came since\"");
    std::string reason = text.substr(why + 1);
    reason.erase(0, reason.find_first_not_of(' '));
    return model::ReciprocityAnswer{text.substr(0, is), TRY(model::parseReciprocityReply(text.substr(is + 1, why - is - 1))), reason};
}

Result<bool> accepts(const std::string &word)
{
    if (word != "accepted" && word != "declined")
        return fail(FaultCode::Usage, "say accepted or declined");
    return word == "accepted";
}

} // namespace

Command reciprocityDecide()
{
    std::vector<Option> options = reciprocityOptions();
    options.push_back({"answer", "id=reply: reason", "the answer to a question: yes, no or cannot-tell, and how it is known", true});
    options.push_back({"ground", "id", "a question it is declined for", true});
    options.push_back({"record-as", "authority", "when accepted: the authority here whose eligibility it becomes"});
    options.push_back(reasonOption());
    return {"reciprocity decide", "accepted|declined", "accept another agency's eligibility, or decline it for a reason of the rules", options, true,
            [](Call &call) -> Result<Reply> {
                session::ReciprocityDesk desk(*TRY(call.session()));
                model::ReciprocityDecided said;
                said.accepted = TRY(accepts(TRY(call.argument(0, "accepted or declined"))));
                const session::ReciprocityAsked asked = TRY(reciprocityAsked(call));
                said.authority = asked.authority;
                said.access = asked.access;
                said.needed = asked.needed;
                said.investigated = asked.investigated;
                for (const std::string &answer : call.all("answer"))
                    said.answers.push_back(TRY(answerSaid(answer)));
                said.grounds = call.all("ground");
                said.reason = call.option("reason");
                const auto dossier = TRY(desk.decide(TRY(call.caseId()), said, call.option("record-as")));
                const std::string words = session::reciprocityWords(*TRY(desk.rules()), said);
                return Reply{{{"accepted", Json(said.accepted)}, {"words", Json(words)}, {"eligibility", Json(eligibilityFacts(*dossier))}}, words + "\n" + eligibilityLines(*dossier)};
            }};
}

} // namespace caseward::ctl
