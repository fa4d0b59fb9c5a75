// SPDX-License-Identifier: GPL-3.0-or-later
// The proceedings of a dossier as named things in words, for what changed. Private to core/model.
#pragma once

#include "core/model/changetexts.h"

namespace caseward::model {

// Stages that follow from another act are told with that act; recorded ones here.
void describeProceedings(const Dossier &dossier, std::map<ThingKey, Thing> &things);

} // namespace caseward::model
