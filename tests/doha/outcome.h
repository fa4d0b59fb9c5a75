// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the case: the words that decide ("Eligibility … is denied") and the formula of the Directive ("not clearly
// consistent with the national interest"). Any thread.
#pragma once

#include "tests/doha/formalfindings.h"

#include <optional>
#include <string_view>

namespace caseward::doha {

struct Concluded {
    std::optional<Outcome> decided; // "clearance is denied"
    std::optional<Outcome> formula; // "clearly consistent with …"
    Exception exception = Exception::None;
};

// `conclusion`: from the heading of the conclusion to the end. The first words that decide are the judge's; later ones
// stand in footnotes about other cases.
[[nodiscard]] Concluded concluded(std::string_view conclusion);

// The same words anywhere in the opening of a decision, before the statement of the case.
[[nodiscard]] std::optional<Outcome> announced(std::string_view body);

} // namespace caseward::doha
