// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/section.h"

#include "tests/doha/guidelinenames.h"
#include "tests/doha/plaintext.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace caseward::doha {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// Only the letters of a line, lower case: "C o n c l u s i o n:" is a heading too.
std::string squeezed(std::string_view line)
{
    std::string out;
    for (const char character : lowered(line)) {
        if (character >= 'a' && character <= 'z')
            out += character;
    }
    return out;
}

struct Line {
    std::size_t start;
    std::string_view text;
};

std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back({at, text.substr(at, end - at)});
        at = end + 1;
    }
    return lines;
}

bool isFindingsHeading(std::string_view line)
{
    if (line.size() > 120)
        return false;
    const std::string letters = squeezed(line);
    return letters.starts_with("formalfinding") && letters.size() <= 34 && letters.find("fororagainst") == std::string::npos;
}

bool isConclusionHeading(std::string_view line)
{
    if (line.size() > 120)
        return false;
    const std::string letters = squeezed(line);
    static constexpr std::array<std::string_view, 10> kHeadings{"conclusion",  "conclusions", "decision",    "order",           "conclusionanddecision",
                                                                "ultimatedecision", "determination", "finaldecision", "conclusionsandorder", "overallconclusion"};
    if (std::find(kHeadings.begin(), kHeadings.end(), letters) != kHeadings.end())
        return true;
    return letters.starts_with("inlightof") || letters.starts_with("inviewof") || letters.starts_with("itisnotclearlyconsistent")
        || letters.starts_with("itisclearlyconsistent");
}

// "Paragraph 1, Guideline F …" or "Subparagraph 1.a …" at the beginning of a line.
bool beginsFinding(std::string_view line)
{
    const std::string low = lowered(flat(line));
    const auto follows = [&](std::string_view word) {
        return low.starts_with(word) && low.find_first_of("0123456789", word.size()) < word.size() + 4;
    };
    const bool decided = low.find("applicant") != std::string::npos || low.find("withdrawn") != std::string::npos;
    return (follows("paragraph") || follows("subpara") || follows("subparagraphs") || follows("sor paragraph") || (low.starts_with("guideline ") && low.size() < 90)) && decided
        && !isProse(line);
}

bool findingsFollow(const std::vector<Line> &lines, std::size_t from)
{
    std::size_t seen = 0;
    for (std::size_t at = from; at < lines.size() && at < from + 60; ++at) {
        const std::string low = lowered(lines[at].text);
        seen += low.find("applicant") != std::string::npos && !isProse(lines[at].text) ? 1 : 0;
        if (low.find("paragraph") != std::string::npos || low.find("subpara") != std::string::npos || low.find("guideline") != std::string::npos)
            ++seen;
        if (seen >= 2)
            return true;
    }
    return false;
}

// The line after the heading, or the first of a run of findings without one.
std::size_t firstLine(const std::vector<Line> &lines)
{
    std::size_t last = kNowhere;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (isFindingsHeading(lines[at].text) && findingsFollow(lines, at + 1))
            last = at + 1;
    }
    if (last != kNowhere)
        return last;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (beginsFinding(lines[at].text) && findingsFollow(lines, at))
            return at;
    }
    return kNowhere;
}

bool known(std::string_view word)
{
    static constexpr std::array<std::string_view, 42> kWords{
        "paragraph",  "paragraphs", "subparagraph", "subparagraphs", "subpara",  "subparas",  "para",      "paras",      "guideline", "guidelines", "criterion",
        "criteria",   "applicant",  "for",          "against",       "the",      "and",       "through",   "thru",       "to",        "or",         "withdrawn",
        "stricken",   "deleted",    "dismissed",    "duplicate",     "duplicates", "sor",     "omitted",   "moot",       "except",    "allegation", "allegations",
        "amended",    "conduct",    "financial",    "considerations", "foreign", "influence", "preference", "information", "involvement"};
    static constexpr std::array<std::string_view, 6> kSlips{"paragraph", "subparagraph", "subparagraphs", "applicant", "against", "withdrawn"};
    const bool letters = word.size() <= 3 && word.find_first_not_of(word.front()) == kNowhere; // of a label
    const auto slip = [&](std::string_view meant) { return word.size() >= 6 && nearly(word, meant, 2); };
    return letters || std::find(kWords.begin(), kWords.end(), word) != kWords.end() || guidelineNamed(word) != 0 || nearly(word, "subpara", 1)
        || std::any_of(kSlips.begin(), kSlips.end(), slip);
}

// "12 AG \xB6 16(a).", " Tr. 34.": the mark of a footnote and a word, or a citation of the guidelines.
bool isFootnote(std::string_view line)
{
    const std::string words = flat(line);
    const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
    const bool marked = digits > 0 && digits <= 3 && words.substr(digits, 1) == " " && std::isalpha(static_cast<unsigned char>(words[digits + 1])) != 0;
    if (marked && !lowered(words).substr(digits + 1).starts_with("guideline"))
        return true;
    return words.starts_with("AG par.") || words.starts_with("See ") || words.find(" AG par.") != kNowhere;
}

} // namespace

bool isProse(std::string_view line)
{
    const std::string low = lowered(line);
    if (low.find("for or against") != std::string::npos || isFootnote(line))
        return true;
    std::size_t strange = 0;
    std::size_t familiar = 0;
    int depth = 0;
    for (std::size_t at = 0; at < low.size();) {
        depth += low[at] == '(' ? 1 : low[at] == ')' && depth > 0 ? -1 : 0;
        std::size_t end = at;
        while (end < low.size() && low[end] >= 'a' && low[end] <= 'z')
            ++end;
        if (end > at && depth == 0)
            ++(known(std::string_view(low).substr(at, end - at)) ? familiar : strange);
        at = std::max(end, at + 1);
    }
    const std::size_t begins = low.find_first_not_of(" -*");
    const std::string_view first = begins == kNowhere ? std::string_view() : std::string_view(low).substr(begins, low.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begins) - begins);
    const bool listed = first.starts_with("subpara") || nearly(first, "subpara", 1);
    return listed ? strange >= 9 : strange >= 3 && strange * 2 >= familiar;
}

std::optional<Section> findSection(std::string_view text)
{
    const std::vector<Line> lines = linesOf(text);
    const std::size_t first = firstLine(lines);
    if (first == kNowhere)
        return std::nullopt;
    Section section{text.substr(0, lines[first].start), {}, {}};
    std::size_t at = first;
    for (; at < lines.size() && !isConclusionHeading(lines[at].text); ++at) {
        const bool pageNumber = lines[at].text.find_first_not_of(" 0123456789-") == kNowhere;
        if (!pageNumber && !isProse(lines[at].text))
            section.findings.append(lines[at].text).append("\n");
    }
    section.conclusion = at < lines.size() ? text.substr(lines[at].start) : text.substr(lines[first].start);
    return section;
}

} // namespace caseward::doha
