// SPDX-License-Identifier: GPL-3.0-or-later
// What a text names by its label: conditions ("19(a)", "AG ¶ 19(a), (c) and 20(b)-(d)"), sub-paragraphs ("1.a-1.d", "2.b and 2.c"),
// guidelines ("Guidelines E and F"), and words. Labels are read as words, never inside others: "119(a)" does not name 19(a). It reads
// letters, not sense: "19(a) is not raised" names 19(a) too. Pure; any thread; never fails.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace caseward::rules {

class Mentions {
public:
    explicit Mentions(std::string_view text);

    // A label of a pack or of the statement: itself, or something finer under it ("19(a)(1)" names 19(a)).
    [[nodiscard]] bool label(std::string_view label) const;
    // The same, but nothing finer: "2(d)" and not "2(d)(1)".
    [[nodiscard]] bool exactly(std::string_view label) const;
    // After "Guideline", "AG", "criterion" or "area", also in a list.
    [[nodiscard]] bool guideline(std::string_view letter) const;
    // After "paragraph", "sub-paragraph" or "allegation", also in a list: a paragraph of a statement without sub-paragraphs.
    [[nodiscard]] bool paragraph(std::string_view number) const;
    // These words, one after the other, in any case of (ASCII) letters.
    [[nodiscard]] bool says(std::string_view words) const;

private:
    std::string m_text, m_folded;          // plain: dashes as "-", signs of paragraphs as blanks, runs of blanks as one
    std::set<std::string, std::less<>> m_labels, m_guidelines, m_paragraphs;
};

} // namespace caseward::rules
