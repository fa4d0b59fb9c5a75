// SPDX-License-Identifier: GPL-3.0-or-later
// Guideline packs in words for people: how one is called in a list, how sure its words are, where it stands. GUI thread.
#pragma once

#include "core/session/packdesk.h"

#include <QString>

namespace caseward::ui {

[[nodiscard]] QString packTitle(const packs::Pack &pack);                // "US: Security Executive Agent Directive 4"
[[nodiscard]] QString packTitleAndVersion(const packs::Pack &pack);      // "…  ·  version 2.0.0"
[[nodiscard]] QString confidenceWord(const std::string &confidence);     // "Medium"; empty for none
[[nodiscard]] QString standingWord(const session::PackRow &row);         // "In force", "Retired on 3 May 2026: …"

} // namespace caseward::ui
