// SPDX-License-Identifier: GPL-3.0-or-later
// Separation of duties: who had a hand in a case, and therefore may not review it. Private to core/rules; pure.
#pragma once

#include "core/base/ids.h"
#include "core/model/dossier.h"

namespace caseward::rules {

// NotAllowed with the sentence for the tooltip when `person` opened, tied, found, wrote or signed anything in the case.
// A tie that was untied or withdrawn has left no trace in the dossier and does not count.
[[nodiscard]] Status mayReview(const model::Dossier &dossier, const PersonId &person);

} // namespace caseward::rules
