// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of one section, its entries, and what is wrong with its dates. Private to core/rules; pure.
#pragma once

#include "core/rules/sectionscreening.h"

namespace caseward::rules {

// "ResidenceHistory/Residencies/Residency[2]" and what was answered there.
struct SectionEntry {
    std::string path;
    std::vector<const model::Answer *> answers;
    bool dated = false;                // says from when or to when
    std::optional<When> lasts;         // to when; of one that only begins, its beginning
    [[nodiscard]] bool hasBelow(const std::vector<std::string> &names) const;
    [[nodiscard]] HintPlace place(const FormView &view) const;  // its first date, else its first answer
};

struct SectionAnswers {
    const packs::FormSection *section = nullptr;
    std::vector<const model::Answer *> answers;  // in the order of the text
    std::vector<SectionEntry> entries;
    [[nodiscard]] bool answered(const std::string &question) const;   // path below the section
};

[[nodiscard]] SectionAnswers answersOf(const packs::FormSection &section, const std::vector<model::Answer> &answers, DayNumber asOf);

struct DateHint { std::string kind, key, text, why; HintPlace place; };
[[nodiscard]] std::vector<DateHint> dateHints(const FormView &view, const packs::AskedSection &asked, const packs::FormSection &section, const SectionAnswers &answers);

} // namespace caseward::rules
