// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings of a case as they stand, part of the dossier. A history without entries of the proceedings has a stage too: it
// follows from what was done (opened, weighed, signed, returned, countersigned). Plain values.
#pragma once

#include "core/model/letters.h"
#include "core/model/proceedings.h"
#include "core/model/reciprocity.h"
#include "core/model/trace.h"

#include <map>

namespace caseward::model {

// One step of the case. A recorded one was said in an entry stage.moved; the others follow from another act.
struct StageStep {
    Stage from = Stage::Received, to = Stage::Received;
    Stage said = Stage::Received;          // what a recorded one named as its beginning; rules refuse it when it is not `from`
    bool recorded = false;
    std::string on, reason;                // of a recorded one; `on` is never empty
    Trace when;
};

struct ClockState {
    ClockStarted started;
    std::string due;                       // as extended and resumed last
    std::string stoppedOn, stoppedBecause; // empty while it runs
    bool done = false;                     // stopped for good
    std::string extendedBecause;           // the reason of the newest extension
    Trace set;                             // the newest entry on it
    [[nodiscard]] bool runs() const { return stoppedOn.empty(); }
};

struct EligibilityLine {
    EligibilityRecorded recorded;
    Trace set;
    std::map<std::uint32_t, std::pair<EligibilityMonitored, Trace>> monitored; // by number of the condition, from 1
    // Not met and not excused: somebody still has to look.
    [[nodiscard]] bool isOpen(std::uint32_t condition) const
    {
        const auto found = monitored.find(condition);
        return found == monitored.end() || found->second.first.standing == ConditionStanding::Overdue;
    }
};
using EligibilityKey = std::pair<std::string, std::string>; // authority, access

struct Proceedings {
    Stage stage = Stage::Received;
    Stage before = Stage::InReview;        // where a return or the end of a suspension leads back to
    std::vector<StageStep> steps;
    std::vector<ClockState> clocks;        // in order of starting, those that are done too
    std::map<EligibilityKey, std::vector<EligibilityLine>> eligibility; // newest last; each line stays in its history
    std::vector<std::pair<ReciprocityDecided, Trace>> reciprocity; // newest last
    std::map<PersonId, std::pair<ConflictDeclared, Trace>> conflicts;
    std::vector<std::pair<LetterIssued, Trace>> letters; // that were issued, in order

    [[nodiscard]] const ClockState *clock(std::string_view name) const; // the newest of that name
    // The newest step to `stage`, nullptr when the case was never there since it was last reopened.
    [[nodiscard]] const StageStep *reached(Stage stage) const;
};

} // namespace caseward::model
