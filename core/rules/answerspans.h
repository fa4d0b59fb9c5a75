// SPDX-License-Identifier: GPL-3.0-or-later
// What a questionnaire's answers say about time: where the subject lived, worked, studied, travelled, and the days that other answers
// name. Understands the paths of the SF-86 family (core/design/formats/reader-protocol.md); what it does not know it leaves out of the
// timeline, never out of the answers. Pure; any thread.
#pragma once

#include "core/model/answer.h"
#include "core/rules/when.h"

#include <vector>

namespace caseward::rules {

enum class Lane { Residence, Employment, Education, References, Travel, Finance, Conduct, Statements, Contradictions };
inline constexpr Lane allLanes[] = {Lane::Residence, Lane::Employment, Lane::Education, Lane::References, Lane::Travel,
                                    Lane::Finance,   Lane::Conduct,    Lane::Statements, Lane::Contradictions};
[[nodiscard]] std::string_view laneName(Lane lane);                    // "residence", …; as GapNoted::lane has it
[[nodiscard]] std::optional<Lane> laneNamed(std::string_view name);    // in any case of letters

struct AnswerSpan {
    Lane lane = Lane::Residence;
    std::string label;                 // "Harbor Systems, clerk"; from the answers beside the dates
    std::string from, to;              // as answered; to is empty for a single date
    std::optional<When> begins, ends;  // nothing when the words are no date
    bool single = false;               // one date, not a stretch
    bool covers = false;               // counts against gaps in its lane
    model::Span place;                 // of the first answer it comes from
};

// In the order of the text.
[[nodiscard]] std::vector<AnswerSpan> spansIn(const std::vector<model::Answer> &answers, DayNumber asOf);

// What the questionnaire says about itself.
struct FormFacts {
    std::string form;                  // "SF86"; empty when it does not say
    std::optional<DayNumber> born, submitted;
    model::Span submittedAt;           // where it says so
};
[[nodiscard]] FormFacts factsOf(const std::vector<model::Answer> &answers);

// For how many years a lane must be accounted for; 0: not at all. SF-86: ten years of homes and jobs, seven of people who know the
// subject well; SF-85P seven, SF-85 five; a form that is not known asks for as much as the longest. For a young subject the years of
// homes and jobs are the years since 18, at least two.
[[nodiscard]] int yearsRequired(Lane lane, const FormFacts &facts, DayNumber asOf);

} // namespace caseward::rules
