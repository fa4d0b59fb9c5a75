// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/textsearch.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace caseward::ui {

namespace {

char32_t folded(char32_t character)
{
    if (character == U'\u2018' || character == U'\u2019')
        return U'\'';
    if (character == U'\u201c' || character == U'\u201d')
        return U'"';
    return QChar::toCaseFolded(character);
}

struct Folded {
    std::u32string text;
    std::vector<std::uint32_t> from;   // position of each character in the original
};

Folded fold(const std::u32string &text)
{
    Folded result;
    result.text.reserve(text.size());
    result.from.reserve(text.size() + 1);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const bool space = QChar::isSpace(text[i]);
        if (space && !result.text.empty() && result.text.back() == U' ')
            continue;
        result.text.push_back(space ? U' ' : folded(text[i]));
        result.from.push_back(i);
    }
    return result;
}

} // namespace

std::vector<model::Span> findPlaces(const std::string &text, std::uint32_t page, const QString &needle)
{
    const auto page32 = toCodePoints(text);
    const auto needle32 = toCodePoints(needle.simplified().toStdString());
    if (!page32.ok() || !needle32.ok() || needle32->empty())
        return {};
    const Folded where = fold(*page32), what = fold(*needle32);
    std::vector<model::Span> places;
    auto from = where.text.begin();
    for (;;) {
        const auto at = std::search(from, where.text.end(), what.text.begin(), what.text.end());
        if (at == where.text.end())
            return places;
        const auto first = static_cast<std::size_t>(at - where.text.begin()), last = first + what.text.size() - 1;
        places.push_back({page, where.from[first], where.from[last] + 1});
        from = at + static_cast<std::ptrdiff_t>(what.text.size());
    }
}

} // namespace caseward::ui
