// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a case is about to end without a judgement on the person. Pure; any thread.
#pragma once

#include "core/model/dossier.h"
#include "core/packs/pack.h"

namespace caseward::rules {

// The outcome proposed, when the leading pack knows it as administrative: it decides nothing about the person, so neither the gate nor the
// documentation check asks for findings, factors or what weighs them; what was found stays on the record. Null: none, or another class.
[[nodiscard]] const packs::Outcome *administrativeOutcome(const model::Dossier &dossier, const packs::Pack &leading);

} // namespace caseward::rules
