// SPDX-License-Identifier: GPL-3.0-or-later
// The one way words are looked for, in a document and in a case: letter case does not matter (Unicode simple folding), nor
// how much white space stands between words or whether a line ends there, nor the shape of quotes and dashes; ligatures are
// their letters, soft hyphens are nothing, and a word broken with a hyphen at the end of a line is found whole. Pure; any
// thread; never fails: what is not UTF-8 has no words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace caseward {

class WordsToFind {
public:
    struct Place {
        std::uint32_t start = 0, end = 0;   // code points of the text that was searched
        bool operator==(const Place &) const = default;
    };

    static constexpr std::size_t mostCharacters = 1000;     // code points; what is beyond is left out
    explicit WordsToFind(std::string_view words);
    [[nodiscard]] bool isEmpty() const { return m_needle.empty(); } // nothing but white space, or not UTF-8: found nowhere
    // In order, not overlapping, at most `most`.
    [[nodiscard]] std::vector<Place> in(std::string_view text, std::size_t most) const;

private:
    std::u32string m_needle;
};

} // namespace caseward
