// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/findwords.h"

#include "core/base/casefolding.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace caseward {

namespace {

bool isSpace(char32_t c)
{
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Soft hyphen, zero-width spaces and joiners, byte order mark: nobody types them.
bool isNothing(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

char32_t plain(char32_t c)
{
    if (c == 0x2018 || c == 0x2019)
        return U'\'';
    if (c == 0x201C || c == 0x201D)
        return U'"';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return U'-';
    return foldedCase(c);
}

// Latin ligatures of fonts, U+FB00 to U+FB06.
std::u32string_view lettersOf(char32_t c)
{
    constexpr std::u32string_view letters[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
    return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : std::u32string_view();
}

struct Folded {
    std::u32string text;
    std::vector<std::uint32_t> from;   // position of each character in the original
    void put(char32_t c, std::size_t at)
    {
        text.push_back(c);
        from.push_back(static_cast<std::uint32_t>(at));
    }
};

// What becomes of "investi-" at the end of a line and "gator" on the next: as it stands, one word, or a word with its hyphen.
enum class BrokenWords { Kept, Joined, Hyphenated };

// The end of the white space after a hyphen at the end of a line, when a word goes on there; else 0.
std::size_t wordGoesOn(const std::u32string &text, std::size_t hyphen)
{
    bool lineEnds = false;
    std::size_t next = hyphen + 1;
    for (; next < text.size() && isSpace(text[next]); ++next)
        lineEnds = lineEnds || text[next] == U'\n';
    return lineEnds && next < text.size() && hyphen > 0 && !isSpace(text[hyphen - 1]) ? next : 0;
}

Folded fold(const std::u32string &text, BrokenWords broken)
{
    Folded folded;
    folded.text.reserve(text.size());
    folded.from.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (isNothing(c))
            continue;
        if (isSpace(c)) {
            if (folded.text.empty() || folded.text.back() != U' ')
                folded.put(U' ', i);
            continue;
        }
        if (broken != BrokenWords::Kept && plain(c) == U'-') {
            if (const std::size_t next = wordGoesOn(text, i)) {
                if (broken == BrokenWords::Hyphenated)
                    folded.put(U'-', i);
                i = next - 1;
                continue;
            }
        }
        const std::u32string_view letters = lettersOf(c);
        for (const char32_t letter : letters)
            folded.put(letter, i);
        if (letters.empty())
            folded.put(plain(c), i);
    }
    return folded;
}

using Place = WordsToFind::Place;

std::vector<Place> placesIn(const Folded &folded, const std::u32string &needle, std::size_t most)
{
    std::vector<Place> places;
    for (std::size_t at = folded.text.find(needle); at != std::u32string::npos && places.size() < most; at = folded.text.find(needle, at + needle.size()))
        places.push_back({folded.from[at], folded.from[at + needle.size() - 1] + 1});
    return places;
}

bool mayBreakWords(const std::u32string &text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (plain(text[i]) == U'-' && isSpace(text[i + 1]))
            return true;
    }
    return false;
}

} // namespace

WordsToFind::WordsToFind(std::string_view words)
{
    auto points = toCodePoints(words);
    if (!points.ok())
        return;
    points->resize(std::min<std::size_t>(points->size(), mostCharacters));
    m_needle = fold(*points, BrokenWords::Kept).text;
    if (!m_needle.empty() && m_needle.front() == U' ')
        m_needle.erase(0, 1);
    if (!m_needle.empty() && m_needle.back() == U' ')
        m_needle.pop_back();
}

std::vector<Place> WordsToFind::in(std::string_view text, std::size_t most) const
{
    const auto points = isEmpty() || most == 0 ? Result<std::u32string>(std::u32string()) : toCodePoints(text);
    if (!points.ok() || points->empty())
        return {};
    std::vector<Place> places = placesIn(fold(*points, BrokenWords::Kept), m_needle, most);
    if (!mayBreakWords(*points))
        return places;
    for (const BrokenWords broken : {BrokenWords::Joined, BrokenWords::Hyphenated}) {
        const std::vector<Place> more = placesIn(fold(*points, broken), m_needle, most);
        places.insert(places.end(), more.begin(), more.end());
    }
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.start != b.start ? a.start < b.start : a.end < b.end; });
    std::vector<Place> apart;
    for (const Place &place : places) {
        if (apart.size() < most && (apart.empty() || place.start >= apart.back().end))
            apart.push_back(place);
    }
    return apart;
}

} // namespace caseward
