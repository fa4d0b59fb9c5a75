// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/guidelinenames.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <vector>

namespace caseward::doha {

namespace {

struct Name {
    char letter;
    std::string_view first;
    std::string_view second; // empty: the first word is enough
};

constexpr std::array kNames{
    Name{'A', "allegiance", ""},          Name{'B', "foreign", "influence"},     Name{'C', "foreign", "preference"},
    Name{'D', "sexual", ""},              Name{'E', "personal", "conduct"},      Name{'F', "financial", ""},
    Name{'G', "alcohol", ""},             Name{'H', "drug", ""},                 Name{'H', "drugs", ""},
    Name{'I', "psychological", ""},       Name{'I', "emotional", ""},            Name{'J', "criminal", ""},
    Name{'K', "protected", "information"}, Name{'K', "security", "violations"},  Name{'K', "security", "violation"},
    Name{'L', "outside", "activities"},   Name{'M', "information", "technology"}, Name{'M', "information", "systems"},
};

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end])) != 0)
            ++end;
        if (end > at)
            words.push_back(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
    return words;
}

} // namespace

bool nearly(std::string_view word, std::string_view meant, int most)
{
    if (std::abs(int(word.size()) - int(meant.size())) > most)
        return false;
    std::vector<int> older(meant.size() + 1), row(meant.size() + 1), next(meant.size() + 1);
    for (std::size_t column = 0; column <= meant.size(); ++column)
        row[column] = int(column);
    for (std::size_t line = 1; line <= word.size(); ++line) {
        next[0] = int(line);
        for (std::size_t column = 1; column <= meant.size(); ++column) {
            const int changed = row[column - 1] + (word[line - 1] == meant[column - 1] ? 0 : 1);
            next[column] = std::min({changed, row[column] + 1, next[column - 1] + 1});
            const bool swapped = line > 1 && column > 1 && word[line - 1] == meant[column - 2] && word[line - 2] == meant[column - 1];
            if (swapped)
                next[column] = std::min(next[column], older[column - 2] + 1);
        }
        older.swap(row);
        row.swap(next);
    }
    return row[meant.size()] <= most;
}

char guidelineNamed(std::string_view heading)
{
    const std::vector<std::string_view> words = wordsOf(heading);
    const auto has = [&](std::string_view meant) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return nearly(word, meant, meant.size() >= 7 ? 2 : meant.size() >= 6 ? 1 : 0); });
    };
    for (const Name &name : kNames) {
        if (has(name.first) && (name.second.empty() || has(name.second)))
            return name.letter;
    }
    return 0;
}

} // namespace caseward::doha
