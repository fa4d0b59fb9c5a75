// SPDX-License-Identifier: GPL-3.0-or-later
// What to look at before a case is assigned. None of it is a finding.
#include "core/rules/formscreening.h"
#include "core/rules/sectionscreening.h"

#include <algorithm>

namespace caseward::rules {

namespace {

std::string lowered(std::string text)
{
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool speaks(const packs::FlagRule &rule, const model::Answer &answer)
{
    if (!std::ranges::any_of(rule.paths, [&](const std::string &path) { return standsUnder(answer.path, path); }))
        return false;
    if (!rule.contains.empty())
        return lowered(answer.value).find(lowered(rule.contains)) != std::string::npos;
    return lowered(answer.value) == lowered(rule.says);
}

// The words of the statute, from the pack that has it; empty where no pack of the case does: then the rule does not apply here.
std::string barWords(const ScreeningInput &input, const std::string &bar)
{
    for (const packs::PackPtr &pack : input.packs)
        for (const packs::StatutoryBar &one : pack->statutoryBars)
            if (one.id == bar)
                return one.text;
    return {};
}

// The first answer that speaks; one is enough to look there.
void flagAnswers(const ScreeningInput &input, const packs::FlagRule &rule, const std::string &bar, Screening &screening)
{
    for (const Questionnaire &questionnaire : input.questionnaires) {
        const auto found = std::ranges::find_if(questionnaire.answers, [&](const model::Answer &answer) { return speaks(rule, answer); });
        if (found == questionnaire.answers.end())
            continue;
        Hint hint;
        hint.id = questionnaire.document.text() + "/flag/" + rule.id;
        hint.kind = rule.family;
        hint.text = rule.title + ".";
        hint.why = rule.text + (bar.empty() ? "" : " " + rule.bar + ": " + bar);
        hint.places = {placeOf(questionnaire.document, *found)};
        settle(hint, input.dossier);
        screening.flags.push_back(std::move(hint));
    }
}

void flagOthers(const ScreeningInput &input, Screening &screening)
{
    for (const OtherCase &other : input.others) {
        Hint hint;
        hint.id = "case/" + other.id.text();
        hint.kind = "duplicate-subject";
        hint.text = "Another case here is about the same subject: " + other.reference + ", " + other.status + ".";
        hint.why = "If it ended with an eligibility, reciprocity comes first; if it is open, one of the two may be a duplicate.";
        settle(hint, input.dossier);
        screening.flags.push_back(std::move(hint));
    }
}

void flagRaised(const ScreeningInput &input, Screening &screening)
{
    for (const auto &[flag, when] : input.dossier.screening.flags) {
        Hint hint;
        hint.id = flag.flag.text();
        hint.kind = "raised";
        hint.text = flag.text;
        hint.why = "Raised by " + input.dossier.personName(when.actor) + ".";
        if (flag.place.document) {
            HintPlace place;
            place.document = *flag.place.document;
            place.place.page = flag.place.page;
            hint.places = {place};
        }
        settle(hint, input.dossier);
        screening.flags.push_back(std::move(hint));
    }
}

} // namespace

void screenFlags(const ScreeningInput &input, Screening &screening)
{
    for (const packs::FlagRule &rule : input.forms.flags) {
        const std::string bar = rule.bar.empty() ? std::string() : barWords(input, rule.bar);
        if (rule.bar.empty() || !bar.empty())
            flagAnswers(input, rule, bar, screening);
    }
    flagOthers(input, screening);
    flagRaised(input, screening);
    // Reciprocity comes before any new work.
    std::ranges::stable_partition(screening.flags, [](const Hint &hint) { return hint.kind == "prior-eligibility" || hint.kind == "duplicate-subject"; });
}

} // namespace caseward::rules
