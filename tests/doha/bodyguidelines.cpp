// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/bodyguidelines.h"

#include "tests/doha/guidelinenames.h"
#include "tests/doha/plaintext.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace caseward::doha {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

// "guideline f", "guidelines e and f": the letters after every mention, in order, each once.
std::string mentioned(std::string_view body)
{
    std::string letters;
    for (std::size_t at = body.find("guideline"); at != kNowhere; at = body.find("guideline", at + 9)) {
        std::size_t next = at + 9 + (at + 9 < body.size() && body[at + 9] == 's' ? 1 : 0);
        while (next + 1 < body.size() && body[next] == ' ') {
            const char letter = body[next + 1];
            const bool alone = letter >= 'a' && letter <= 'm' && (next + 2 >= body.size() || std::isalnum(static_cast<unsigned char>(body[next + 2])) == 0);
            if (!alone || (letter == 'a' && body.substr(next + 2, 1) == " "))
                break;
            if (letters.find(char(letter - 'a' + 'A')) == std::string::npos)
                letters += char(letter - 'a' + 'A');
            next += 2;
            const std::size_t bracket = body.substr(next, 2) == " (" ? body.find(')', next) : kNowhere;
            next = bracket != kNowhere ? bracket + 1 : next;
            next += body.substr(next, 1) == "," ? 1 : 0;
            next += body.substr(next, 4) == " and" ? 4 : 0;
        }
    }
    return letters;
}

// "paragraph 2 (guideline e - personal conduct)"
char headed(std::string_view body, int number)
{
    const std::string heading = "paragraph " + std::to_string(number);
    for (std::size_t at = body.find(heading); at != kNowhere; at = body.find(heading, at + 1)) {
        const std::string_view rest = body.substr(at + heading.size(), 30);
        const std::size_t guideline = rest.find("guideline ");
        if (guideline <= 6 && guideline + 11 < rest.size() && rest[guideline + 10] >= 'a' && rest[guideline + 10] <= 'm'
            && std::isalpha(static_cast<unsigned char>(rest[guideline + 11])) == 0)
            return char(rest[guideline + 10] - 'a' + 'A');
    }
    return 0;
}

} // namespace

bool nameGuidelines(std::vector<FoundParagraph> &paragraphs, std::string_view body)
{
    const auto nameless = [](const FoundParagraph &paragraph) { return paragraph.guidelines.empty(); };
    const std::size_t missing = std::size_t(std::count_if(paragraphs.begin(), paragraphs.end(), nameless));
    if (missing == 0)
        return false;
    const std::string text = lowered(flat(body));
    std::string letters = mentioned(text);
    for (FoundParagraph &paragraph : paragraphs) {
        if (const char letter = nameless(paragraph) ? headed(text, paragraph.number) : char(0))
            paragraph.guidelines = std::string(1, letter);
        std::erase_if(letters, [&](char letter) { return paragraph.guidelines.find(letter) != std::string::npos; });
    }
    // The one that no paragraph has yet for the one paragraph that lacks one. Of two, the order of their mention settles nothing.
    if (letters.size() == 1 && std::count_if(paragraphs.begin(), paragraphs.end(), nameless) == 1)
        std::find_if(paragraphs.begin(), paragraphs.end(), nameless)->guidelines = letters;
    return std::count_if(paragraphs.begin(), paragraphs.end(), nameless) < std::ptrdiff_t(missing);
}

} // namespace caseward::doha
