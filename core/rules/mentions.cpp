// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mentions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace caseward::rules {

namespace {

constexpr std::size_t mostInRange = 60;        // 1.a-1.zz is 52; what is longer is no range of labels
constexpr std::size_t digitsOfNumber = 3, lettersOfLabel = 2;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
// Bytes of other letters are part of a word as well.
bool isWord(char c) { return isDigit(c) || isLower(c) || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }
char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string folded(std::string_view text)
{
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), lowered);
    return made;
}

// Dashes of every kind as "-", signs of paragraphs and sections as blanks, and runs of blanks as one.
std::string plain(std::string_view text)
{
    struct Sign { std::string_view bytes; char as; };
    static constexpr std::array<Sign, 8> signs = {{{"\u2010", '-'}, {"\u2011", '-'}, {"\u2012", '-'}, {"\u2013", '-'}, {"\u2014", '-'},
                                                   {"\u00b6", ' '}, {"\u00a7", ' '}, {"\u00a0", ' '}}};
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign &it) { return text.substr(at, it.bytes.size()) == it.bytes; });
        char c = sign == signs.end() ? text[at] : sign->as;
        at += sign == signs.end() ? 1 : sign->bytes.size();
        if (c == '\n' || c == '\t' || c == '\r')
            c = ' ';
        if (c != ' ' || (!made.empty() && made.back() != ' '))
            made += c;
    }
    return made;
}

// "19(a)", "2(d)(1)", "1.bb", "3.b(2)" in its parts: what comes before the last one, that last one, and what closes it.
struct Read { std::string stem, last, close; std::size_t end = 0; [[nodiscard]] std::string text() const { return stem + last + close; } };

// One "(x)" at `at`.
std::optional<std::string> group(std::string_view text, std::size_t at)
{
    const std::size_t close = at < text.size() && text[at] == '(' ? text.find(')', at) : std::string_view::npos;
    if (close == std::string_view::npos || close == at + 1 || close - at - 1 > lettersOfLabel)
        return std::nullopt;
    const std::string inside = folded(text.substr(at + 1, close - at - 1));
    const bool same = std::all_of(inside.begin(), inside.end(), isDigit) || std::all_of(inside.begin(), inside.end(), isLower);
    return same ? std::optional(inside) : std::nullopt;
}

std::optional<Read> withGroups(std::string_view text, Read read)
{
    bool any = false;
    while (const auto inside = group(text, read.end)) {
        read.stem = (any ? read.text() : read.stem + read.last + read.close) + "(";
        read.last = *inside;
        read.close = ")";
        read.end += inside->size() + 2;
        any = true;
    }
    if (!any && read.close.empty() && read.last.empty())
        return std::nullopt;
    return read.end < text.size() && isWord(text[read.end]) ? std::nullopt : std::optional(std::move(read));
}

std::optional<Read> labelAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at < digitsOfNumber && isDigit(text[end]))
        ++end;
    if (end == at || (at > 0 && (isWord(text[at - 1]) || text[at - 1] == '.')))
        return std::nullopt;
    Read read{std::string(text.substr(at, end - at)), {}, {}, end};
    if (end < text.size() && text[end] == '.') {
        std::size_t letters = end + 1;
        while (letters < text.size() && letters - end - 1 <= lettersOfLabel && isLower(lowered(text[letters])))
            ++letters;
        if (letters == end + 1 || letters - end - 1 > lettersOfLabel)
            return std::nullopt;
        read = {read.stem + ".", folded(text.substr(end + 1, letters - end - 1)), {}, letters};
    }
    return withGroups(text, std::move(read));
}

// What stands between two labels of a list; `range`: from the one to the other.
struct Between { std::size_t end = 0; bool range = false; };
std::optional<Between> betweenAt(std::string_view text, std::size_t at)
{
    struct Word { std::string_view text; bool range; };
    static constexpr std::array<Word, 12> words = {{{" through ", true}, {" - ", true}, {"-", true}, {", and ", false}, {", or ", false},
                                                    {" and ", false}, {" or ", false}, {" & ", false}, {", ", false}, {"; ", false}, {"/", false}, {",", false}}};
    for (const Word &word : words)
        if (text.substr(at, word.text.size()) == word.text)
            return Between{at + word.text.size(), word.range};
    return std::nullopt;
}

// A place in the order a … z, aa, bb … zz, or of a number; nothing for what has no such place.
std::optional<std::size_t> placeOf(const std::string &part)
{
    if (!part.empty() && std::all_of(part.begin(), part.end(), isDigit))
        return static_cast<std::size_t>(std::stoul(part));
    if (part.size() == 1 && isLower(part[0]))
        return static_cast<std::size_t>(part[0] - 'a') + 1;
    if (part.size() == 2 && part[0] == part[1] && isLower(part[0]))
        return static_cast<std::size_t>(part[0] - 'a') + 27;
    return std::nullopt;
}

