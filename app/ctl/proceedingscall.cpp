// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/proceedingscall.h"

namespace caseward::ctl {

namespace {

rules::Due dueOf(const model::ClockState &clock)
{
    return {clock.started.title, clock.due, clock.stoppedOn, clock.stoppedBecause, clock.started.goal};
}

std::string standingOf(const model::ClockState &clock, const session::Proceedings &desk)
{
    return clock.done ? "done on " + clock.stoppedOn + " because " + clock.stoppedBecause : desk.dueWords(dueOf(clock));
}

// "  (holiday: Thanksgiving Day, 2026-11-26)"
std::string movedBy(const model::ClockState &clock)
{
    const std::string words = rules::holidayWords(clock.started.reason);
    return words.empty() ? words : "  (" + words + ")";
}

std::string conditionStanding(const model::EligibilityLine &line, std::uint32_t number)
{
    const auto said = line.monitored.find(number);
    return said == line.monitored.end() ? std::string("open") : std::string(model::conditionStandingName(said->second.first.standing));
}

Json::Object lineFacts(const model::EligibilityLine &line)
{
    const model::EligibilityRecorded &it = line.recorded;
    Json::Array conditions;
    for (std::size_t i = 0; i < it.conditions.size(); ++i)
        conditions.emplace_back(Json::Object{{"number", Json(std::uint64_t(i + 1))}, {"text", Json(it.conditions[i].text)}, {"due", Json(it.conditions[i].due)},
                                             {"standing", Json(conditionStanding(line, static_cast<std::uint32_t>(i + 1)))}});
    return {{"authority", Json(it.authority)}, {"access", Json(it.access)}, {"status", Json(model::eligibilityStatusName(it.status))},
            {"administrative", Json(model::isAdministrative(it.status))}, {"words", Json(rules::eligibilityWords(line))}, {"since", Json(it.since)},
            {"until", Json(it.until)}, {"exception", Json(it.exception)}, {"conditions", Json(std::move(conditions))}, {"reason", Json(it.reason)},
            {"decision", it.decision ? Json(it.decision->hex()) : Json()}};
}

} // namespace

Option reasonOption() { return {"reason", "text", "why, or the proof of it: what an inspector reads"}; }
Option dayOption(const char *help) { return {"on", "day", help}; }

Result<session::Proceedings> proceedings(Call &call) { return session::Proceedings(*TRY(call.session())); }

Json::Object stageFacts(const model::Dossier &dossier)
{
    const model::Stage stage = dossier.proceedings.stage;
    Json::Array steps;
    for (const model::StageStep &step : dossier.proceedings.steps)
        steps.emplace_back(Json::Object{{"from", Json(model::stageName(step.from))}, {"to", Json(model::stageName(step.to))}, {"on", Json(step.on)},
                                        {"recorded", Json(step.recorded)}, {"reason", Json(step.reason)}, {"by", Json(dossier.personName(step.when.actor))},
                                        {"entry", Json(step.when.seq)}});
    return {{"stage", Json(model::stageName(stage))}, {"words", Json(rules::stageWords(stage))}, {"administrative", Json(model::isAdministrative(stage))},
            {"steps", Json(std::move(steps))}};
}

std::string stageLine(const model::Dossier &dossier)
{
    return "case " + dossier.facts.reference + "  " + std::string(model::stageName(dossier.proceedings.stage)) + ": " + rules::stageWords(dossier.proceedings.stage) + "\n";
}

Json::Array clockFacts(const model::Dossier &dossier, const session::Proceedings &desk)
{
    Json::Array list;
    for (const model::ClockState &clock : dossier.proceedings.clocks)
        list.emplace_back(Json::Object{{"clock", Json(clock.started.clock)}, {"title", Json(clock.started.title)}, {"counts", Json(clock.started.counts)},
                                       {"from", Json(clock.started.from)}, {"due", Json(clock.due)}, {"days", Json(clock.started.days)},
                                       {"unit", Json(clock.started.unit)}, {"goal", Json(clock.started.goal)}, {"citation", Json(clock.started.citation)},
                                       {"stoppedOn", Json(clock.stoppedOn)}, {"because", Json(clock.stoppedBecause)}, {"done", Json(clock.done)},
                                       {"extended", Json(clock.extendedBecause)}, {"reason", Json(clock.started.reason)}, {"holidays", Json(rules::holidayWords(clock.started.reason))},
                                       {"words", Json(standingOf(clock, desk))}});
    return list;
}

std::string clockLines(const model::Dossier &dossier, const session::Proceedings &desk)
{
    std::string lines;
    for (const model::ClockState &clock : dossier.proceedings.clocks)
        lines += "  " + clock.started.clock + "  " + clock.started.title + (clock.started.goal ? " (a goal)" : "") + "  from " + clock.started.from + "  " +
                 standingOf(clock, desk) + movedBy(clock) + (clock.extendedBecause.empty() ? "" : "  (extended: " + oneLine(clock.extendedBecause, 80) + ")") + "\n";
    return lines.empty() ? "  No clock has been started.\n" : lines;
}

Json::Array eligibilityFacts(const model::Dossier &dossier)
{
    Json::Array list;
    for (const auto &[key, lines] : dossier.proceedings.eligibility) {
        Json::Object facts = lineFacts(lines.back());
        Json::Array before;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            before.emplace_back(lineFacts(lines[i]));
        facts["before"] = std::move(before);
        list.emplace_back(std::move(facts));
    }
    return list;
}

std::string eligibilityLines(const model::Dossier &dossier)
{
    std::string text;
    for (const auto &[key, lines] : dossier.proceedings.eligibility) {
        const model::EligibilityLine &line = lines.back();
        text += "  " + key.first + "  " + key.second + "  " + rules::eligibilityWords(line) + "\n";
        for (std::size_t i = 0; i < line.recorded.conditions.size(); ++i)
            text += "    " + std::to_string(i + 1) + "  " + conditionStanding(line, static_cast<std::uint32_t>(i + 1)) + "  due " + line.recorded.conditions[i].due + "  " +
                    oneLine(line.recorded.conditions[i].text, 90) + "\n";
        for (std::size_t i = lines.size() - 1; i-- > 0;)
            text += "    before: " + rules::eligibilityWords(lines[i]) + "\n";
    }
    return text.empty() ? "  No eligibility is recorded.\n" : text;
}

Json::Array conflictFacts(const model::Dossier &dossier)
{
    Json::Array list;
    for (const auto &[person, declared] : dossier.proceedings.conflicts)
        list.emplace_back(Json::Object{{"person", Json(person.text())}, {"name", Json(dossier.personName(person))}, {"reason", Json(declared.first.reason)},
                                       {"on", Json(dayOf(declared.second.at))}});
    return list;
}

} // namespace caseward::ctl
