// SPDX-License-Identifier: GPL-3.0-or-later
// The gaps of a timeline: those that the rule finds in what was claimed, matched with those that people noted. Pure; any thread.
#pragma once

#include "core/rules/timeline.h"

namespace caseward::rules {

// What the claims of a lane leave open in a window; `before` and `after` are places in `marks`.
[[nodiscard]] std::vector<GapMark> gapsIn(const std::vector<Mark> &marks, Lane lane, const Window &window);

// `facts` of the questionnaire that says how many years count; null: there is none, and only noted gaps are shown. The marks are all
// there, in their order.
void addGaps(Timeline &timeline, const model::Dossier &dossier, const FormFacts *facts);

} // namespace caseward::rules
