// SPDX-License-Identifier: GPL-3.0-or-later
// One section of a questionnaire: its questions, its entries, its dates, its verifiers. Private to core/rules; pure.
#pragma once

#include "core/rules/formscreening.h"

#include <map>
#include <string_view>

namespace caseward::rules {

// What every section of one questionnaire is looked at with.
struct FormView {
    const ScreeningInput &input;
    const Questionnaire &questionnaire;
    const packs::Form &form;
    FormFacts facts;
    Timeline timeline;                 // of this questionnaire alone: labels of entries, and what covers time
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Mark *> claimed = {}; // its marks by page and place: forms can be enormous
    [[nodiscard]] const Mark *markAt(const model::Span &place) const;
};

[[nodiscard]] SectionResult screenSection(const FormView &view, const packs::AskedSection &asked);

// ---- paths of answers ----
[[nodiscard]] bool standsUnder(std::string_view path, std::string_view parent);   // itself, below it, or one of several of it
[[nodiscard]] std::string_view lastNameOf(std::string_view path);                 // "Employment[2]" -> "Employment"

} // namespace caseward::rules
