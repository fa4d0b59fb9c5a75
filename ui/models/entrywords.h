// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of a history in words: what was done, and to what. Pure; any thread.
#pragma once

#include "core/model/dossier.h"

#include <QString>

namespace caseward::ui {

[[nodiscard]] QString kindWord(std::string_view kind);           // "passage.tied" -> "Passage tied"; unknown: as it is
// The object of an entry: "Reply to third LOI p.2 to E 16(a), substantial". `dossier` names documents; may be null.
[[nodiscard]] QString objectWords(const model::Entry &entry, const model::Dossier *dossier);

} // namespace caseward::ui
