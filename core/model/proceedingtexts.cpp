// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/proceedingtexts.h"

namespace caseward::model {

namespace {

std::string with(std::string text, const char *before, const std::string &words)
{
    return words.empty() ? text : text + before + words;
}

// "Loss of jurisdiction (administrative, not adverse)".
template <typename Value>
std::string titled(std::string_view title, Value value)
{
    return std::string(title) + (isAdministrative(value) ? " (" + std::string(administrativeWords) + ")" : "");
}

std::string describeClock(const ClockState &clock)
{
    std::string text = clock.started.title + ", from " + clock.started.from + ", due " + clock.due;
    text = with(std::move(text), "; extended: ", clock.extendedBecause);
    if (clock.runs())
        return with(std::move(text), "; ", clock.started.reason);
    return with(text + (clock.done ? "; done on " : "; stopped on ") + clock.stoppedOn, ": ", clock.stoppedBecause);
}

std::string describeLine(const EligibilityLine &line)
{
    const EligibilityRecorded &it = line.recorded;
    std::string text = it.authority + ", " + it.access + ": " + titled(eligibilityStatusTitle(it.status), it.status) + " since " + it.since;
    text = with(std::move(text), it.status == EligibilityStatus::Suspended ? ", to be reviewed by " : " until ", it.until);
    text = with(std::move(text), "; exception: ", it.exception);
    for (std::size_t i = 0; i < it.conditions.size(); ++i) {
        text += "; condition: " + it.conditions[i].text + with({}, ", due ", it.conditions[i].due);
        const auto said = line.monitored.find(static_cast<std::uint32_t>(i + 1));
        if (said != line.monitored.end())
            text += " (" + std::string(conditionStandingName(said->second.first.standing)) + " on " + said->second.first.on + ")";
    }
    return with(std::move(text), "; reason: ", it.reason);
}

std::string describeReciprocity(const ReciprocityDecided &it)
{
    std::string text = it.authority + ", " + it.access + ", for " + it.needed + ": " + (it.accepted ? "accepted" : "declined");
    for (std::size_t i = 0; i < it.grounds.size(); ++i)
        text += (i == 0 ? " for " : ", ") + it.grounds[i];
    text = with(std::move(text), "; investigated ", it.investigated);
    for (const ReciprocityAnswer &answer : it.answers)
        text = with(text + "; " + answer.question + ": " + std::string(replyName(answer.reply)), ", ", answer.reason);
    return with(std::move(text), "; reason: ", it.reason);
}

} // namespace

void describeProceedings(const Dossier &dossier, std::map<ThingKey, Thing> &things)
{
    for (const StageStep &step : dossier.proceedings.steps)
        if (step.recorded)
            things[{Area::Stage, {}}].words = with(titled(stageTitle(step.to), step.to) + ", " + step.on, "; ", step.reason);
    for (const ClockState &clock : dossier.proceedings.clocks)
        things[{Area::Clock, clock.started.clock}].words = describeClock(clock);
    for (const auto &[key, lines] : dossier.proceedings.eligibility)
        things[{Area::Eligibility, key.first + "/" + key.second}].words = describeLine(lines.back());
    for (const auto &[decided, trace] : dossier.proceedings.reciprocity)
        things[{Area::Reciprocity, decided.authority + "/" + decided.access}].words = describeReciprocity(decided);
    for (const auto &[person, declared] : dossier.proceedings.conflicts)
        things[{Area::Conflict, person.text()}].words = dossier.personName(person) + " declared a conflict of interest: " + declared.first.reason;
    for (const auto &[letter, trace] : dossier.proceedings.letters)
        things[{Area::Letter, letter.paper.hex()}].words = std::string(letterKindTitle(letter.kind)) + " to " + letter.addressee + ", " + letter.on;
}

} // namespace caseward::model
