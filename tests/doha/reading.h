// SPDX-License-Identifier: GPL-3.0-or-later
// A decision as text -> its formal findings, or a named reason why not. Nothing is guessed that the paper does not settle;
// what was mended is said in the notices. Any thread; never fails otherwise.
#pragma once

#include "tests/doha/formalfindings.h"
#include "tests/doha/reasons.h"

#include <string>
#include <string_view>
#include <variant>

namespace caseward::doha {

struct Refusal {
    Reason reason = Reason::NoFindings;
    std::string where; // the line or label it is about
};

struct Reading {
    std::variant<FormalFindings, Refusal> result;
    Notices notices;
    std::size_t rowsFor = 0; // rows of the paper, headings included, that find for and against: what a crude count must also see
    std::size_t rowsAgainst = 0;
};

// `bytes`: the whole decision, UTF-8 or Windows-1252, plain or HTML.
[[nodiscard]] Reading read(std::string_view bytes);

} // namespace caseward::doha