std::string partAt(std::size_t place, bool number)
{
    if (number)
        return std::to_string(place);
    return place <= 26 ? std::string(1, static_cast<char>('a' + place - 1)) : std::string(2, static_cast<char>('a' + place - 27));
}

void addRange(std::set<std::string, std::less<>> &labels, const Read &from, const Read &to)
{
    const auto first = placeOf(from.last), last = placeOf(to.last);
    const bool number = !from.last.empty() && isDigit(from.last[0]);
    if (from.stem != to.stem || !first || !last || number != (!to.last.empty() && isDigit(to.last[0])) || *last < *first || *last - *first > mostInRange)
        return;
    for (std::size_t place = *first; place <= *last; ++place)
        labels.insert(from.stem + partAt(place, number) + from.close);
}

// "(c)" after 19(a) is 19(c).
std::optional<Read> shortAt(std::string_view text, std::size_t at, const Read &before)
{
    const auto inside = before.close.empty() ? std::nullopt : group(text, at);
    if (!inside)
        return std::nullopt;
    return Read{before.stem, *inside, before.close, at + inside->size() + 2};
}

// Reads a list of labels from `at` on; returns where it ends.
std::size_t readList(std::string_view text, std::size_t at, std::set<std::string, std::less<>> &labels)
{
    std::optional<Read> read = labelAt(text, at);
    if (!read)
        return at + 1;
    labels.insert(read->text());
    for (;;) {
        const auto between = betweenAt(text, read->end);
        if (!between)
            return read->end;
        std::optional<Read> next = labelAt(text, between->end);
        if (!next)
            next = shortAt(text, between->end, *read);
        if (!next)
            return read->end;
        labels.insert(next->text());
        if (between->range)
            addRange(labels, *read, *next);
        read = std::move(next);
    }
}

// The words of a list that follows `head`: "Guidelines E, F and J".
void readAfter(std::string_view text, std::string_view head, std::set<std::string, std::less<>> &names)
{
    const std::string low = folded(text);
    const auto inName = [](char c) { return isWord(c) || c == '.' || c == '(' || c == ')'; };
    for (std::size_t at = low.find(head); at != std::string::npos; at = low.find(head, at + 1)) {
        std::size_t place = at + head.size();
        if ((at > 0 && isWord(low[at - 1])) || place >= low.size() || low[place] != ' ')
            continue;
        std::optional<Between> between = Between{place + 1, false};
        while (between) {
            place = between->end;
            std::size_t end = place;
            while (end < text.size() && inName(text[end]))
                ++end;
            std::string name(text.substr(place, end - place));
            while (!name.empty() && name.back() == '.')
                name.pop_back();
            if (name.empty())
                break;
            names.insert(name);
            between = betweenAt(text, end);
        }
    }
}

// The next place of `words` in `text` with nothing of a word on either side.
std::size_t findWords(std::string_view text, std::string_view words)
{
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !isWord(text[at - 1]) || !isWord(words.front())) && (end == text.size() || !isWord(text[end]) || !isWord(words.back())))
            return at;
    }
    return std::string_view::npos;
}

} // namespace

Mentions::Mentions(std::string_view text) : m_text(plain(text)), m_folded(folded(m_text))
{
    for (std::size_t at = 0; at < m_text.size();)
        at = isDigit(m_text[at]) ? readList(m_text, at, m_labels) : at + 1;
    for (const std::string_view head : {"guideline", "guidelines", "ag", "criterion", "criteria", "area", "areas"})
        readAfter(m_text, head, m_guidelines);
    for (const std::string_view head : {"paragraph", "paragraphs", "sub-paragraph", "sub-paragraphs", "subparagraph", "subparagraphs", "allegation", "allegations"})
        readAfter(m_text, head, m_paragraphs);
}

bool Mentions::exactly(std::string_view label) const
{
    return m_labels.find(label) != m_labels.end();
}

bool Mentions::label(std::string_view label) const
{
    if (label.empty())
        return false;
    const std::string finer = std::string(label) + "(";
    const auto next = m_labels.lower_bound(finer);
    if (exactly(label) || (next != m_labels.end() && next->compare(0, finer.size(), finer) == 0))
        return true;
    // Labels of another shape ("EU-8a") are looked for as words; one of digits alone would be found in every number.
    return !isDigit(label.front()) && findWords(m_folded, folded(label)) != std::string_view::npos;
}

bool Mentions::guideline(std::string_view letter) const { return m_guidelines.find(letter) != m_guidelines.end(); }
bool Mentions::paragraph(std::string_view number) const { return m_paragraphs.find(number) != m_paragraphs.end(); }

bool Mentions::says(std::string_view words) const
{
    return !words.empty() && findWords(m_folded, folded(words)) != std::string_view::npos;
}

} // namespace caseward::rules
