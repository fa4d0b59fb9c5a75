// SPDX-License-Identifier: GPL-3.0-or-later
// The questions to ask before another agency's eligibility is accepted, as data (schema caseward-reciprocity/1,
// core/design/formats/reciprocity.md). Loaded whole, checked whole, immutable afterwards. Plain values; share as
// ReciprocityRulesPtr; any thread.
#pragma once

#include "core/base/files.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace caseward::packs {

// What of the record bears on a question.
enum class ReciprocityFact { Information, Age, Exception, Bar, Standing, Level };
// What a yes means: it is not accepted; acceptance is the office's own assessment; it may be accepted and a reinvestigation starts.
enum class ReciprocityEffect { Refuses, Optional, Reinvestigation };

struct ReciprocityQuestion {
    std::string id, title, text;
    ReciprocityFact fact = ReciprocityFact::Information;
    ReciprocityEffect effect = ReciprocityEffect::Refuses;
    bool verified = false;               // in a source; otherwise from knowledge
};

class ReciprocityRules {
public:
    // Malformed with the place and field; TooLarge.
    static Result<std::shared_ptr<const ReciprocityRules>> load(BytesView untrustedJson);

    std::string id, version, instrument, effective, notice, rule;
    std::vector<std::pair<std::string, std::string>> sources; // text, what was verified there
    std::string clock, clockUnit, clockText;                  // `clock`: of the guideline pack's clocks
    std::uint32_t clockDays = 0;
    bool clockVerified = false;
    std::uint32_t investigationYears = 0;
    std::vector<ReciprocityQuestion> questions;

    [[nodiscard]] std::string name() const { return id + "-" + version; }
    [[nodiscard]] const ReciprocityQuestion *question(std::string_view questionId) const;
};

using ReciprocityRulesPtr = std::shared_ptr<const ReciprocityRules>;

// The newest of a folder's *.json by version; null where there is none. A file that does not load is a fault that names it.
[[nodiscard]] Result<ReciprocityRulesPtr> loadReciprocity(const Path &folder);

} // namespace caseward::packs
