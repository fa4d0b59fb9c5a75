// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a decision the formal findings stand: from their heading to the conclusion. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace caseward::doha {

struct Section {
    std::string_view body; // everything before
    std::string findings; // lines of the findings; page numbers and sentences of prose (footnotes, the opening words) are left out
    std::string_view conclusion; // everything after
};

// Nothing when there is neither a heading nor a run of findings. The views point into `text`, which is plainText().
[[nodiscard]] std::optional<Section> findSection(std::string_view text);

// A line of the findings that says nothing about an allegation: a sentence, a page number, the words of a footnote.
[[nodiscard]] bool isProse(std::string_view line);

} // namespace caseward::doha
