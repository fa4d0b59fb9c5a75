// SPDX-License-Identifier: GPL-3.0-or-later
// What screening has to say to the what-changed view: its things by area and key. Private to core/model.
#pragma once

#include "core/model/changetexts.h"

namespace caseward::model {

void describeScreening(const Dossier &dossier, std::map<ThingKey, Thing> &things);

[[nodiscard]] std::string sectionKey(const DocumentId &document, const std::string &section);
[[nodiscard]] std::string deficiencyKey(const std::string &code, const std::string &section);

} // namespace caseward::model
