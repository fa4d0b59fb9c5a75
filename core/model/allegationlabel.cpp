// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/allegationlabel.h"

#include <algorithm>

namespace caseward::model {

namespace {

constexpr std::size_t mostLetters = 3;     // aaa … zzz: 78 sub-paragraphs; real statements have up to 40
constexpr std::size_t mostParts = 3;

Fault notALabel(std::string_view text)
{
    return fail(FaultCode::Malformed, "'" + std::string(text) + "' is not the label of a sub-paragraph: they read 1.a … 1.z, 1.aa, 1.bb, … or 1.a(2)",
                {{"label", std::string(text)}});
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }

// "(2)(b)" -> {"2", "b"}; empty and not ok() where it is anything else.
Result<std::vector<std::string>> partsOf(std::string_view rest, std::string_view whole)
{
    std::vector<std::string> parts;
    while (!rest.empty()) {
        const std::size_t end = rest.find(')');
        if (rest.front() != '(' || end == std::string_view::npos || end < 2 || end > 6 || parts.size() == mostParts)
            return notALabel(whole);
        const std::string_view part = rest.substr(1, end - 1);
        if (!std::ranges::all_of(part, isDigit) && !std::ranges::all_of(part, isLower))
            return notALabel(whole);
        parts.emplace_back(part);
        rest.remove_prefix(end + 1);
    }
    return parts;
}

// Numbers by their value, words as they are; a number before a word.
std::strong_ordering comparePart(const std::string &a, const std::string &b)
{
    if (isDigit(a.front()) != isDigit(b.front()))
        return isDigit(a.front()) ? std::strong_ordering::less : std::strong_ordering::greater;
    if (isDigit(a.front()) && a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

} // namespace

std::strong_ordering AllegationLabel::operator<=>(const AllegationLabel &other) const
{
    if (const auto order = paragraph <=> other.paragraph; order != 0)
        return order;
    if (letters.size() != other.letters.size())
        return letters.size() <=> other.letters.size();
    if (const int order = letters.compare(other.letters); order != 0)
        return order <=> 0;
    for (std::size_t i = 0; i < std::min(parts.size(), other.parts.size()); ++i)
        if (const auto order = comparePart(parts[i], other.parts[i]); order != 0)
            return order;
    return parts.size() <=> other.parts.size();
}

std::string AllegationLabel::text() const
{
    std::string text = std::to_string(paragraph);
    if (!letters.empty())
        text += "." + letters;
    for (const std::string &part : parts)
        text += "(" + part + ")";
    return text;
}

Result<AllegationLabel> parseAllegationLabel(std::string_view text)
{
    AllegationLabel label;
    std::size_t at = 0;
    while (at < text.size() && at < 2 && isDigit(text[at]))
        label.paragraph = label.paragraph * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    if (label.paragraph == 0 || text.front() == '0')
        return notALabel(text);
    if (at == text.size())
        return label;
    if (text[at++] != '.')
        return notALabel(text);
    const std::size_t letters = at;
    while (at < text.size() && isLower(text[at]))
        ++at;
    if (at == letters || at - letters > mostLetters)
        return notALabel(text);
    label.letters = text.substr(letters, at - letters);
    label.parts = TRY(partsOf(text.substr(at), text));
    if (std::ranges::any_of(label.parts, [](const std::string &part) { return part.front() == '0'; }))
        return notALabel(text);
    return label;
}

AllegationLabel nextLabel(const AllegationLabel &label)
{
    AllegationLabel next{label.paragraph, "a", {}};
    if (label.letters.empty())
        return next;
    const char last = label.letters.back();
    next.letters = last == 'z' ? std::string(label.letters.size() + 1, 'a') : std::string(label.letters.size(), static_cast<char>(last + 1));
    return next;
}

} // namespace caseward::model
