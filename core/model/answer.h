// SPDX-License-Identifier: GPL-3.0-or-later
// An answer of a questionnaire: which question, what was said, and where that stands in the document's text. Derived from the
// stored document by the reader child whenever it is needed; never stored. Plain value; any thread.
#pragma once

#include "core/model/page.h"

namespace caseward::model {

struct Answer {
    std::string path;  // "EmploymentActivities/Employments/Employment[2]/DateRange/From", UTF-8, one line
    std::string value; // what stands at the place
    Span span;
    bool operator==(const Answer &) const = default;
};

} // namespace caseward::model
