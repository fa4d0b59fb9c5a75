// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that name no guideline ("Paragraph 1: Against Applicant"): the body of the decision does. Any thread.
#pragma once

#include "tests/doha/formalfindings.h"

#include <string_view>
#include <vector>

namespace caseward::doha {

// Fills in the guidelines that are missing where the body settles them: "Paragraph 1 (Guideline F …", or one guideline
// that no other paragraph has for the one paragraph without. True when it filled one.
bool nameGuidelines(std::vector<FoundParagraph> &paragraphs, std::string_view body);

} // namespace caseward::doha
