// SPDX-License-Identifier: GPL-3.0-or-later
// Guideline packs in words for people: how one is called in a list, how sure its words are, where it stands. GUI thread.
#pragma once

#include "core/session/packdesk.h"

#include <QString>

#include <vector>

class QComboBox;

namespace caseward::ui {

// A list of a case's packs to choose from; null chooses none.
void offerPacks(QComboBox *list, const std::vector<packs::PackPtr> &packs, const packs::PackPtr &chosen);
[[nodiscard]] QString packTitle(const packs::Pack &pack);                // "US: Security Executive Agent Directive 4"
[[nodiscard]] QString packTitleAndVersion(const packs::Pack &pack);      // "…  ·  version 2.0.0"
[[nodiscard]] QString confidenceWord(const std::string &confidence);     // "Medium"; empty for none
[[nodiscard]] QString standingWord(const session::PackRow &row);         // "In force", "Retired on 3 May 2026: …"

} // namespace caseward::ui
