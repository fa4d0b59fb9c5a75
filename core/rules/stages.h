// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a case as one table: from where, to where, by which act, by whom, and what must stand before. A recorded step
// (stage.moved) is checked against it when it is made and when it comes in a bundle; the others follow from weighing, signing,
// returning and countersigning, and the table lists them too. Pure; any thread.
#pragma once

#include "core/packs/pack.h"
#include "core/rules/permissions.h"
#include "core/rules/when.h"

namespace caseward::rules {

// What must stand before a step.
enum class Before {
    Nothing,
    Reason,            // said in the step
    DayAndProof,       // the day it happened and the proof, said in the step
    Allegation,        // something is alleged
    SecondPerson,      // whoever takes it had no hand in the case; and a reason
    WindowOver,        // the day to answer by has passed
    OpenConditions,    // an eligibility with conditions that are not met yet
    ConditionsDone,    // every condition met or excused
    WayBack,           // only to where the case stood; and a reason
};
[[nodiscard]] std::string_view beforeWords(Before before); // "the day of it and the proof", …; empty for Nothing

struct StageRow {
    model::Stage from, to;
    Act act;                           // Proceed: recorded by a person; StartClock, Weigh, Sign, Return, Countersign: follows from it
    std::vector<const char *> roles;
    Before before = Before::Nothing;
};
[[nodiscard]] const std::vector<StageRow> &stageTable();
[[nodiscard]] const StageRow *stageRow(model::Stage from, model::Stage to, Act act);  // nullptr when the table has none
// Whether `act` has a row from `stage`: what mayAct() asks before Sign, Return and Countersign.
[[nodiscard]] bool leadsOn(model::Stage stage, Act act);

// What can happen next, and what is missing for it.
struct NextStage {
    model::Stage to;
    Act act = Act::Proceed;
    Before before = Before::Nothing;
    std::string missing;               // why not now, for this person; empty: it may be done
};
[[nodiscard]] std::vector<NextStage> nextStages(const model::Dossier &dossier, const Actor &actor, DayNumber today);

// A step that somebody wants to record today. NotAllowed with the sentence to show; Malformed for a day that has not come.
[[nodiscard]] Status mayMove(const model::Dossier &dossier, const Actor &actor, const model::StageMoved &move, DayNumber today);

// Every recorded step of a history that came from outside: begins where the case stood, is a row of the table and was made by
// somebody of a role it names. HistoryBroken with the entry. (What follows from other acts is checked with those.)
[[nodiscard]] Status checkStages(const model::Dossier &dossier);

// "Loss of jurisdiction (administrative, not adverse)".
[[nodiscard]] std::string stageWords(model::Stage stage);

} // namespace caseward::rules
