// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reciprocity.h"

#include "core/base/blanktext.h"
#include "core/rules/completeness.h"
#include "core/rules/eligibility.h"

#include <algorithm>
#include <set>

namespace caseward::rules {

namespace {

using model::EligibilityStatus;
using model::ReciprocityReply;
using packs::ReciprocityEffect;
using packs::ReciprocityFact;

Fault malformed(const std::string &what, const std::string &why) { return fail(FaultCode::Malformed, why, {{"what", what}}); }
Fault notAllowed(std::string words) { return fail(FaultCode::NotAllowed, std::move(words)); }

std::string joined(const std::vector<std::string> &list)
{
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i)
        text += (i == 0 ? "" : i + 1 == list.size() ? " and " : ", ") + list[i];
    return text;
}

ReciprocityShown ageShown(const packs::ReciprocityRules &rules, const ReciprocityAsked &asked, DayNumber today)
{
    const auto closed = asked.investigated.empty() ? Result<DayNumber>(fail(FaultCode::Malformed, "no day")) : dayNumber(asked.investigated);
    if (!closed.ok())
        return {nullptr, "The day on which the investigation was closed is not said."};
    const int years = wholeYears(*closed, today);
    const bool older = *closed < yearsBefore(today, static_cast<int>(rules.investigationYears));
    return {nullptr, "The investigation was closed on " + asked.investigated + ", " + std::to_string(years) + (years == 1 ? " whole year" : " whole years") + " ago: "
                         + (older ? "" : "not ") + "more than " + std::to_string(rules.investigationYears) + ".",
            older};
}

const model::EligibilityLine *lineOf(const model::Dossier &dossier, const ReciprocityAsked &asked)
{
    const auto found = dossier.proceedings.eligibility.find({asked.authority, asked.access});
    return found == dossier.proceedings.eligibility.end() ? nullptr : &found->second.back();
}

std::string nothingRecorded(const ReciprocityAsked &asked)
{
    return "No eligibility of " + asked.authority + " for " + asked.access + " is recorded in this case.";
}

ReciprocityShown exceptionShown(const model::Dossier &dossier, const ReciprocityAsked &asked)
{
    const model::EligibilityLine *line = lineOf(dossier, asked);
    if (line == nullptr)
        return {nullptr, nothingRecorded(asked)};
    const std::string &code = line->recorded.exception;
    return {nullptr, asked.authority + ", " + asked.access + ": " + (code.empty() ? "recorded without an exception." : "recorded with exception " + code + "."), !code.empty()};
}

bool isStopped(EligibilityStatus status)
{
    return status == EligibilityStatus::Denied || status == EligibilityStatus::Revoked || status == EligibilityStatus::Suspended || status == EligibilityStatus::Interim;
}

// The line asked for says it by itself; lines of others are told beside it, since each authority speaks for its own access.
ReciprocityShown standingShown(const model::Dossier &dossier, const ReciprocityAsked &asked)
{
    const model::EligibilityLine *line = lineOf(dossier, asked);
    std::string shows = line == nullptr ? nothingRecorded(asked) : asked.authority + ", " + asked.access + ": " + eligibilityWords(*line) + ".";
    for (const auto &[key, lines] : dossier.proceedings.eligibility)
        if (&lines.back() != line && isStopped(lines.back().recorded.status))
            shows += " Another line: " + key.first + ", " + key.second + ": " + eligibilityWords(lines.back()) + ".";
    return {nullptr, shows, line != nullptr && isStopped(line->recorded.status)};
}

ReciprocityShown informationShown(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs)
{
    std::vector<std::string> raised;
    for (const packs::PackPtr &pack : packs)
        for (const std::string &letter : guidelinesRaised(dossier, *pack))
            raised.push_back(letter + " of " + pack->id);
    return {nullptr, raised.empty() ? "Nothing is raised in this case; whether something new is known is asked of you."
                                    : "Raised in this case: guideline " + joined(raised) + ". Whether it is new since the investigation is asked of you."};
}

ReciprocityShown barShown(const std::vector<packs::PackPtr> &packs)
{
    std::vector<std::string> bars;
    for (const packs::PackPtr &pack : packs)
        for (const packs::StatutoryBar &bar : pack->statutoryBars)
            bars.push_back(bar.id);
    return {nullptr, bars.empty() ? "No pack of this case has statutory bars; it is asked of you."
                                  : "The bars are " + joined(bars) + " of the pack; what the questionnaire says of them stands under Screening. Whether one applies is asked of you."};
}

ReciprocityShown shownOn(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::ReciprocityRules &rules, const ReciprocityAsked &asked,
                         DayNumber today, ReciprocityFact fact)
{
    switch (fact) {
    case ReciprocityFact::Information: return informationShown(dossier, packs);
    case ReciprocityFact::Age: return ageShown(rules, asked, today);
    case ReciprocityFact::Exception: return exceptionShown(dossier, asked);
    case ReciprocityFact::Bar: return barShown(packs);
    case ReciprocityFact::Standing: return standingShown(dossier, asked);
    case ReciprocityFact::Level: break;
    }
    return {nullptr, "Held: " + asked.access + "; needed here: " + asked.needed + ". Scope and polygraph are not recorded and are asked of you."};
}

Status saidWhole(const model::ReciprocityDecided &event, DayNumber today)
{
    TRY(model::checkEvent(event));
    for (const std::string *said : {&event.authority, &event.access, &event.needed})
        if (isBlank(*said))
            return malformed("the eligibility", "whose eligibility it is, for which access, and what is needed here are to be said");
    if (isBlank(event.reason))
        return malformed("the reason", "a reason is needed: it is what an inspector reads");
    if (!event.investigated.empty() && TRY(dayNumber(event.investigated)) > today)
        return malformed("the day", "the day " + event.investigated + " has not come yet");
    return {};
}

Status answersFit(const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event)
{
    std::set<std::string> answered;
    for (const model::ReciprocityAnswer &answer : event.answers) {
        if (rules.question(answer.question) == nullptr)
            return fail(FaultCode::NotFound, rules.name() + " has no question " + answer.question, {{"what", "question " + answer.question}});
        if (!answered.insert(answer.question).second)
            return malformed("the answers", answer.question + " is answered twice");
        if (isBlank(answer.reason))
            return malformed("the answers", answer.question + " needs a reason: how it is known");
    }
    for (const packs::ReciprocityQuestion &question : rules.questions)
        if (answered.count(question.id) == 0)
            return malformed("the answers", question.id + " is not answered: " + question.text);
    return {};
}

ReciprocityReply replyTo(const model::ReciprocityDecided &event, const std::string &question)
{
    const auto found = std::ranges::find(event.answers, question, &model::ReciprocityAnswer::question);
    return found == event.answers.end() ? ReciprocityReply::CannotTell : found->reply;
}

Status mayAccept(const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event)
{
    if (!event.grounds.empty())
        return malformed("the grounds", "grounds are those of a refusal");
    for (const packs::ReciprocityQuestion &question : rules.questions) {
        if (question.effect != ReciprocityEffect::Refuses)
            continue;
        const ReciprocityReply reply = replyTo(event, question.id);
        if (reply == ReciprocityReply::Yes)
            return notAllowed("It is not accepted: " + question.id + " (" + question.title + ") is answered yes. Decline for " + question.id);
        if (reply == ReciprocityReply::CannotTell)
            return notAllowed(question.id + " (" + question.title + ") cannot be told: find it out before accepting");
    }
    return {};
}

Status mayDecline(const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event)
{
    if (event.grounds.empty())
        return malformed("the grounds", "a refusal names the question it is for; without one the eligibility is accepted");
    std::set<std::string> named;
    for (const std::string &ground : event.grounds) {
        if (rules.question(ground) == nullptr)
            return fail(FaultCode::NotFound, rules.name() + " has no question " + ground, {{"what", "question " + ground}});
        if (!named.insert(ground).second)
            return malformed("the grounds", ground + " is named twice");
        if (replyTo(event, ground) != ReciprocityReply::Yes)
            return notAllowed("It is declined for " + ground + ", which is not answered yes");
    }
    return {};
}

} // namespace

