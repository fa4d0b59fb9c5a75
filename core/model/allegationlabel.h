// SPDX-License-Identifier: GPL-3.0-or-later
// The label of a sub-paragraph as statements of reasons have it: the paragraph's number, then letters that run a … z, aa, bb, …,
// then, where one is divided further, "(1)" or "(a)": "1.a", "2.ff", "3.b(2)". "1" alone is a paragraph without sub-paragraphs.
// Plain values; any thread.
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace caseward::model {

struct AllegationLabel {
    std::uint32_t paragraph = 0;           // 1 to 99
    std::string letters;                   // "a"; empty: the whole paragraph
    std::vector<std::string> parts;        // "2" of "3.b(2)"
    std::strong_ordering operator<=>(const AllegationLabel &other) const; // as they are read: 1, 1.a, 1.b, 1.b(2), 1.b(10), 1.aa, 2.a
    bool operator==(const AllegationLabel &) const = default;
    [[nodiscard]] std::string text() const;
};

// Malformed, with what a label looks like, for anything else. After z both aa, bb, … and aa, ab, … are met; both are read.
[[nodiscard]] Result<AllegationLabel> parseAllegationLabel(std::string_view text);
// The label that follows in the same paragraph: 1.a after 1, 1.aa after 1.z, 1.bb after 1.aa; parts are left out.
[[nodiscard]] AllegationLabel nextLabel(const AllegationLabel &label);

} // namespace caseward::model
