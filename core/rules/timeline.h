// SPDX-License-Identifier: GPL-3.0-or-later
// The subject's life in lanes, as the record has it: what the questionnaires claim, when documents were made, when the conduct of the
// tied passages was, what contradicts what, and the gaps. Every mark names the place it comes from. It is computed for a day, the
// as-of day, and never stored: a gap that the rule finds becomes data only when a person notes it. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/rules/answerspans.h"
#include "core/rules/gaprule.h"

namespace caseward::rules {

struct Questionnaire {
    DocumentId document;
    std::vector<model::Answer> answers;
};

// What is wrong with the dates of a mark.
enum class Trouble { None, NoDate, Unreadable, NoBeginning, NoEnd, Reversed, Future, NoSide };
[[nodiscard]] std::string_view troubleWords(Trouble trouble); // "ends before it begins"; empty for None

struct Mark {
    enum class Kind { Claimed, Document, Passage, Contradiction };
    Kind kind = Kind::Claimed;
    Lane lane = Lane::Residence;
    std::string label;
    std::string from, to;              // as written: "2015-03", "present"; to is empty for a single date
    DayNumber first = 0, last = 0;     // the widest reading; of a stretch without an end, the reading of its beginning
    DayNumber sureFirst = 0, sureLast = 0; // the narrowest; behind each other when no day is sure
    bool aboutFrom = false, aboutTo = false;
    Trouble trouble = Trouble::None;
    DocumentId document;               // where it comes from
    model::Span place;                 // start and end are equal when it is the page as a whole
    std::optional<PassageId> passage;
    std::optional<ContradictionId> contradiction;
    [[nodiscard]] bool isAbout() const { return aboutFrom || aboutTo; }
};

struct GapMark {
    Lane lane = Lane::Residence;
    DayNumber first = 0, last = 0;
    bool found = true;                 // by the rule; false: somebody noted it and the rule does not see it
    bool tail = false;                 // lasts to the as-of day
    std::optional<std::size_t> before, after; // Timeline::marks: what ended last before it, what begins first after it
    std::optional<GapId> noted;        // the noted gap that it is
    std::string note, explanation;
    [[nodiscard]] DayNumber days() const { return last - first + 1; }
    [[nodiscard]] bool isExplained() const { return !explanation.empty(); }
};

struct Timeline {
    DayNumber asOf = 0;
    std::vector<Mark> marks;           // by lane, then by time
    std::vector<GapMark> gaps;         // by lane, then by time
    std::vector<Mark> undated;         // what could not be put on the line, and why
    std::vector<DocumentId> unread;    // questionnaires whose answers could not be read
    [[nodiscard]] bool isEmpty() const { return marks.empty() && gaps.empty() && undated.empty(); }
    [[nodiscard]] std::pair<DayNumber, DayNumber> reach() const; // from the first to the last day shown; as-of alone when empty
};

// Gaps are looked for only when there is a questionnaire; several claim together, and the one submitted last says how many years must
// be accounted for. Whoever answered "present" is taken at their word up to the as-of day, which is about after the day it was
// submitted.
[[nodiscard]] Timeline buildTimeline(const model::Dossier &dossier, const std::vector<Questionnaire> &questionnaires, DayNumber asOf);

// "Employment: 64 days that no answer covers, 2019-05-01 to 2019-07-03, between Harbor Systems, clerk and Lakeside Bank, teller"
[[nodiscard]] std::string sentenceOf(const GapMark &gap, const Timeline &timeline);

// A noted gap is the found one when it is of the same lane and covers all of it, give or take the tolerance of the rule.
[[nodiscard]] bool isTheSame(const model::Gap &noted, Lane lane, DayNumber first, DayNumber last);

} // namespace caseward::rules
