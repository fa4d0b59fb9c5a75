// SPDX-License-Identifier: GPL-3.0-or-later
// The adjudicative guidelines by their names, as headings of findings write them. The letters A to M have stood for the same
// concerns since 1996 (then "Criterion"); K was "Security Violations" and I "Emotional, Mental, and Personality
// Disorders" before 2006. A slip of a letter or two in a long word is forgiven. Any thread.
#pragma once

#include <string_view>

namespace caseward::doha {

// The letter whose name is in `heading`, 0 when none is. `heading` is lower case.
[[nodiscard]] char guidelineNamed(std::string_view heading);

// Whether two words are the same but for at most `most` letters added, lost, changed or swapped.
[[nodiscard]] bool nearly(std::string_view word, std::string_view meant, int most);

} // namespace caseward::doha
