// SPDX-License-Identifier: GPL-3.0-or-later
// A second opinion, deliberately simple: how often the last pages say "For Applicant" and "Against Applicant", and which labels they
// write out. It shares no code with the grammar, so that "read" also means "read rightly". Any thread.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace caseward::doha {

struct CrudeCount {
    bool found = false; // the words "formal findings" are there
    std::size_t forApplicant = 0;
    std::size_t againstApplicant = 0;
    std::set<std::string> labels; // "1.a" as written out, ranges not filled
};

[[nodiscard]] CrudeCount crudeCount(std::string_view bytes);

} // namespace caseward::doha
