// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/checks.h"

namespace caseward::rules {

namespace {

Target at(const packs::Condition &condition) { return {Target::Place::Condition, condition.id, 0}; }

void checkDisqualifying(const Examined &it, const packs::Condition &condition)
{
    const std::size_t ties = it.tiesOf(condition);
    const model::ConditionState *finding = it.findingOf(condition);
    const std::string name = spoken(condition);
    if (ties > 0)
        it.askToWeigh("disqualifying-without-finding", at(condition), finding == nullptr, "A finding on " + name,
                      name + " has " + counted(ties, "passage") + " but no finding", name + " has a finding");
    if (finding != nullptr && finding->finding == model::ConditionFinding::Established)
        it.block("established-without-passage", at(condition), ties == 0,
                 name + " is found established, but no passage is tied to it",
                 name + " is established by " + counted(ties, "passage"));
}

} // namespace

void checkConcerns(const Examined &it)
{
    for (const packs::Guideline &guideline : it.pack.guidelines) {
        for (const packs::Condition &condition : guideline.disqualifying)
            checkDisqualifying(it, condition);
        if (!it.isRaised(guideline))
            continue;
        const std::string name = "Guideline " + guideline.letter + " (" + guideline.title + ")";
        it.askToWeigh("guideline-without-finding", {Target::Place::Guideline, guideline.letter, 0},
                      it.findingOf(guideline) == nullptr, "A finding on " + name,
                      name + " is raised and has no finding for or against the subject", name + " has a finding");
    }
}

void checkMitigation(const Examined &it)
{
    for (const packs::Guideline &guideline : it.pack.guidelines) {
        if (!it.isRaised(guideline))
            continue;
        for (const packs::Condition &condition : guideline.mitigating)
            it.askToWeigh("mitigating-without-finding", at(condition), it.findingOf(condition) == nullptr,
                          "A finding on " + spoken(condition), spoken(condition) + " has no finding", spoken(condition) + " has a finding");
    }
}

void checkFactors(const Examined &it)
{
    for (const packs::Factor &factor : it.pack.factors) {
        if (!factor.required)
            continue;
        const auto answer = it.dossier.factors.find({it.pack.id, factor.id});
        const bool open = answer == it.dossier.factors.end() || isBlank(answer->second.text);
        const std::string name = "Whole-person factor " + factor.id;
        it.askToWeigh("factor-unanswered", {Target::Place::Factor, factor.id, 0}, open, name,
                      name + " is not answered: " + factor.text, name + " is answered");
    }
}

} // namespace caseward::rules
