// SPDX-License-Identifier: GPL-3.0-or-later
// A list of sub-paragraphs as judges write it: "1.a, 1.c and 1.e – 1.g", "a-d, f", "1.a through 1.k except 1.c". Any thread.
#pragma once

#include "tests/doha/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace caseward::doha {

struct LabelList {
    std::vector<Label> labels;
    std::vector<Label> within; // those of them that no one wrote out: the inner ones of ranges
    bool unfinished = false; // ends with a comma
    std::string note; // what stood in brackets
    std::string refused; // the range that cannot be, when there is one
    std::size_t end = 0; // the first token that is no part of the list
};

// Reads from token `at`, which is the first label or the word before it. `previous`: the last label of the row above, if any.
[[nodiscard]] LabelList readLabels(const std::vector<Token> &tokens, std::size_t at, const Label &previous = {});

// The labels in a remark: "(1.a, 1.d and 1.h-1.k withdrawn)". A remark that says more than that has none.
[[nodiscard]] std::vector<Label> labelsIn(std::string_view remark);

[[nodiscard]] std::size_t lettersIn(std::string_view text);

} // namespace caseward::doha
