// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/reasons.h"

namespace caseward::doha {

const char *name(Reason reason)
{
    switch (reason) {
    case Reason::EmptyText:
        return "empty-text";
    case Reason::AppealDecision:
        return "appeal-decision";
    case Reason::CutShort:
        return "cut-short";
    case Reason::NoFindings:
        return "no-findings";
    case Reason::NothingFound:
        return "nothing-found";
    case Reason::NoGuideline:
        return "no-guideline";
    case Reason::SubParagraphWithoutFinding:
        return "sub-paragraph-without-finding";
    case Reason::FindingsDoNotMatch:
        return "findings-do-not-match";
    case Reason::ImpossibleRange:
        return "impossible-range";
    case Reason::FoundBothWays:
        return "found-both-ways";
    case Reason::RemainderNotListed:
        return "remainder-not-listed";
    case Reason::NoOutcome:
        return "no-outcome";
    case Reason::OutcomeContradicted:
        break;
    }
    return "outcome-contradicted";
}

bool hasFindings(Reason reason)
{
    return reason >= Reason::NothingFound;
}

} // namespace caseward::doha
