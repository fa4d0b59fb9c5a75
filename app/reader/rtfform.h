// SPDX-License-Identifier: GPL-3.0-or-later
// A form field of a Rich Text file: what its box or its list says, which the file need not show anywhere else. One thread.
#pragma once

#include "app/reader/rtfwords.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace caseward::reader {

class RtfForm {
public:
    void begin() { *this = RtfForm(); }
    void take(RtfAct act, int number)
    {
        (act == RtfAct::FieldType ? m_type : act == RtfAct::FieldResult ? m_result : m_default) = number;
    }
    void beginChoice()
    {
        if (m_choices.size() < mostChoices)
            m_choices.emplace_back();
    }
    void addToChoice(std::u32string_view text)
    {
        if (!m_choices.empty())
            m_choices.back().append(text.substr(0, longestChoice - std::min(longestChoice, m_choices.back().size())));
    }
    void end()
    {
        const int result = m_result == unset ? m_default : m_result;
        if (m_type == checkBox)
            m_shows = result == 1 ? U"☒" : U"☐";
        else if (m_type == choice && result >= 0 && static_cast<std::size_t>(result) < m_choices.size())
            m_shows = m_choices[static_cast<std::size_t>(result)];
    }
    // What the last field says; nothing afterwards, and nothing for one that shows its own text.
    [[nodiscard]] std::u32string takeShown() { return std::exchange(m_shows, {}); }

private:
    static constexpr std::size_t mostChoices = 100, longestChoice = 1'000;
    static constexpr int checkBox = 1, choice = 2, unset = 25; // by the specification, "Form Fields"
    std::vector<std::u32string> m_choices;
    int m_type = 0, m_default = 0, m_result = unset;
    std::u32string m_shows;
};

} // namespace caseward::reader
