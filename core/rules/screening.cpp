// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/screening.h"

#include "core/rules/formscreening.h"
#include "core/rules/sectionscreening.h"

#include <algorithm>

namespace caseward::rules {

namespace {

// Of a form that is not known: the one that looks back longest, so that nothing is passed over.
const packs::Form *longestOf(const packs::Forms &forms)
{
    const auto reach = [](const packs::Form &form) {
        std::uint32_t years = 0;
        for (const packs::AskedSection &asked : form.sections)
            years += asked.back.years;
        return years;
    };
    const packs::Form *longest = nullptr;
    for (const packs::Form &form : forms.forms)
        if (!longest || reach(form) > reach(*longest))
            longest = &form;
    return longest;
}

std::string versionIn(const std::vector<model::Answer> &answers)
{
    const auto found = std::ranges::find(answers, "Form/Version", &model::Answer::path);
    return found == answers.end() ? std::string() : found->value;
}

bool isListed(const std::vector<std::string> &versions, const std::string &version)
{
    return std::ranges::find(versions, version) != versions.end();
}

} // namespace

std::string_view stateWords(SectionState state)
{
    switch (state) {
    case SectionState::Answered: return "answered";
    case SectionState::Missing: return "no answer";
    case SectionState::NotAsked: return "asked only of some";
    case SectionState::NotReadable: return "to be read by a person";
    }
    return {};
}

std::uint32_t SectionResult::openHints() const
{
    return static_cast<std::uint32_t>(std::ranges::count_if(hints, &Hint::isOpen)) + more;
}

void settle(Hint &hint, const model::Dossier &dossier)
{
    if (const auto said = dossier.screening.dismissed.find(hint.id); said != dossier.screening.dismissed.end())
        hint.settled = "dismissed: " + said->second.first;
}

HintPlace placeOf(const DocumentId &document, const model::Answer &answer)
{
    return {document, answer.span, {}};
}

FormScreening screenForm(const ScreeningInput &input, const Questionnaire &questionnaire)
{
    FormScreening result;
    result.document = questionnaire.document;
    result.asOf = input.asOf;
    if (const model::DocumentState *document = input.dossier.document(questionnaire.document))
        result.title = document->facts.title;
    const FormFacts facts = factsOf(questionnaire.answers);
    result.form = facts.form;
    result.version = versionIn(questionnaire.answers);
    result.readable = !questionnaire.answers.empty();
    const packs::Form *named = input.forms.form(result.form);
    result.rules = named ? named : longestOf(input.forms);
    result.known = named && isListed(named->versions, result.version);

    FormView view{input, questionnaire, *result.rules, facts, buildTimeline(input.dossier, {questionnaire}, input.asOf)};
    for (const Mark &mark : view.timeline.marks)
        if (mark.kind == Mark::Kind::Claimed && mark.document == questionnaire.document)
            view.claimed.emplace(std::pair(mark.place.page, mark.place.start), &mark);
    for (const packs::AskedSection &asked : result.rules->sections)
        result.sections.push_back(screenSection(view, asked));
    return result;
}

Screening screen(const ScreeningInput &input)
{
    Screening screening;
    screening.asOf = input.asOf;
    if (input.forms.forms.empty())
        return screening;
    std::vector<const Questionnaire *> order;
    for (const Questionnaire &questionnaire : input.questionnaires)
        order.push_back(&questionnaire);
    // Those that can be read first, the one submitted last before the others.
    std::ranges::stable_sort(order, std::greater(), [](const Questionnaire *one) {
        return std::pair(!one->answers.empty(), factsOf(one->answers).submitted);
    });
    for (const Questionnaire *questionnaire : order)
        screening.questionnaires.push_back(screenForm(input, *questionnaire));
    screenFile(input, screening);
    screenCoverage(input, screening);
    screenFlags(input, screening);
    return screening;
}

} // namespace caseward::rules
