// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of formal findings: headings of paragraphs and groups of sub-paragraphs, each with its finding. Any thread.
#pragma once

#include "tests/doha/reading.h"
#include "tests/doha/tokens.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace caseward::doha {

struct Item {
    bool heading = false;
    std::size_t line = 0;
    int number = 0; // of a heading; 0 when it has none
    std::string guidelines; // of a heading
    char named = 0; // the guideline that the words of the heading name
    std::vector<Label> labels; // of a group; paragraph 0 means that of the heading above
    std::vector<Label> within; // the inner ones of ranges
    std::string part;
    std::optional<Finding> finding;
    std::optional<Finding> found; // the words themselves: "For Applicant (withdrawn)" is Withdrawn above and For here
    std::string note;
    std::vector<Label> withdrawn; // "(1.a and 1.c withdrawn)" beside a finding on the rest
};

[[nodiscard]] std::variant<std::vector<Item>, Refusal> readItems(const std::vector<Token> &tokens);

} // namespace caseward::doha
