// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/statement.h"
#include "core/rules/checks.h"

#include <algorithm>

namespace caseward::rules {

namespace {

using model::AllegationFinding;
using model::AllegationState;

Target at(const AllegationState &state) { return {Target::Place::Allegation, state.id.text(), 0}; }

bool isFound(const AllegationState &state, AllegationFinding finding) { return state.finding && state.finding->first.finding == finding; }

// What is taken over from another sub-paragraph rests on that one's passages.
bool restsOnAPassage(const Examined &it, const AllegationState &state)
{
    const auto rests = [&it](const AllegationState &stated) {
        return std::ranges::any_of(stated.states.evidence, [&it](const PassageId &passage) { return it.dossier.tie(passage) != nullptr; });
    };
    return rests(state) || std::ranges::any_of(model::takenOver(it.dossier, state.states.repeats), [&](const AllegationId &repeated) {
        const AllegationState *other = it.dossier.allegation(repeated);
        return other != nullptr && rests(*other);
    });
}

void checkOne(const Examined &it, const AllegationState &state)
{
    const std::string name = "Sub-paragraph " + state.states.label;
    it.needExplanation("allegation-without-passage", at(state), !restsOnAPassage(it, state), name + " rests on no passage of the record",
                       name + " rests on the record");
    it.askToWeigh("allegation-without-finding", at(state), !state.finding, "A finding on sub-paragraph " + state.states.label,
                  name + " has no finding", name + " has a finding");
    if (isFound(state, AllegationFinding::Against))
        it.needExplanation("against-without-condition", at(state), state.finding->first.established.empty(),
                           name + " is found against the subject, and no disqualifying condition is named that it establishes",
                           name + " names what it establishes");
    for (const auto &[condition, mitigator] : state.mitigators)
        it.askToWeigh("mitigator-only-claimed", at(state), mitigator.weighed.standing == model::MitigatorStanding::Claimed,
                      "Whether " + condition + " holds for sub-paragraph " + state.states.label, name + ": " + condition + " is claimed, and neither supported nor refuted",
                      name + ": " + condition + " is weighed");
}

// A guideline's finding and those of its sub-paragraphs may differ, as in real decisions; but not without a word.
void checkGuideline(const Examined &it, const packs::Guideline &guideline)
{
    std::size_t forSubject = 0, against = 0;
    for (const AllegationState &state : it.dossier.allegations) {
        if (!state.isAlleged() || state.states.pack != it.pack.id || state.states.guideline != guideline.letter)
            continue;
        forSubject += isFound(state, AllegationFinding::For) ? 1 : 0;
        against += isFound(state, AllegationFinding::Against) ? 1 : 0;
    }
    const model::GuidelineState *finding = it.findingOf(guideline);
    if (finding == nullptr || forSubject + against == 0)
        return;
    const bool isFor = finding->finding == model::GuidelineFinding::ForSubject;
    const bool differs = isFor ? against > 0 : against == 0;
    const std::string name = "Guideline " + guideline.letter;
    it.needExplanation("guideline-against-its-allegations", {Target::Place::Guideline, guideline.letter, 0}, differs,
                       isFor ? name + " is found for the subject, but " + counted(against, "sub-paragraph") + " against"
                             : name + " is found against the subject, but no sub-paragraph is",
                       name + " and its sub-paragraphs agree");
}

} // namespace

void checkAllegations(const Examined &it)
{
    for (const model::StatementParagraph &paragraph : model::statementOf(it.dossier))
        for (const AllegationState *state : paragraph.subparagraphs)
            if (state->isAlleged() && state->states.pack == it.pack.id)
                checkOne(it, *state);
    for (const packs::Guideline &guideline : it.pack.guidelines)
        checkGuideline(it, guideline);
}

} // namespace caseward::rules
