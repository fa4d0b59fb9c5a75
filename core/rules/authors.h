// SPDX-License-Identifier: GPL-3.0-or-later
// Separation of duties: who had a hand in a case, and therefore may not review it. Private to core/rules; pure.
#pragma once

#include "core/base/ids.h"
#include "core/model/dossier.h"

namespace caseward::rules {

// NotAllowed with the sentence for the tooltip when `person` opened, tied, found, wrote or signed anything in the case.
// What was untied or withdrawn since counts as well.
[[nodiscard]] Status mayReview(const model::Dossier &dossier, const PersonId &person);

} // namespace caseward::rules
