// SPDX-License-Identifier: GPL-3.0-or-later
// Why a decision gives no formal findings. The first group has none to give; the second has some that cannot be read as they
// are written, and no guess is made. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace caseward::doha {

enum class Reason {
    // no formal findings
    EmptyText,
    AppealDecision,
    CutShort, // the text ends before the findings: only its first page was published
    NoFindings,
    // formal findings that cannot be read
    NothingFound, // a heading, but no finding below it
    NoGuideline, // a paragraph whose guideline neither the findings nor the body name
    SubParagraphWithoutFinding,
    FindingsDoNotMatch, // findings in a column that has another number of rows than the sub-paragraphs
    ImpossibleRange,
    FoundBothWays, // one sub-paragraph, two different findings
    RemainderNotListed, // "remaining sub-paragraphs", which only the statement of reasons lists
    NoOutcome,
    OutcomeContradicted, // "granted", against the formula of the same sentence and the findings
};

inline constexpr Reason kReasons[] = {Reason::EmptyText,     Reason::AppealDecision, Reason::CutShort,
                                      Reason::NoFindings,    Reason::NothingFound,   Reason::NoGuideline,
                                      Reason::SubParagraphWithoutFinding, Reason::FindingsDoNotMatch, Reason::ImpossibleRange,
                                      Reason::FoundBothWays, Reason::RemainderNotListed, Reason::NoOutcome, Reason::OutcomeContradicted};

[[nodiscard]] const char *name(Reason reason); // "appeal-decision"
[[nodiscard]] bool hasFindings(Reason reason); // of the second group

// What had to be mended or stands against itself in a decision that was read all the same.
struct Notices {
    bool guidelineFromBody = false;
    bool renumbered = false; // "Paragraph 2 … Subparagraph 1.a": numbered as its paragraph
    bool exceptFromRange = false; // "1.a - 1.s: Against, 1.h: For": the row that names a sub-paragraph goes before the range around it
    bool repeated = false; // one sub-paragraph twice with the same finding
    bool letterAgainstName = false; // "Guideline F (Personal Conduct)"
    bool outcomeAgainstFindings = false; // granted with a guideline against, denied with none
    bool outcomeAgainstFormula = false; // "is clearly consistent … is denied"
};

} // namespace caseward::doha
