// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/crudecount.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <regex>

namespace caseward::doha {

namespace {

// From the last "formal findings" that stands before a paragraph, to the next "conclusion" or "in light of".
std::string lastPages(std::string_view bytes)
{
    std::string text;
    for (const char character : bytes) {
        const bool space = std::isspace(static_cast<unsigned char>(character)) != 0;
        if (!space || (!text.empty() && text.back() != ' '))
            text += space ? ' ' : char(std::tolower(static_cast<unsigned char>(character)));
    }
    std::size_t start = text.rfind("formal finding");
    const std::size_t earlier = start == std::string::npos || start == 0 ? std::string::npos : text.rfind("formal finding", start - 1);
    if (earlier != std::string::npos && start - earlier < 400)
        start = earlier;
    if (start == std::string::npos)
        return {};
    const std::size_t end = std::min({text.find("conclusion ", start + 60), text.find("in light of", start), text.find("decision ", start + 400)});
    return text.substr(start, end == std::string::npos ? 6000 : end - start);
}

std::size_t occurrences(const std::string &text, const std::regex &pattern)
{
    return std::size_t(std::distance(std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()));
}

} // namespace

CrudeCount crudeCount(std::string_view bytes)
{
    static const std::regex opening("for or against( the)? applicant");
    static const std::regex favourable("\\bfor( the)? applicant");
    static const std::regex adverse("\\bagainst( the)? applicant");
    CrudeCount count;
    const std::string text = std::regex_replace(lastPages(bytes), opening, "");
    count.found = !text.empty();
    count.forApplicant = occurrences(text, favourable);
    count.againstApplicant = occurrences(text, adverse);
    static const std::regex tight("\\b([1-9])\\.([a-z]{1,2})\\b");
    for (std::sregex_iterator at(text.begin(), text.end(), tight), end; at != end; ++at)
        count.labels.insert((*at)[1].str() + '.' + (*at)[2].str());
    return count;
}

} // namespace caseward::doha