std::vector<ReciprocityShown> reciprocityShown(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::ReciprocityRules &rules,
                                               const ReciprocityAsked &asked, DayNumber today)
{
    std::vector<ReciprocityShown> list;
    for (const packs::ReciprocityQuestion &question : rules.questions) {
        list.push_back(shownOn(dossier, packs, rules, asked, today, question.fact));
        list.back().question = &question;
    }
    return list;
}

Status mayHaveDecided(const model::ReciprocityDecided &event, DayNumber today)
{
    TRY(saidWhole(event, today));
    std::set<std::string> answered, named;
    for (const model::ReciprocityAnswer &answer : event.answers)
        if (!answered.insert(answer.question).second || isBlank(answer.reason))
            return malformed("the answers", answer.question + " is answered twice, or without a reason");
    for (const std::string &ground : event.grounds)
        if (!named.insert(ground).second || replyTo(event, ground) != ReciprocityReply::Yes)
            return notAllowed("It is declined for " + ground + ", which is named twice or not answered yes");
    if (event.answers.empty())
        return malformed("the answers", "no question is answered");
    return event.accepted != event.grounds.empty() ? Status(malformed("the grounds", "a refusal names the question it is for, and an acceptance none")) : Status();
}

Status mayDecide(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event,
                 DayNumber today)
{
    TRY(saidWhole(event, today));
    if (event.rules != rules.name())
        return malformed("the rules", "the questions are those of " + rules.name() + ", not of " + event.rules);
    TRY(answersFit(rules, event));
    for (const ReciprocityShown &shown : reciprocityShown(dossier, packs, rules, {event.authority, event.access, event.needed, event.investigated}, today))
        if (shown.yes && replyTo(event, shown.question->id) != ReciprocityReply::Yes)
            return notAllowed(shown.question->id + " is not answered yes, but the record says so: " + shown.shows);
    return event.accepted ? mayAccept(rules, event) : mayDecline(rules, event);
}

std::string reciprocityWords(const packs::ReciprocityRules &rules, const model::ReciprocityDecided &event)
{
    if (!event.accepted)
        return "Declined for " + joined(event.grounds) + ". The case is adjudicated here.";
    std::string text = "Accepted.";
    for (const packs::ReciprocityQuestion &question : rules.questions) {
        if (replyTo(event, question.id) != ReciprocityReply::Yes)
            continue;
        if (question.effect == ReciprocityEffect::Reinvestigation)
            text += " " + question.title + ": a reinvestigation is to be started at once (" + question.id + ").";
        if (question.effect == ReciprocityEffect::Optional)
            text += " " + question.title + ": accepted on this office's own assessment of the risk (" + question.id + ").";
    }
    return text;
}

} // namespace caseward::rules
