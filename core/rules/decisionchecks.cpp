// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/checks.h"

#include <algorithm>

namespace caseward::rules {

namespace {

bool citesSomething(const model::Dossier &dossier, const model::Paragraph &paragraph)
{
    return std::any_of(paragraph.cites.begin(), paragraph.cites.end(),
                       [&dossier](const PassageId &id) { return dossier.tie(id) != nullptr; });
}

Target atOutcome(const std::string &id) { return {Target::Place::Outcome, id, 0}; }

// "Guidelines E and F", "Guideline E".
std::string named(const std::vector<std::string> &letters)
{
    std::string text = letters.size() == 1 ? "Guideline " : "Guidelines ";
    for (std::size_t i = 0; i < letters.size(); ++i)
        text += (i == 0 ? "" : i + 1 == letters.size() ? " and " : ", ") + letters[i];
    return text;
}

void checkException(const Examined &it, const packs::Outcome &outcome, const model::OutcomeProposed &proposed)
{
    if (!outcome.needsException)
        return;
    const auto &codes = it.pack.exceptions;
    const auto code = std::find_if(codes.begin(), codes.end(), [&proposed](const packs::ExceptionCode &candidate) {
        return candidate.code == proposed.exception;
    });
    const bool open = code == codes.end();
    it.block("exception-missing", atOutcome(outcome.id), open, "\"" + outcome.title + "\" needs an exception to be named",
             open ? std::string() : "The exception is named: " + code->code + ", " + code->name);
}

// The outcome is the person's; that it runs against the findings is only said, and asked about.
void checkAgainstFindings(const Examined &it, const packs::Outcome &outcome, const std::string &under = {})
{
    if (outcome.outcomeClass == packs::OutcomeClass::Administrative || outcome.outcomeClass == packs::OutcomeClass::Interim)
        return;
    std::vector<std::string> against;
    for (const packs::Guideline &guideline : it.pack.guidelines) {
        const model::GuidelineState *finding = it.findingOf(guideline);
        if (finding != nullptr && finding->finding == model::GuidelineFinding::AgainstSubject)
            against.push_back(guideline.letter);
    }
    const bool favourable = outcome.outcomeClass == packs::OutcomeClass::Favourable;
    const std::string found = against.empty()
        ? "no guideline is found against the subject"
        : named(against) + (under.empty() ? "" : " of" + under) + (against.size() == 1 ? " is" : " are") + " found against the subject";
    // A further pack of which nothing is found against the subject says nothing about an adverse outcome under the leading one.
    if (!under.empty() && against.empty())
        return;
    it.needExplanation("outcome-against-findings", atOutcome(outcome.id + under), favourable != against.empty(),
                       "The outcome is \"" + outcome.title + "\", but " + found,
                       "The outcome agrees with the findings on the guidelines");
}

} // namespace

void checkReasons(const Examined &it)
{
    const std::vector<model::Paragraph> &reasons = it.dossier.reasons;
    const bool written = std::any_of(reasons.begin(), reasons.end(),
                                     [](const model::Paragraph &paragraph) { return !isBlank(paragraph.text); });
    it.block("reasons-missing", {Target::Place::Reasons, "", 0}, !written, "The reasons are not written",
             "The reasons are written");
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (isBlank(reasons[i].text))
            continue;
        const std::string name = "Paragraph " + std::to_string(i + 1) + " of the reasons";
        it.needExplanation("paragraph-without-passage", {Target::Place::Reasons, std::to_string(i), 0},
                           !citesSomething(it.dossier, reasons[i]), name + " cites no passage", name + " cites a passage");
    }
}

void checkOutcome(const Examined &it)
{
    const std::optional<model::Proposal> &proposal = it.dossier.proposal;
    const packs::Outcome *outcome = proposal ? it.pack.outcome(proposal->outcome.outcome) : nullptr;
    it.block("outcome-missing", atOutcome(""), outcome == nullptr,
             proposal ? "The guideline pack does not know the outcome \"" + proposal->outcome.outcome + "\""
                      : "No outcome is chosen",
             "An outcome is chosen");
    if (outcome == nullptr)
        return;
    checkException(it, *outcome, proposal->outcome);
    checkAgainstFindings(it, *outcome);
}

void checkOutcomeUnder(const Examined &further, const packs::Pack &leading)
{
    const std::optional<model::Proposal> &proposal = further.dossier.proposal;
    const packs::Outcome *outcome = proposal ? leading.outcome(proposal->outcome.outcome) : nullptr;
    if (outcome != nullptr)
        checkAgainstFindings(further, *outcome, " " + further.pack.id);
}

} // namespace caseward::rules
