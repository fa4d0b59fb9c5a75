// SPDX-License-Identifier: GPL-3.0-or-later
// Eligibility, each authority and access for itself: what a line must say before it is recorded. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"
#include "core/rules/when.h"

namespace caseward::rules {

// An interim names the day it ends, a suspension the day it is reviewed; an exception is one that a pack of the case has, and one under
// conditions has some; what rests on a decision of this case says what that decision says, once every level has signed. Malformed,
// NotFound, NotAllowed.
[[nodiscard]] Status mayRecord(const model::Dossier &dossier, const std::vector<packs::PackPtr> &packs, const model::EligibilityRecorded &event);
// The condition stands on the newest line; met names the evidence or the words of it. NotFound, Malformed.
[[nodiscard]] Status mayMonitor(const model::Dossier &dossier, const model::EligibilityMonitored &event, DayNumber today);

// "Loss of jurisdiction (administrative, not adverse) since 2026-11-20": one line in words.
[[nodiscard]] std::string eligibilityWords(const model::EligibilityLine &line);

} // namespace caseward::rules
