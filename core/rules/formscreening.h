// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that screen() is made of. Private to core/rules; pure.
#pragma once

#include "core/rules/screening.h"

namespace caseward::rules {

// One questionnaire against its form.
[[nodiscard]] FormScreening screenForm(const ScreeningInput &input, const Questionnaire &questionnaire);

// Releases, identity, components, and the tier (screenfile.cpp).
void screenFile(const ScreeningInput &input, Screening &screening);
// Days of the last years that homes or jobs leave open, and missing components: a hint in words (screenfile.cpp).
void screenCoverage(const ScreeningInput &input, Screening &screening);
// Bars, warrants, earlier eligibility, the same subject elsewhere, and what people flagged (screenflags.cpp).
void screenFlags(const ScreeningInput &input, Screening &screening);

// Marks a hint that was dismissed as settled.
void settle(Hint &hint, const model::Dossier &dossier);
[[nodiscard]] HintPlace placeOf(const DocumentId &document, const model::Answer &answer);

} // namespace caseward::rules
