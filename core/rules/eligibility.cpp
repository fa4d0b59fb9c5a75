// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/eligibility.h"

#include "core/base/blanktext.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::EligibilityStatus;

Fault malformed(const char *what, const std::string &why) { return fail(FaultCode::Malformed, why, {{"what", what}}); }
Fault notAllowed(std::string words) { return fail(FaultCode::NotAllowed, std::move(words)); }

bool knowsException(const std::vector<packs::PackPtr> &packs, const std::string &code)
{
    return std::any_of(packs.begin(), packs.end(), [&code](const packs::PackPtr &pack) {
        return std::find_if(pack->exceptions.begin(), pack->exceptions.end(), [&code](const packs::ExceptionCode &it) { return it.code == code; }) != pack->exceptions.end();
    });
}

bool isAdverse(EligibilityStatus status)
{
    return status == EligibilityStatus::Denied || status == EligibilityStatus::Revoked || status == EligibilityStatus::Ineligible;
}

bool grants(EligibilityStatus status)
{
    return status == EligibilityStatus::Eligible || status == EligibilityStatus::Interim || status == EligibilityStatus::ReciprocityAccepted;
}

Status saysTheSame(const model::SignedDecision &decision, EligibilityStatus status)
{
    if (decision.awaitsSecondLevel())
        return notAllowed("The decision awaits its second level: nothing rests on it yet");
    const std::string &is = decision.outcomeClass;
    if (is == "administrative" && isAdverse(status))
        return notAllowed("The decision is administrative, not adverse: it makes nobody " + std::string(model::eligibilityStatusName(status)));
    if (is == "administrative" && grants(status))
        return notAllowed("The decision is administrative: it grants nothing");
    if (is == "favourable" && isAdverse(status))
        return notAllowed("The decision is favourable: it makes nobody " + std::string(model::eligibilityStatusName(status)));
    if (is == "adverse" && grants(status))
        return notAllowed("The decision is adverse: it grants nothing");
    return {};
}

Status restsOn(const model::Dossier &dossier, const model::EligibilityRecorded &event)
{
    if (!event.decision)
        return {};
    const auto found = std::find_if(dossier.decisions.begin(), dossier.decisions.end(),
                                    [&event](const model::SignedDecision &it) { return it.what.digest == *event.decision; });
    if (found == dossier.decisions.end())
        return fail(FaultCode::NotFound, "this case has no such decision", {{"what", "decision " + event.decision->hex()}});
    return saysTheSame(*found, event.status);
}

} // namespace

Status mayRecord(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const model::EligibilityRecorded &event)
{
    TRY(model::checkEvent(event));
    if (isBlank(event.authority) || isBlank(event.access))
        return malformed("the line", "whose word it is and for which access are needed: each has its own line");
    if (isBlank(event.reason))
        return malformed("the reason", "a reason is needed: it is what an inspector reads");
    if (event.until.empty() && event.status == EligibilityStatus::Interim)
        return malformed("the last day", "an interim eligibility names the day it ends");
    if (event.until.empty() && event.status == EligibilityStatus::Suspended)
        return malformed("the last day", "a suspension names the day it is reviewed");
    if (!event.exception.empty() && !knowsException(packs, event.exception))
        return fail(FaultCode::UnknownCondition, "no pack of the case has exception '" + event.exception + "'", {{"condition", event.exception}});
    if (!event.exception.empty() && !grants(event.status))
        return malformed("the exception", "an exception is to something granted");
    if (event.exception == "C" && event.conditions.empty())
        return malformed("the conditions", "an exception under conditions names them, each with the day it is due");
    for (const model::EligibilityCondition &condition : event.conditions)
        if (isBlank(condition.text) || condition.due.empty())
            return malformed("the conditions", "a condition has words and the day it is due");
    return restsOn(dossier, event);
}

Status mayMonitor(const model::Dossier &dossier, const model::EligibilityMonitored &event, DayNumber today)
{
    TRY(model::checkEvent(event));
    const auto found = dossier.proceedings.eligibility.find({event.authority, event.access});
    if (found == dossier.proceedings.eligibility.end() || event.condition > found->second.back().recorded.conditions.size())
        return fail(FaultCode::NotFound, "the eligibility has no condition " + std::to_string(event.condition),
                    {{"what", "condition " + std::to_string(event.condition) + " of " + event.access + ", " + event.authority}});
    for (const PassageId &passage : event.evidence)
        if (dossier.tie(passage) == nullptr)
            return fail(FaultCode::NotFound, "passage " + passage.text(), {{"what", "passage " + passage.text()}});
    if (isBlank(event.words) && event.evidence.empty())
        return malformed("the evidence", "say by what it is known: words, or passages of the record");
    if (TRY(dayNumber(event.on)) > today)
        return malformed("the day", "the day " + event.on + " has not come yet");
    return {};
}

std::string eligibilityWords(const model::EligibilityLine &line)
{
    const model::EligibilityRecorded &it = line.recorded;
    std::string text(model::eligibilityStatusTitle(it.status));
    if (model::isAdministrative(it.status))
        text += " (" + std::string(model::administrativeWords) + ")";
    text += " since " + it.since;
    if (!it.until.empty())
        text += (it.status == EligibilityStatus::Suspended ? ", to be reviewed by " : ", until ") + it.until;
    if (!it.exception.empty())
        text += ", exception " + it.exception;
    return text;
}

} // namespace caseward::rules
