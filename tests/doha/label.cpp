// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/label.h"

#include <algorithm>

namespace caseward::doha {

namespace {

constexpr std::size_t kMostInRange = 300;

bool allSame(std::string_view letters)
{
    return !letters.empty() && letters.find_first_not_of(letters.front()) == std::string_view::npos;
}

// The next label when z is followed by aa, bb, cc …
std::string nextDoubled(const std::string &letters)
{
    return letters.front() == 'z' ? std::string(letters.size() + 1, 'a') : std::string(letters.size(), char(letters.front() + 1));
}

// The next label when z is followed by aa, ab, ac …
std::string nextColumn(std::string letters)
{
    for (auto at = letters.rbegin(); at != letters.rend(); ++at) {
        if (*at != 'z') {
            ++*at;
            return letters;
        }
        *at = 'a';
    }
    return 'a' + letters;
}

std::vector<Label> lettersRange(const Label &first, const Label &last)
{
    const bool doubled = allSame(first.letters) && allSame(last.letters);
    std::vector<Label> labels;
    std::string letters = first.letters;
    while (labels.size() < kMostInRange) {
        labels.push_back({first.paragraph, letters, {}});
        if (letters == last.letters)
            return labels;
        letters = doubled ? nextDoubled(letters) : nextColumn(letters);
        if (letters.size() > last.letters.size())
            break;
    }
    return {};
}

int numberOf(const std::string &part)
{
    static const std::vector<std::string> romans{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    if (const auto at = std::find(romans.begin(), romans.end(), part); at != romans.end())
        return int(at - romans.begin()) + 1;
    if (part.empty() || part.size() > 2 || part.find_first_not_of("0123456789") != std::string::npos)
        return 0;
    return std::stoi(part);
}

std::vector<Label> nestedRange(const Label &first, const Label &last)
{
    const bool digits = std::isdigit(static_cast<unsigned char>(last.nested.back().front())) != 0;
    const int from = numberOf(first.nested.back());
    const int to = numberOf(last.nested.back());
    static const std::vector<std::string> romans{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
    std::vector<Label> labels;
    for (int at = from; from > 0 && at <= to; ++at) {
        Label label = first;
        label.nested.back() = digits ? std::to_string(at) : romans[std::size_t(at)];
        labels.push_back(label);
    }
    return labels;
}

} // namespace

bool before(const Label &left, const Label &right)
{
    const auto key = [](const Label &label) { return std::make_pair(label.paragraph, label.letters.size()); };
    if (key(left) != key(right))
        return key(left) < key(right);
    if (left.letters != right.letters)
        return left.letters < right.letters;
    return std::lexicographical_compare(left.nested.begin(), left.nested.end(), right.nested.begin(), right.nested.end(),
                                        [](const std::string &a, const std::string &b) {
                                            return numberOf(a) != numberOf(b) ? numberOf(a) < numberOf(b) : a < b;
                                        });
}

std::string text(const Label &label)
{
    std::string written = std::to_string(label.paragraph) + '.' + label.letters;
    for (const std::string &part : label.nested)
        written += '(' + part + ')';
    return written;
}

std::vector<Label> range(const Label &first, const Label &last)
{
    if (first.letters.empty() || last.letters.empty() || first.paragraph != last.paragraph)
        return {};
    if (first.letters == last.letters) {
        const bool parts = first.nested.size() == last.nested.size() && !first.nested.empty();
        return parts ? nestedRange(first, last) : first == last ? std::vector<Label>{first} : std::vector<Label>{};
    }
    // 1.a(2) – 1.c or 1.a – 1.c(3): whole sub-paragraphs between; only the parts that are written are parts.
    std::vector<Label> labels = lettersRange(first, last);
    if (labels.empty() || (first.nested.empty() && last.nested.empty()))
        return labels;
    labels.front() = first;
    labels.pop_back();
    if (last.nested.empty()) {
        labels.push_back(last);
        return labels;
    }
    Label one = last;
    one.nested.back() = std::isdigit(static_cast<unsigned char>(last.nested.back().front())) ? "1" : "i";
    for (Label &part : nestedRange(one, last))
        labels.push_back(std::move(part));
    return labels;
}

} // namespace caseward::doha
