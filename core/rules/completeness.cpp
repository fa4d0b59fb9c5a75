// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/completeness.h"

#include "core/rules/administrative.h"
#include "core/rules/checks.h"

#include <algorithm>

namespace caseward::rules {

namespace {

// Findings are for one side: a concern is established or not, what speaks for the person applies or not.
bool fits(packs::ConditionKind kind, model::ConditionFinding finding)
{
    const bool disqualifying = finding == model::ConditionFinding::Established
        || finding == model::ConditionFinding::NotEstablished;
    return packs::isConcern(kind) == disqualifying;
}

model::ConditionRef refOf(const packs::Pack &pack, const packs::Condition &condition)
{
    return {pack.id, condition.id};
}

bool hasTie(const model::Dossier &dossier, const model::ConditionRef &ref)
{
    return std::any_of(dossier.ties.begin(), dossier.ties.end(), [&ref](const model::Tie &it) { return it.condition == ref; });
}

bool isRaisedIn(const model::Dossier &dossier, const packs::Pack &pack, const packs::Guideline &guideline)
{
    if (dossier.guidelines.count({pack.id, guideline.letter}) != 0)
        return true;
    if (std::any_of(dossier.allegations.begin(), dossier.allegations.end(), [&](const model::AllegationState &it) {
            return it.isAlleged() && it.states.pack == pack.id && it.states.guideline == guideline.letter;
        }))
        return true;
    for (const packs::Condition &condition : guideline.disqualifying)
        if (hasTie(dossier, refOf(pack, condition)) || dossier.conditions.count(refOf(pack, condition)) != 0)
            return true;
    return std::any_of(guideline.mitigating.begin(), guideline.mitigating.end(), [&](const packs::Condition &condition) {
        return dossier.conditions.count(refOf(pack, condition)) != 0;
    });
}

} // namespace

std::size_t Gate::openCount() const
{
    return static_cast<std::size_t>(std::count_if(checks.begin(), checks.end(), [](const Check &it) { return it.open; }));
}

std::vector<std::string> guidelinesRaised(const model::Dossier &dossier, const packs::Pack &pack)
{
    std::vector<std::string> letters;
    for (const packs::Guideline &guideline : pack.guidelines)
        if (isRaisedIn(dossier, pack, guideline))
            letters.push_back(guideline.letter);
    return letters;
}

Gate completeness(const model::Dossier &dossier, const packs::Pack &pack)
{
    Gate gate;
    const Examined it{dossier, pack, guidelinesRaised(dossier, pack), gate.checks, administrativeOutcome(dossier, pack)};
    for (const auto family : underEachPack)
        family(it);
    checkReasons(it);
    checkDocumentation(dossier, {&pack}, gate.checks);
    checkRecord(it);
    checkContradictions(it);
    checkGaps(it);
    checkOutcome(it);
    checkProceedings(it, {packs::PackPtr(packs::PackPtr(), &pack)});
    return gate;
}

void Examined::block(const char *id, Target target, bool open, const std::string &openText,
                     const std::string &passedText) const
{
    checks.push_back(Check{id, Severity::Blocks, open ? openText : passedText, std::move(target), open, {}});
}

void Examined::askToWeigh(const char *id, Target target, bool missing, const std::string &what, const std::string &openText,
                          const std::string &passedText) const
{
    const bool spared = missing && administrative != nullptr;
    block(id, std::move(target), missing && !spared, openText,
          spared ? what + " is not asked for: \"" + administrative->title + "\" is administrative" : passedText);
}

void Examined::needExplanation(const char *id, Target target, bool open, const std::string &openText,
                               const std::string &passedText) const
{
    Check check{id, Severity::NeedsExplanation, open ? openText : passedText, std::move(target), open, {}};
    const auto said = dossier.explained.find({check.id, check.key()});
    if (open && said != dossier.explained.end() && !isBlank(said->second)) {
        check.explanation = said->second;
        check.open = false;
    }
    checks.push_back(std::move(check));
}

std::size_t Examined::tiesOf(const packs::Condition &condition) const
{
    const model::ConditionRef ref = refOf(pack, condition);
    return static_cast<std::size_t>(std::count_if(dossier.ties.begin(), dossier.ties.end(),
                                                  [&ref](const model::Tie &it) { return it.condition == ref; }));
}

const model::ConditionState *Examined::findingOf(const packs::Condition &condition) const
{
    const auto found = dossier.conditions.find(refOf(pack, condition));
    if (found == dossier.conditions.end() || !fits(condition.kind, found->second.finding))
        return nullptr;
    return &found->second;
}

const model::GuidelineState *Examined::findingOf(const packs::Guideline &guideline) const
{
    const auto found = dossier.guidelines.find({pack.id, guideline.letter});
    return found == dossier.guidelines.end() ? nullptr : &found->second;
}

bool Examined::isRaised(const packs::Guideline &guideline) const
{
    return std::find(raised.begin(), raised.end(), guideline.letter) != raised.end();
}

std::string counted(std::size_t count, const std::string &one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

std::string spoken(const packs::Condition &condition) { return condition.guideline + " " + condition.id; }

} // namespace caseward::rules
