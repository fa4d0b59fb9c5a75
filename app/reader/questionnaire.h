// SPDX-License-Identifier: GPL-3.0-or-later
// A questionnaire's answers as XML, in the dialect that electronic SF-86 systems write (root XMP 3.00: SubmittedRequestInfo, then a
// Request with its Form and Responses): a readable document, a section a page, and for each answer its path and where it stands in
// that text. Any other element is rendered by the same rules, so nothing that was answered is left out. Inside the child.
#pragma once

#include "app/reader/document.h"

#include <string>
#include <vector>

namespace caseward::reader {

struct Answer {
    std::string path;              // "EmploymentActivities/List/Item[2]/DateRange/From", UTF-8
    std::string value;             // as it stands in the text
    std::size_t start = 0, end = 0; // code points of the whole text
};

struct Questionnaire {
    std::u32string text;
    std::vector<Answer> answers;
};

// Damaged: not this dialect, or not well-formed; TooLarge.
Outcome<Questionnaire> readQuestionnaire(BytesView xml);

} // namespace caseward::reader
